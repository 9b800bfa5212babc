-- AlterTable
ALTER TABLE "follow_up_events" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();
