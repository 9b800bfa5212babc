-- AlterTable
ALTER TABLE "orders" DROP CONSTRAINT "orders_pkey",
ADD COLUMN     "shop" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "orders_pkey" PRIMARY KEY ("workspace_id", "external_id", "shop");

-- Whether there are any is asked before orders are written.
CREATE INDEX "orders_of_shops" ON "orders" ("workspace_id") WHERE "shop" <> '';
