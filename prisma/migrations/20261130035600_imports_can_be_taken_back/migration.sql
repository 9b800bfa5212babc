-- The import whose transaction this is, by its setting loyalty.import_id; 0: one is being taken back; null: a person's doing.
CREATE FUNCTION "current_import"() RETURNS INTEGER LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('loyalty.import_id', true), '')::int
$$;

-- AlterTable
ALTER TABLE "acquisition_spend" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "answers" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "campaign_contacts" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "currency_rates" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "customer_tags" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "lost_recommendations" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "import_id" INTEGER DEFAULT current_import();

-- AlterTable
ALTER TABLE "imports" ADD COLUMN     "undo_asked_by" TEXT;

-- CreateTable
CREATE TABLE "import_changes" (
    "workspace_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "import_id" INTEGER,
    "over_import_id" INTEGER,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "import_changes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "import_changes_workspace_id_over_import_id_idx" ON "import_changes"("workspace_id", "over_import_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_changes_workspace_id_import_id_table_name_row_key_key" ON "import_changes"("workspace_id", "import_id", "table_name", "row_key");

-- AddForeignKey
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Notes what a row was before an import changes or removes it; of one that is being taken back nothing is noted. A change
-- by a person counts where the row was an import's: that one can no longer be taken back without losing it.
CREATE FUNCTION "note_import_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  current_import int := current_import();
  key text;
BEGIN
  IF current_import IS DISTINCT FROM OLD.import_id AND current_import IS DISTINCT FROM 0 THEN
    SELECT string_agg(to_jsonb(OLD) ->> part, ' ' ORDER BY place) INTO key FROM unnest(TG_ARGV) WITH ORDINALITY AS k(part, place);
    IF current_import IS NOT NULL THEN
      INSERT INTO import_changes (workspace_id, import_id, over_import_id, table_name, row_key, before)
      VALUES (OLD.workspace_id, current_import, OLD.import_id, TG_TABLE_NAME, key, to_jsonb(OLD)) ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'UPDATE' OR EXISTS (
      SELECT FROM import_changes c WHERE c.workspace_id = OLD.workspace_id AND c.import_id = OLD.import_id
        AND c.table_name = TG_TABLE_NAME AND c.row_key = key
    ) THEN
      INSERT INTO import_changes (workspace_id, over_import_id, table_name, row_key, before)
      SELECT OLD.workspace_id, OLD.import_id, TG_TABLE_NAME, key, '{}'
      WHERE NOT EXISTS (
        SELECT FROM import_changes c WHERE c.workspace_id = OLD.workspace_id AND c.over_import_id = OLD.import_id
          AND c.import_id IS NULL AND c.table_name = TG_TABLE_NAME AND c.row_key = key
      );
    END IF;
    IF TG_OP = 'UPDATE' AND current_import IS NOT NULL THEN
      NEW.import_id := current_import;
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "note_import_change" BEFORE UPDATE OR DELETE ON "customers" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('id');
CREATE TRIGGER "note_import_change" BEFORE UPDATE OR DELETE ON "customer_tags" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('tag', 'customer_id');
CREATE TRIGGER "note_import_change" BEFORE UPDATE OR DELETE ON "orders" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('shop', 'external_id');
CREATE TRIGGER "note_import_change" BEFORE UPDATE OR DELETE ON "lost_recommendations" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('external_id');
CREATE TRIGGER "note_import_change" BEFORE UPDATE OR DELETE ON "acquisition_spend" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('external_id');
CREATE TRIGGER "note_import_change" BEFORE UPDATE OR DELETE ON "currency_rates" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('base', 'currency', 'day');
CREATE TRIGGER "note_import_change" BEFORE UPDATE OR DELETE ON "campaign_contacts" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('campaign_id', 'customer_id');
-- Which follow-up an answer belongs to is no part of what was said.
CREATE TRIGGER "note_import_change" BEFORE DELETE OR UPDATE OF "customer_id", "kind", "day", "at", "score", "recommend", "again", "other", "comment", "source", "public", "negative"
ON "answers" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('id');
