-- AlterTable
ALTER TABLE "members" ADD COLUMN     "home_view" TEXT;
ALTER TABLE "members" ADD CONSTRAINT "members_home_view" CHECK ("home_view" IN ('follow-ups', 'figures'));
