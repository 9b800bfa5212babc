-- AlterTable
ALTER TABLE "customer_standings" ADD COLUMN     "segments_until" INTEGER;

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "segments_day" DATE;

-- CreateTable
CREATE TABLE "segment_rules" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "currency" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_rules_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "segment_rules_workspace_id_folded_key" ON "segment_rules"("workspace_id", "folded");

-- Whom time alone puts into a segment by rule or out of it, by the day.
CREATE INDEX "customer_standings_segments_until_idx" ON "customer_standings"("workspace_id", "segments_until") WHERE "segments_until" IS NOT NULL;
