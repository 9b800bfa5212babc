-- CreateEnum
CREATE TYPE "Rung" AS ENUM ('prospect', 'customer', 'repeat', 'ambassador', 'partner');

-- CreateTable
CREATE TABLE "workspaces" (
    "id" SERIAL NOT NULL,
    "team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sandbox" BOOLEAN NOT NULL DEFAULT false,
    "installed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "workspace_id" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Copenhagen',
    "currency" TEXT NOT NULL DEFAULT 'DKK',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "name_style" TEXT NOT NULL DEFAULT 'full',
    "alert_channel_id" TEXT,
    "ladder_rules" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "settings_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "members" (
    "workspace_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "locale" TEXT,

    CONSTRAINT "members_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customers" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "language" TEXT,
    "country" TEXT,
    "since_day" DATE,
    "cost_minor" BIGINT,
    "cost_currency" TEXT,
    "recommended_by_id" INTEGER,
    "created_day" DATE NOT NULL,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer_words" (
    "workspace_id" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,

    CONSTRAINT "customer_words_pkey" PRIMARY KEY ("workspace_id","word","customer_id")
);

-- CreateTable
CREATE TABLE "customer_standings" (
    "workspace_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "known_day" INTEGER NOT NULL,
    "order_days" INTEGER[],
    "order_count" INTEGER NOT NULL DEFAULT 0,
    "revenue" JSONB NOT NULL DEFAULT '{}',
    "nps_days" INTEGER[],
    "nps_scores" INTEGER[],
    "advocate_day" INTEGER,
    "has_pins" BOOLEAN NOT NULL DEFAULT false,
    "changes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "customer_standings_pkey" PRIMARY KEY ("workspace_id","customer_id")
);

-- CreateTable
CREATE TABLE "orders" (
    "workspace_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3),
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'completed',

    CONSTRAINT "orders_pkey" PRIMARY KEY ("workspace_id","external_id")
);

-- CreateTable
CREATE TABLE "answers" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" INTEGER,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "score" SMALLINT,
    "recommend" SMALLINT,
    "again" SMALLINT,
    "other" SMALLINT,
    "comment" TEXT,
    "source" TEXT,
    "public" BOOLEAN NOT NULL DEFAULT false,
    "negative" BOOLEAN NOT NULL,
    "follow_up_id" INTEGER,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "pins" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "rung" "Rung" NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "reason" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pins_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "rung_changes" (
    "workspace_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "from_rung" "Rung",
    "to_rung" "Rung" NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "rung_changes_pkey" PRIMARY KEY ("workspace_id","customer_id","day")
);

-- CreateTable
CREATE TABLE "tallies" (
    "workspace_id" INTEGER NOT NULL,
    "figure" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "first" BIGINT NOT NULL DEFAULT 0,
    "second" BIGINT NOT NULL DEFAULT 0,
    "third" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "tallies_pkey" PRIMARY KEY ("workspace_id","figure","segment","day","stripe")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'open',
    "due_day" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "steward_id" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "cause" TEXT,
    "outcome" TEXT,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "follow_up_events" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "follow_up_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_up_events_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "schedules" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'digest',
    "channel_id" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sections" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "done_until" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT,

    CONSTRAINT "schedules_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "workspace_id" INTEGER NOT NULL,
    "schedule_id" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,
    "skipped" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("workspace_id","schedule_id","due_at")
);

