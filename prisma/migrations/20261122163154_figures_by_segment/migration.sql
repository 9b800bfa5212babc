-- Kept counts are made anew at the next start: what they hold and how their days are put together has changed.
DELETE FROM "tallies";

-- AlterTable
ALTER TABLE "customer_standings" ADD COLUMN     "cli_days" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "cli_sources" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "cli_sums" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "country" TEXT,
ADD COLUMN     "csat_days" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "csat_scores" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "csat_sources" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "nps_sources" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "relationship_years" DOUBLE PRECISION,
ADD COLUMN     "source" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "won_day" INTEGER;

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "relationship_years" DOUBLE PRECISION,
ADD COLUMN     "reward_currency" TEXT,
ADD COLUMN     "reward_minor" BIGINT,
ADD COLUMN     "source" TEXT;

-- AlterTable
ALTER TABLE "tallies" DROP CONSTRAINT "tallies_pkey",
ADD CONSTRAINT "tallies_pkey" PRIMARY KEY ("workspace_id", "figure", "day", "segment", "stripe");

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "counts_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "customer_tags" (
    "workspace_id" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,

    CONSTRAINT "customer_tags_pkey" PRIMARY KEY ("workspace_id","tag","customer_id")
);

-- CreateTable
CREATE TABLE "stay_counts" (
    "workspace_id" INTEGER NOT NULL,
    "figure" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "counts" INTEGER[],

    CONSTRAINT "stay_counts_pkey" PRIMARY KEY ("workspace_id","figure","day","segment","stripe")
);

-- CreateIndex
CREATE INDEX "customer_tags_workspace_id_customer_id_idx" ON "customer_tags"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "customers_workspace_id_country_idx" ON "customers"("workspace_id", "country");

-- CreateIndex
CREATE INDEX "customers_workspace_id_source_idx" ON "customers"("workspace_id", "source");

-- AddForeignKey
ALTER TABLE "customer_tags" ADD CONSTRAINT "customer_tags_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "stay_counts" SET (fillfactor = 70);
