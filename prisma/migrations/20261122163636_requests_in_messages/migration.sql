-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "thread_ts" TEXT,
ADD COLUMN     "visible_to" TEXT;

-- CreateTable
CREATE TABLE "requests" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "thread_ts" TEXT,
    "member_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "requests_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "requests_workspace_id_key_key" ON "requests"("workspace_id", "key");

-- Who looks for what is still to be answered finds that alone, however many were answered.
CREATE INDEX "requests_to_answer" ON "requests"("workspace_id", "id") WHERE "answered_at" IS NULL;

-- A member's own customers, the newest first, also those whose follow-up is done.
CREATE INDEX "follow_ups_taken" ON "follow_ups"("workspace_id", "steward_id", "claimed_at") WHERE "steward_id" IS NOT NULL;
