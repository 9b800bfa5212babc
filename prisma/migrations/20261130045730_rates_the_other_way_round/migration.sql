-- AlterTable
ALTER TABLE "currency_rates" ALTER COLUMN "rate" SET DATA TYPE DECIMAL(30,16);
