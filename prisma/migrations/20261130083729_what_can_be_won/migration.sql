-- AlterTable
ALTER TABLE "predictions" ADD COLUMN     "winnable_minor" DOUBLE PRECISION;

-- Runs of earlier releases tell those at risk in the new order, too.
UPDATE "predictions" SET "winnable_minor" = (1 - "churn_risk") * "stake_minor" WHERE "at_risk";

-- Customers at risk, by what can still be won.
DROP INDEX "predictions_at_risk";
CREATE INDEX "predictions_at_risk" ON "predictions"("workspace_id", "run_id", "winnable_minor" DESC, "customer_id") WHERE "at_risk";
