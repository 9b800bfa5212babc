-- AlterTable
ALTER TABLE "customer_standings" ADD COLUMN     "worth_minor" BIGINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "customer_standings_workspace_id_worth_minor_customer_id_idx" ON "customer_standings"("workspace_id", "worth_minor", "customer_id");
