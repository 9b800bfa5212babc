-- An e-mail address as a customer's number is kept in small letters, as files are now read. Of several that differ in their
-- capitals alone the first becomes the one that files find; where that one is there already, all stay as they are.
CREATE TEMPORARY TABLE "folded_numbers" AS
SELECT DISTINCT ON (f."workspace_id", f."folded") f."workspace_id", f."id", f."folded" FROM (
  SELECT "workspace_id", "id", "external_id",
    lower(translate("external_id", 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ')) AS "folded"
  FROM "customers" WHERE "external_id" LIKE '%@%'
) f
WHERE f."external_id" <> f."folded"
  AND NOT EXISTS (SELECT FROM "customers" o WHERE o."workspace_id" = f."workspace_id" AND o."external_id" = f."folded")
ORDER BY f."workspace_id", f."folded", f."id";

-- It is no change by a person, on which an import could not be taken back (0 notes nothing), and what is brought back
-- with an import is not split again.
SELECT set_config('loyalty.import_id', '0', true);
UPDATE "import_changes" i SET "before" = jsonb_set(i."before", '{external_id}', to_jsonb(n."folded"))
FROM "folded_numbers" n
WHERE i."workspace_id" = n."workspace_id" AND i."table_name" = 'customers' AND i."row_key" = n."id"::text
  AND i."before" ? 'external_id';
UPDATE "customers" c SET "external_id" = n."folded"
FROM "folded_numbers" n WHERE c."workspace_id" = n."workspace_id" AND c."id" = n."id";
SELECT set_config('loyalty.import_id', '', true);

DROP TABLE "folded_numbers";
