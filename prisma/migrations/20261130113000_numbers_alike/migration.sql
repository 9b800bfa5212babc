-- The spelling in which numbers are held against each other, as loyalty/facts/near-number.ts says it: 00123 and 1.042 are 123
-- and 1042, k1 and K-1 are K1. E-mail addresses, and numbers in capitals and small letters alike (ids of programs), stay.
CREATE FUNCTION "near_number"("number" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN "number" ~ '^[1-9][0-9]*$' OR "number" ~ '@' THEN "number"
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

-- Customers whose number is not spelt so itself: the others are found by the number.
CREATE INDEX "customers_by_near_number" ON "customers" ("workspace_id", near_number("external_id"))
  WHERE "external_id" <> near_number("external_id");

-- Of how many rows of a file an order's amount is made. Of those that are there nobody knows it.
ALTER TABLE "orders" ADD COLUMN "lines" INTEGER NOT NULL DEFAULT 1;
