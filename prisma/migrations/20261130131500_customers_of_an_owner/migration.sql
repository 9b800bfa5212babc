-- The customers whom a member looks after.
CREATE INDEX "customers_of_owner" ON "customers" ("workspace_id", "owner_id") WHERE "owner_id" IS NOT NULL;
