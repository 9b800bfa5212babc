-- CreateTable
CREATE TABLE "mails" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "invitation_id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sending_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "mail_stops" (
    "workspace_id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_stops_pkey" PRIMARY KEY ("workspace_id","address")
);

-- CreateIndex
CREATE INDEX "mails_workspace_id_status_run_at_idx" ON "mails"("workspace_id", "status", "run_at");

-- CreateIndex
CREATE UNIQUE INDEX "mails_workspace_id_invitation_id_key" ON "mails"("workspace_id", "invitation_id");

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_workspace_id_invitation_id_fkey" FOREIGN KEY ("workspace_id", "invitation_id") REFERENCES "invitations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
