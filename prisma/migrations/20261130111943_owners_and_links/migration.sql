-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "owner_id" TEXT;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "name" TEXT;

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "customer_links" JSONB NOT NULL DEFAULT '[]';