-- CreateTable
CREATE TABLE "outbox" (
    "workspace_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "channel_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "announcement" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sending_at" TIMESTAMPTZ(3),
    "first_sending_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "look_at" TIMESTAMPTZ(3),
    "ts" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "lanes" (
    "workspace_id" INTEGER NOT NULL,
    "channel_id" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "lease_by" TEXT,

    CONSTRAINT "lanes_pkey" PRIMARY KEY ("workspace_id","channel_id")
);

-- CreateTable
CREATE TABLE "imports" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT,
    "file_name" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'looked-at',
    "member_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "line" INTEGER NOT NULL DEFAULT 0,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "customers_made" INTEGER NOT NULL DEFAULT 0,
    "follow_ups" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "refused_rows" (
    "workspace_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "value" TEXT,
    "reason" JSONB NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "refused_rows_pkey" PRIMARY KEY ("workspace_id","import_id","line")
);

-- CreateTable
CREATE TABLE "audit" (
    "workspace_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_team_id_key" ON "workspaces"("team_id");

-- CreateIndex
CREATE INDEX "customers_workspace_id_recommended_by_id_idx" ON "customers"("workspace_id", "recommended_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "customers_workspace_id_external_id_key" ON "customers"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "customer_words_workspace_id_customer_id_idx" ON "customer_words"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "orders_workspace_id_customer_id_day_idx" ON "orders"("workspace_id", "customer_id", "day");

-- CreateIndex
CREATE INDEX "answers_workspace_id_customer_id_day_idx" ON "answers"("workspace_id", "customer_id", "day");

-- CreateIndex
CREATE INDEX "answers_workspace_id_kind_day_idx" ON "answers"("workspace_id", "kind", "day");

-- CreateIndex
CREATE INDEX "answers_workspace_id_day_id_idx" ON "answers"("workspace_id", "day", "id");

-- CreateIndex
CREATE INDEX "answers_workspace_id_follow_up_id_idx" ON "answers"("workspace_id", "follow_up_id");

-- CreateIndex
CREATE UNIQUE INDEX "answers_workspace_id_external_id_key" ON "answers"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "pins_workspace_id_customer_id_idx" ON "pins"("workspace_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "pins_workspace_id_key_key" ON "pins"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "rung_changes_workspace_id_day_customer_id_idx" ON "rung_changes"("workspace_id", "day", "customer_id");

-- CreateIndex
CREATE INDEX "follow_ups_workspace_id_status_due_day_idx" ON "follow_ups"("workspace_id", "status", "due_day");

-- CreateIndex
CREATE INDEX "follow_up_events_workspace_id_follow_up_id_id_idx" ON "follow_up_events"("workspace_id", "follow_up_id", "id");

-- CreateIndex
CREATE INDEX "schedules_workspace_id_active_due_at_idx" ON "schedules"("workspace_id", "active", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "schedules_workspace_id_kind_channel_id_key" ON "schedules"("workspace_id", "kind", "channel_id");

-- CreateIndex
CREATE INDEX "outbox_workspace_id_subject_kind_idx" ON "outbox"("workspace_id", "subject", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_workspace_id_key_key" ON "outbox"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "imports_workspace_id_status_idx" ON "imports"("workspace_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "imports_workspace_id_key_key" ON "imports"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "audit_workspace_id_subject_idx" ON "audit"("workspace_id", "subject");

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_workspace_id_recommended_by_id_fkey" FOREIGN KEY ("workspace_id", "recommended_by_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_words" ADD CONSTRAINT "customer_words_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_standings" ADD CONSTRAINT "customer_standings_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_workspace_id_follow_up_id_fkey" FOREIGN KEY ("workspace_id", "follow_up_id") REFERENCES "follow_ups"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pins" ADD CONSTRAINT "pins_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_events" ADD CONSTRAINT "follow_up_events_workspace_id_follow_up_id_fkey" FOREIGN KEY ("workspace_id", "follow_up_id") REFERENCES "follow_ups"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_workspace_id_schedule_id_fkey" FOREIGN KEY ("workspace_id", "schedule_id") REFERENCES "schedules"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_rows" ADD CONSTRAINT "refused_rows_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

-- A customer has at most one follow-up that is not done; more feedback joins it.
CREATE UNIQUE INDEX "follow_ups_one_at_work_per_customer" ON "follow_ups"("workspace_id", "customer_id") WHERE "status" <> 'done';
CREATE INDEX "follow_ups_of_steward" ON "follow_ups"("workspace_id", "steward_id") WHERE "status" = 'claimed';

-- What is still to be sent, in the order of its channel, and what is to be looked for again.
CREATE INDEX "outbox_to_send" ON "outbox"("workspace_id", "channel_id", "id") WHERE "status" IN ('waiting', 'sending');
CREATE INDEX "outbox_to_look_for" ON "outbox"("workspace_id", "look_at") WHERE "look_at" IS NOT NULL;
-- Of a message at most one edit waits: when it is sent, it shows the newest state.
CREATE UNIQUE INDEX "outbox_one_update_waits" ON "outbox"("workspace_id", "subject") WHERE "kind" = 'update' AND "status" = 'waiting';

-- Rows that are updated often leave room beside them, so that no index has to follow.
ALTER TABLE "customer_standings" SET (fillfactor = 70);
ALTER TABLE "tallies" SET (fillfactor = 70);

ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_status" CHECK (
  ("status" = 'open' AND "steward_id" IS NULL) OR ("status" = 'claimed' AND "steward_id" IS NOT NULL) OR ("status" = 'done' AND "done_at" IS NOT NULL)
);
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("kind" IN ('post', 'reply', 'update', 'delete'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_status" CHECK (
  "status" IN ('waiting', 'sent', 'failed', 'dropped') OR ("status" = 'sending' AND "sending_at" IS NOT NULL)
);
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_sent_has_ts" CHECK ("status" <> 'sent' OR "ts" IS NOT NULL OR "kind" = 'delete');
ALTER TABLE "customers" ADD CONSTRAINT "customers_not_recommended_by_self" CHECK ("recommended_by_id" <> "id");
ALTER TABLE "orders" ADD CONSTRAINT "orders_status" CHECK ("status" IN ('completed', 'cancelled'));
