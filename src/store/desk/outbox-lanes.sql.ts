import { big, instant, int, json, orNull, statement, text, textOf } from '../database/statement.ts';

/** From channel to channel through the index, so that its cost is that of the channels, not of the rows in them. */
export const dueChannels = statement(
  `WITH RECURSIVE pending AS (
     (SELECT workspace_id, channel_id FROM outbox WHERE status IN ('waiting', 'sending')
      ORDER BY workspace_id, channel_id LIMIT 1)
     UNION ALL
     SELECT next.workspace_id, next.channel_id FROM pending p CROSS JOIN LATERAL (
       SELECT workspace_id, channel_id FROM outbox
       WHERE status IN ('waiting', 'sending') AND (workspace_id, channel_id) > (p.workspace_id, p.channel_id)
       ORDER BY workspace_id, channel_id LIMIT 1
     ) AS next
   ), wanted AS (
     SELECT workspace_id, channel_id, false AS look FROM pending
     UNION ALL
     SELECT DISTINCT workspace_id, channel_id, true FROM outbox WHERE look_at <= $1
   )
   SELECT workspace_id AS "workspaceId", channel_id AS "channelId", min(CASE WHEN NOT look THEN free_at END) AS "freeAt"
   FROM wanted LEFT JOIN lanes USING (workspace_id, channel_id)
   WHERE (look OR free_at IS NULL OR free_at <= $2)
     AND (lease_until IS NULL OR lease_until <= $1 OR lease_by = $3)
   GROUP BY workspace_id, channel_id ORDER BY 3 NULLS FIRST`,
  [instant, instant, text],
  { workspaceId: int, channelId: text, freeAt: orNull(instant) },
);

export const takeLane = statement(
  `INSERT INTO lanes AS l (workspace_id, channel_id, free_at, lease_until, lease_by) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (workspace_id, channel_id) DO UPDATE SET lease_until = $4, lease_by = $5
   WHERE l.lease_until IS NULL OR l.lease_until <= $3 OR l.lease_by = $5
   RETURNING free_at`,
  [int, text, instant, instant, text],
  { free_at: instant },
);

export const releaseLane = statement(
  `UPDATE lanes SET lease_until = NULL, lease_by = NULL, free_at = greatest(free_at, $4::timestamptz)
   WHERE workspace_id = $1 AND channel_id = $2 AND lease_by = $3`,
  [int, text, text, orNull(instant)],
);

const rowColumns = `workspace_id AS "workspaceId", id, channel_id AS "channelId", kind, thread_ts AS "threadTs",
  visible_to AS "visibleTo", subject, announcement, status, run_at AS "runAt", attempts, sending_at AS "sendingAt",
  first_sending_at AS "firstSendingAt", sent_at AS "sentAt", ts, created_at AS "createdAt"`;

const row = {
  workspaceId: int,
  id: big,
  channelId: text,
  kind: textOf<'post' | 'reply' | 'update' | 'delete'>(),
  /** A message of somebody else's, in whose thread a post goes. */
  threadTs: orNull(text),
  /** The one member who is to see a post; null: all. */
  visibleTo: orNull(text),
  subject: text,
  announcement: json<unknown>(),
  status: textOf<'waiting' | 'sending' | 'sent'>(),
  runAt: instant,
  attempts: int,
  /** When the newest call without a known outcome began. */
  sendingAt: orNull(instant),
  /** When the first such call began; null: Slack holds no copy. */
  firstSendingAt: orNull(instant),
  sentAt: orNull(instant),
  ts: orNull(text),
  createdAt: instant,
} as const;

export const pendingRows = statement(
  `SELECT ${rowColumns} FROM outbox
   WHERE workspace_id = $1 AND channel_id = $2 AND status IN ('waiting', 'sending') ORDER BY id LIMIT $3`,
  [int, text, big],
  row,
);

export const rowToLookFor = statement(
  `SELECT ${rowColumns} FROM outbox
   WHERE workspace_id = $1 AND channel_id = $2 AND look_at <= $3 ORDER BY look_at LIMIT 1`,
  [int, text, instant],
  row,
);

/** The row is as it was read; parameters 1 to 4. */
const unchanged = 'workspace_id = $1 AND id = $2 AND status = $3 AND sending_at IS NOT DISTINCT FROM $4::timestamptz';
const owned = [int, big, text, orNull(instant)] as const;

export const beginSending = statement(
  `WITH held AS (
     UPDATE lanes SET lease_until = $6, free_at = greatest(free_at, $7::timestamptz)
     WHERE workspace_id = $1 AND channel_id = $8 AND lease_by = $9 AND lease_until > $5 RETURNING 1
   )
   UPDATE outbox SET status = 'sending', sending_at = $5, first_sending_at = coalesce(first_sending_at, $5),
     attempts = attempts + 1
   WHERE workspace_id = $1 AND id = (SELECT id FROM outbox WHERE ${unchanged} FOR NO KEY UPDATE SKIP LOCKED)
     AND EXISTS (SELECT FROM held) RETURNING ${rowColumns}`,
  [...owned, instant, instant, instant, text, text],
  row,
);

export const noteSent = statement(
  `UPDATE outbox SET status = 'sent', ts = $5, sent_at = $6, look_at = $7, error = NULL WHERE ${unchanged}`,
  [...owned, orNull(text), instant, orNull(instant)],
);

/** Of a message at most one edit waits. A newer one shows everything that this one would have shown. */
export const putBack = statement(
  `UPDATE outbox SET sending_at = NULL, run_at = $5, attempts = $6, first_sending_at = $7, error = $8, status = CASE
     WHEN kind = 'update' AND EXISTS (
       SELECT FROM outbox newer WHERE newer.workspace_id = $1 AND newer.subject = outbox.subject
         AND newer.kind = 'update' AND newer.status = 'waiting') THEN 'dropped' ELSE 'waiting' END
   WHERE ${unchanged}`,
  [...owned, instant, int, orNull(instant), text],
);
