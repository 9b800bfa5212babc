-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "chart_blocks" BOOLEAN,
ADD COLUMN     "chart_blocks_at" TIMESTAMPTZ(3);
