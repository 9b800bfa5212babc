-- What was sent or given up is forgotten after a while, which looks for the oldest of it every minute.
CREATE INDEX "outbox_settled" ON "outbox"("workspace_id", "created_at") WHERE "status" IN ('sent', 'failed', 'dropped');
