-- DropIndex
DROP INDEX "answers_workspace_id_kind_day_idx";

-- CreateIndex
CREATE INDEX "answers_workspace_id_kind_day_id_idx" ON "answers"("workspace_id", "kind", "day", "id");
