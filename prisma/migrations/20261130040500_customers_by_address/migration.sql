-- Whose an e-mail address is, in small letters.
CREATE INDEX "customers_by_address" ON "customers" ("workspace_id", lower("email")) WHERE "email" IS NOT NULL;
