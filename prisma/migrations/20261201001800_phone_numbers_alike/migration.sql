-- Phone numbers as customers' numbers: +45 12 34 56 78, 0045 12345678 and 12-34-56-78 are 12345678, as
-- loyalty/facts/near-number.ts says it. Everything else is held against each other as before.
DROP INDEX "customers_by_near_number";

CREATE OR REPLACE FUNCTION "near_number"("number" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN "number" ~ '^[1-9][0-9]*$' OR "number" ~ '@' THEN "number"
    WHEN "number" ~ '^[(]?([+]|00)' AND translate("number", ' ()./-', '') ~ '^([+]|00)4[57][0-9]{8}$'
      THEN coalesce(nullif(ltrim(right(translate("number", ' ()./-', ''), 8), '0'), ''), '0')
    WHEN "number" ~ '^[(]?[+]' AND translate("number", ' ()./-', '') ~ '^[+][1-9][0-9]{6,14}$'
      THEN substr(translate("number", ' ()./-', ''), 2)
    WHEN "number" ~ '^(([0-9]{2}[ .-]){3}[0-9]{2}|[0-9]{4}[ .-][0-9]{4}|[0-9]{3}[ .-][0-9]{2}[ .-][0-9]{3})$'
      THEN coalesce(nullif(ltrim(translate("number", ' ()./-', ''), '0'), ''), '0')
    WHEN "number" ~ '^#? ?[0-9]{1,3}([., ''][0-9]{3})+$'
      THEN coalesce(nullif(ltrim(translate("number", '#., ''', ''), '0'), ''), '0')
    WHEN "number" ~ '^#? ?[0-9]+([.,]0+)?$'
      THEN coalesce(nullif(ltrim(regexp_replace("number", '[.,]0+$', ''), '# 0'), ''), '0')
    WHEN "number" ~ '[a-zæøå]' AND "number" ~ '[^ #].*[A-ZÆØÅ]'
      THEN regexp_replace(ltrim("number", '# '), '([A-Za-zÆØÅæøå])[ ./-]+([0-9])', '\1\2', 'g')
    ELSE translate(regexp_replace(ltrim("number", '# '), '([A-Za-zÆØÅæøå])[ ./-]+([0-9])', '\1\2', 'g'),
      'abcdefghijklmnopqrstuvwxyzæøå', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ')
  END
$$;

CREATE INDEX "customers_by_near_number" ON "customers" ("workspace_id", near_number("external_id"))
  WHERE "external_id" <> near_number("external_id");
