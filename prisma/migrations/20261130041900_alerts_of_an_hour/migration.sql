-- How many alerts a channel got within the last hour.
CREATE INDEX "outbox_alerts" ON "outbox"("workspace_id", "channel_id", "created_at") WHERE "kind" = 'post' AND "announcement"->>'kind' IN ('follow-up', 'alerts');
