import { big, instant, int, json, orNull, statement, text, textOf } from '../database/statement.ts';

/**
 * From channel to channel through the index, so that its cost is that of the channels, not of the rows in them. What is
 * further ahead than any wait ($4, of leases $5) was written by a clock that was wrong.
 */
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
     SELECT DISTINCT workspace_id, channel_id, true FROM outbox
     WHERE look_at IS NOT NULL AND (look_at <= $1 OR look_at > $4)
   )
   SELECT workspace_id AS "workspaceId", channel_id AS "channelId",
     min(CASE WHEN NOT look AND free_at <= $4 THEN free_at END) AS "freeAt"
   FROM wanted LEFT JOIN lanes USING (workspace_id, channel_id)
   WHERE (look OR free_at IS NULL OR free_at <= $2 OR free_at > $4)
     AND (lease_until IS NULL OR lease_until <= $1 OR lease_until > $5 OR lease_by = $3)
   GROUP BY workspace_id, channel_id ORDER BY 3 NULLS FIRST`,
  [instant, instant, text, instant, instant],
  { workspaceId: int, channelId: text, freeAt: orNull(instant) },
);

export const takeLane = statement(
  `INSERT INTO lanes AS l (workspace_id, channel_id, free_at, lease_until, lease_by) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (workspace_id, channel_id) DO UPDATE SET lease_until = $4, lease_by = $5,
     free_at = CASE WHEN l.free_at > $6 THEN $3 ELSE l.free_at END
   WHERE l.lease_until IS NULL OR l.lease_until <= $3 OR l.lease_until > $7 OR l.lease_by = $5
   RETURNING free_at`,
  [int, text, instant, instant, text, instant, instant],
  { free_at: instant },
);

export const releaseLane = statement(
  `UPDATE lanes SET lease_until = NULL, lease_by = NULL, free_at = greatest(free_at, $4::timestamptz),
     newest_ts = coalesce($5, newest_ts), slack_ahead_ms = CASE WHEN $5::text IS NULL THEN slack_ahead_ms ELSE $6 END
   WHERE workspace_id = $1 AND channel_id = $2 AND lease_by = $3`,
  [int, text, text, orNull(instant), orNull(text), orNull(int)],
);

const rowColumns = `workspace_id AS "workspaceId", id, channel_id AS "channelId", kind, thread_ts AS "threadTs",
  visible_to AS "visibleTo", subject, announcement, status, run_at AS "runAt", attempts, sending_at AS "sendingAt",
  first_sending_at AS "firstSendingAt", sent_at AS "sentAt", ts, created_at AS "createdAt", look,
  after_ts AS "afterTs", slack_ahead_ms AS "slackAheadMs", waits_for AS "waitsFor"`;

const row = {
  workspaceId: int,
  id: big,
  channelId: text,
  kind: textOf<'post' | 'reply' | 'update' | 'delete' | 'canvas'>(),
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
  /** How far a look is that could not be ended. */
  look: orNull(json<{ readonly range: number; readonly cursor: string | null }>()),
  /** The newest ts that Slack had given before the first such call. */
  afterTs: orNull(text),
  slackAheadMs: orNull(int),
  /** Slack's word for why it waits. */
  waitsFor: orNull(text),
} as const;

/** As the index "outbox_to_send" has it: a message of its own, which nobody waits for to the second. */
const isNewPost = `CASE WHEN kind = 'post' AND thread_ts IS NULL AND visible_to IS NULL THEN 1 ELSE 0 END`;
const pending = `workspace_id = $1 AND channel_id = $2 AND status IN ('waiting', 'sending')`;

/** What follows a post that is not sent yet is not read before it. */
export const pendingRows = statement(
  `(SELECT ${rowColumns} FROM outbox o WHERE ${pending} AND (${isNewPost}) = 0
      AND NOT (kind <> 'post' AND EXISTS (SELECT FROM outbox post WHERE post.workspace_id = $1
        AND post.subject = o.subject AND post.kind = 'post' AND post.id < o.id AND post.status IN ('waiting', 'sending')))
    ORDER BY id LIMIT $3)
   UNION ALL
   (SELECT ${rowColumns} FROM outbox WHERE ${pending} AND (${isNewPost}) = 1 ORDER BY id LIMIT $3)`,
  [int, text, big],
  row,
);

export const rowToLookFor = statement(
  `SELECT ${rowColumns} FROM outbox
   WHERE workspace_id = $1 AND channel_id = $2 AND look_at IS NOT NULL AND (look_at <= $3 OR look_at > $4)
   ORDER BY look_at LIMIT 1`,
  [int, text, instant, instant],
  row,
);

/** The row is as it was read; parameters 1 to 4. */
const unchanged = 'workspace_id = $1 AND id = $2 AND status = $3 AND sending_at IS NOT DISTINCT FROM $4::timestamptz';
const owned = [int, big, text, orNull(instant)] as const;

/** The newest ts bounds a look by Slack's own clock; those of all channels are one clock's. */
export const beginSending = statement(
  `WITH held AS (
     UPDATE lanes SET lease_until = $6, free_at = greatest(free_at, $7::timestamptz)
     WHERE workspace_id = $1 AND channel_id = $8 AND lease_by = $9 AND lease_until > $5 RETURNING 1
   ), newest AS (
     SELECT newest_ts, slack_ahead_ms FROM lanes WHERE workspace_id = $1 AND newest_ts IS NOT NULL
     ORDER BY newest_ts COLLATE "C" DESC LIMIT 1
   )
   UPDATE outbox SET status = 'sending', sending_at = $5, first_sending_at = coalesce(first_sending_at, $5),
     after_ts = CASE WHEN first_sending_at IS NULL THEN (SELECT newest_ts FROM newest) ELSE after_ts END,
     slack_ahead_ms = CASE WHEN first_sending_at IS NULL THEN (SELECT slack_ahead_ms FROM newest) ELSE slack_ahead_ms END,
     attempts = attempts + 1, look = NULL
   WHERE workspace_id = $1 AND id = (SELECT id FROM outbox WHERE ${unchanged} FOR NO KEY UPDATE SKIP LOCKED)
     AND EXISTS (SELECT FROM held) RETURNING ${rowColumns}`,
  [...owned, instant, instant, instant, text, text],
  row,
);

export const noteSent = statement(
  `UPDATE outbox SET status = 'sent', ts = $5, sent_at = $6, look_at = $7, error = NULL, look = NULL, waits_for = NULL
   WHERE ${unchanged}`,
  [...owned, orNull(text), instant, orNull(instant)],
);

/** Of a message at most one edit waits. A newer one shows everything that this one would have shown. */
const waitsAgain = `CASE
     WHEN kind = 'update' AND EXISTS (
       SELECT FROM outbox newer WHERE newer.workspace_id = $1 AND newer.subject = outbox.subject
         AND newer.kind = 'update' AND newer.status = 'waiting') THEN 'dropped' ELSE 'waiting' END`;

export const putBack = statement(
  `UPDATE outbox SET sending_at = NULL, run_at = $5, attempts = $6, first_sending_at = $7, error = $8, look = NULL,
     status = ${waitsAgain}
   WHERE ${unchanged}`,
  [...owned, instant, int, orNull(instant), text],
);

/** The newer edit of a message that waits in an edit's place waits for the same. */
export const holdBack = statement(
  `WITH held AS (
     UPDATE outbox SET sending_at = NULL, run_at = $5, attempts = $6, first_sending_at = $7, error = $8, look = NULL,
       waits_for = $8, status = ${waitsAgain}
     WHERE ${unchanged} RETURNING channel_id
   )
   INSERT INTO obstacles (workspace_id, channel_id, reason, since) SELECT $1, channel_id, $8, $9 FROM held
   ON CONFLICT (workspace_id, channel_id, reason) DO NOTHING`,
  [...owned, instant, int, orNull(instant), text, instant],
);

/** It may have been sent, and Slack does not let us look. */
export const holdLook = statement(
  `WITH held AS (
     UPDATE outbox SET run_at = $5, error = $6, waits_for = $6 WHERE ${unchanged} RETURNING channel_id
   )
   INSERT INTO obstacles (workspace_id, channel_id, reason, since) SELECT $1, channel_id, $6, $7 FROM held
   ON CONFLICT (workspace_id, channel_id, reason) DO NOTHING`,
  [...owned, instant, text, instant],
);

/** The look goes on at \`run_at\`, where it was. */
export const pauseLook = statement(`UPDATE outbox SET run_at = $5, look = $6::jsonb WHERE ${unchanged}`, [
  ...owned,
  instant,
  orNull(json()),
]);

export const letGo = statement(
  `UPDATE outbox SET run_at = $4, waits_for = NULL
   WHERE workspace_id = $1 AND channel_id = $2 AND waits_for = $3 AND status IN ('waiting', 'sending')`,
  [int, text, text, instant],
);

export const noteLook = statement(
  'UPDATE outbox SET look_at = $3, look = $4::jsonb WHERE workspace_id = $1 AND id = $2',
  [int, big, orNull(instant), orNull(json())],
);
