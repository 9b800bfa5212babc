-- CreateTable
CREATE TABLE "spellings" (
    "workspace_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "shown" TEXT NOT NULL,

    CONSTRAINT "spellings_pkey" PRIMARY KEY ("workspace_id","kind","folded")
);

-- CreateTable
CREATE TABLE "lost_recommendations" (
    "workspace_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "recommender_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "value_minor" BIGINT,
    "currency" TEXT,
    "note" TEXT,

    CONSTRAINT "lost_recommendations_pkey" PRIMARY KEY ("workspace_id","external_id")
);

-- CreateTable
CREATE TABLE "acquisition_spend" (
    "workspace_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "acquisition_spend_pkey" PRIMARY KEY ("workspace_id","external_id")
);

-- CreateTable
CREATE TABLE "currency_rates" (
    "workspace_id" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "base" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL(24,10) NOT NULL,

    CONSTRAINT "currency_rates_pkey" PRIMARY KEY ("workspace_id","base","currency","day")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "workspace_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "campaign_contacts" (
    "workspace_id" INTEGER NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "variant" TEXT NOT NULL,
    "contacted_day" DATE NOT NULL,
    "delivered" BOOLEAN NOT NULL DEFAULT true,
    "responded" BOOLEAN NOT NULL DEFAULT false,
    "responded_day" DATE,

    CONSTRAINT "campaign_contacts_pkey" PRIMARY KEY ("workspace_id","campaign_id","customer_id")
);

-- CreateIndex
CREATE INDEX "lost_recommendations_workspace_id_recommender_id_day_idx" ON "lost_recommendations"("workspace_id", "recommender_id", "day");

-- CreateIndex
CREATE INDEX "acquisition_spend_workspace_id_to_day_idx" ON "acquisition_spend"("workspace_id", "to_day");

-- CreateIndex
CREATE UNIQUE INDEX "campaigns_workspace_id_folded_key" ON "campaigns"("workspace_id", "folded");

-- CreateIndex
CREATE INDEX "campaign_contacts_workspace_id_customer_id_idx" ON "campaign_contacts"("workspace_id", "customer_id");

-- AddForeignKey
ALTER TABLE "lost_recommendations" ADD CONSTRAINT "lost_recommendations_workspace_id_recommender_id_fkey" FOREIGN KEY ("workspace_id", "recommender_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_workspace_id_campaign_id_fkey" FOREIGN KEY ("workspace_id", "campaign_id") REFERENCES "campaigns"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
