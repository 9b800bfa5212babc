-- AlterTable
ALTER TABLE "answers" ADD COLUMN     "given" SMALLINT,
ADD COLUMN     "scale" TEXT;

-- How many answers of a window were given on another scale is asked with every figure of them; most workspaces have none.
CREATE INDEX "answers_on_other_scales" ON "answers"("workspace_id", "kind", "day") WHERE "scale" IS NOT NULL;
