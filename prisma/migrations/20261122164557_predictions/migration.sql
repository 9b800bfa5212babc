-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "reason" JSONB;

-- CreateTable
CREATE TABLE "prediction_runs" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "as_of_day" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "member_id" TEXT,
    "locale" TEXT,
    "currency" TEXT NOT NULL,
    "customers" INTEGER NOT NULL DEFAULT 0,
    "facts" JSONB,
    "error" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "prediction_runs_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "predictions" (
    "workspace_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "run_id" INTEGER NOT NULL,
    "expected_orders" DOUBLE PRECISION NOT NULL,
    "churn_risk" DOUBLE PRECISION NOT NULL,
    "order_value_minor" BIGINT,
    "value_minor" BIGINT,
    "stake_minor" BIGINT,
    "value_lost_minor" BIGINT,
    "at_risk" BOOLEAN NOT NULL,

    CONSTRAINT "predictions_pkey" PRIMARY KEY ("workspace_id","customer_id","run_id")
);

-- CreateIndex
CREATE INDEX "prediction_runs_workspace_id_status_id_idx" ON "prediction_runs"("workspace_id", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "prediction_runs_workspace_id_key_key" ON "prediction_runs"("workspace_id", "key");

-- AddForeignKey
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One run of a workspace at a time.
CREATE UNIQUE INDEX "prediction_runs_one_at_work" ON "prediction_runs"("workspace_id") WHERE "status" IN ('waiting', 'running');
ALTER TABLE "prediction_runs" ADD CONSTRAINT "prediction_runs_status" CHECK (
  "status" IN ('waiting', 'running', 'failed') OR ("status" = 'finished' AND "facts" IS NOT NULL)
);

-- Customers at risk, by what is expected to be lost.
CREATE INDEX "predictions_at_risk" ON "predictions"("workspace_id", "run_id", "value_lost_minor" DESC, "customer_id") WHERE "at_risk";
