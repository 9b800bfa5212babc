-- AlterTable
ALTER TABLE "answers" ADD COLUMN     "respondent_id" INTEGER;

-- AlterTable
ALTER TABLE "customer_standings" ADD COLUMN     "nps_respondents" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "respondents" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "import_id" INTEGER DEFAULT current_import(),

    CONSTRAINT "respondents_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "respondents_workspace_id_customer_id_key_key" ON "respondents"("workspace_id", "customer_id", "key");

-- AddForeignKey
ALTER TABLE "respondents" ADD CONSTRAINT "respondents_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_workspace_id_respondent_id_fkey" FOREIGN KEY ("workspace_id", "respondent_id") REFERENCES "respondents"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Whose answers are looked at when a respondent goes; few customers have any.
CREATE INDEX "answers_of_respondents" ON "answers" ("workspace_id", "respondent_id") WHERE "respondent_id" IS NOT NULL;
