-- An order as it was before an import changed it is brought back with all of its columns, of which this one is new.
UPDATE "import_changes" SET "before" = "before" || '{"lines": 1}'
WHERE "table_name" = 'orders' AND "before" ? 'external_id' AND NOT "before" ? 'lines';
