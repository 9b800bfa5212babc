-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "table_blocks" BOOLEAN,
ADD COLUMN     "table_blocks_at" TIMESTAMPTZ(3);
