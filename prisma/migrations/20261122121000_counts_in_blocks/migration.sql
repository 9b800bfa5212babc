-- What went wrong is told with the overview, which looks for it each time.
CREATE INDEX "outbox_failed" ON "outbox"("workspace_id", "created_at") WHERE "status" = 'failed';

-- Counts that were kept by days alone get their blocks of 32 days; see src/store/tallies.ts.
INSERT INTO "tallies" ("workspace_id", "figure", "segment", "day", "stripe", "first", "second", "third")
SELECT "workspace_id", "figure" || '/32', "segment", DATE '1970-01-01' + (("day" - DATE '1970-01-01') >> 5 << 5), "stripe",
    sum("first"), sum("second"), sum("third")
FROM "tallies" WHERE "figure" NOT LIKE '%/32'
GROUP BY 1, 2, 3, 4, 5
ON CONFLICT ("workspace_id", "figure", "segment", "day", "stripe") DO UPDATE
SET "first" = excluded."first", "second" = excluded."second", "third" = excluded."third";
