-- Finds the standings of a segment's customers without a look-up for each of them. Most customers of most companies are in none.
CREATE INDEX "customer_standings_tags_idx" ON "customer_standings" USING gin ("tags") WHERE "tags" <> '{}';
