-- DropIndex
DROP INDEX "rung_changes_workspace_id_day_customer_id_idx";

-- CreateIndex
CREATE INDEX "rung_changes_workspace_id_from_rung_to_rung_day_customer_id_idx" ON "rung_changes"("workspace_id", "from_rung", "to_rung", "day" DESC, "customer_id");
