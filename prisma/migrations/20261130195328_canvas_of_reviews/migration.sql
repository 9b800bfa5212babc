-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "canvases" BOOLEAN,
ADD COLUMN     "canvases_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "review_canvases" (
    "workspace_id" INTEGER NOT NULL,
    "channel_id" TEXT NOT NULL,
    "canvas_id" TEXT,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_canvases_pkey" PRIMARY KEY ("workspace_id","channel_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_canvases_workspace_id_canvas_id_key" ON "review_canvases"("workspace_id", "canvas_id");

-- A review's canvas is a row of its own.
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind",
ADD CONSTRAINT "outbox_kind" CHECK ("kind" IN ('post', 'reply', 'update', 'delete', 'canvas'));

-- Either it is known, or Slack was asked for it, or there is none.
ALTER TABLE "review_canvases" ADD CONSTRAINT "review_canvases_known" CHECK ("canvas_id" IS NULL OR "asked_at" IS NULL);
