-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "shared_alert" TEXT;

-- AlterTable
ALTER TABLE "lanes" ADD COLUMN     "newest_ts" TEXT,
ADD COLUMN     "slack_ahead_ms" INTEGER;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "after_ts" TEXT,
ADD COLUMN     "look" JSONB,
ADD COLUMN     "slack_ahead_ms" INTEGER,
ADD COLUMN     "waits_for" TEXT;

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "alerts_per_hour" INTEGER NOT NULL DEFAULT 10;

-- CreateTable
CREATE TABLE "obstacles" (
    "workspace_id" INTEGER NOT NULL,
    "channel_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "obstacles_pkey" PRIMARY KEY ("workspace_id","channel_id","reason")
);

-- CreateIndex
CREATE INDEX "follow_ups_workspace_id_shared_alert_idx" ON "follow_ups"("workspace_id", "shared_alert");

-- What waits for a reason, found by its channel.
CREATE INDEX "outbox_held" ON "outbox"("workspace_id", "channel_id") WHERE "waits_for" IS NOT NULL;

-- New posts go after edits, thread notes and answers: each of the two is read in its own order.
DROP INDEX "outbox_to_send";
CREATE INDEX "outbox_to_send" ON "outbox"("workspace_id", "channel_id", (CASE WHEN "kind" = 'post' AND "thread_ts" IS NULL AND "visible_to" IS NULL THEN 1 ELSE 0 END), "id") WHERE "status" IN ('waiting', 'sending');
