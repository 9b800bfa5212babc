-- What a row without a number of its own is known by is no part of what was said: a new key for it is no change of an import.
DROP TRIGGER "note_import_change" ON "orders";
DROP TRIGGER "note_import_change" ON "lost_recommendations";
DROP TRIGGER "note_import_change" ON "acquisition_spend";

CREATE TRIGGER "note_import_change" BEFORE DELETE OR UPDATE OF "customer_id", "shop", "day", "at", "amount_minor", "currency", "status"
ON "orders" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('shop', 'external_id');
CREATE TRIGGER "note_import_change" BEFORE DELETE OR UPDATE OF "recommender_id", "day", "value_minor", "currency", "note"
ON "lost_recommendations" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('external_id');
CREATE TRIGGER "note_import_change" BEFORE DELETE OR UPDATE OF "from_day", "to_day", "source", "amount_minor", "currency"
ON "acquisition_spend" FOR EACH ROW EXECUTE FUNCTION "note_import_change"('external_id');
