import { bool, instant, int, orNull, statement, text } from '../database/statement.ts';

const obstacle = { channelId: text, reason: text, since: instant };
const columns = 'o.channel_id AS "channelId", o.reason, o.since';

/** What waits in the channel of an obstacle `o`, for its reason. */
const waitsForIt = `outbox w WHERE w.workspace_id = o.workspace_id AND w.channel_id = o.channel_id
  AND w.waits_for = o.reason AND w.status IN ('waiting', 'sending')`;

/** Of a conversation with one person nothing can be mended, and what tells of an obstacle is none itself. */
export const untold = statement(
  `SELECT ${columns} FROM obstacles o WHERE o.workspace_id = $1 AND o.told_at IS NULL AND o.channel_id NOT LIKE 'D%'
     AND EXISTS (SELECT FROM ${waitsForIt} AND w.announcement->>'kind' IS DISTINCT FROM 'obstacle')
   ORDER BY o.since, o.channel_id, o.reason`,
  [int],
  obstacle,
);

export const endThoseOver = statement(
  `DELETE FROM obstacles o WHERE o.workspace_id = $1 AND NOT EXISTS (SELECT FROM ${waitsForIt})
   RETURNING ${columns}, o.told_at IS NOT NULL AS "wasTold"`,
  [int],
  { ...obstacle, wasTold: bool },
);

export const noteTold = statement(
  `UPDATE obstacles SET told_at = $5
   WHERE workspace_id = $1 AND channel_id = $2 AND reason = $3 AND since = $4 AND told_at IS NULL`,
  [int, text, text, instant, instant],
);

/** Everything that is to be sent there waits with the first. */
export const waitingIn = statement(
  `SELECT (SELECT count(*)::int FROM outbox WHERE workspace_id = $1 AND channel_id = $2 AND status IN ('waiting', 'sending'))
     AS waiting
   FROM obstacles o WHERE o.workspace_id = $1 AND o.channel_id = $2 AND o.reason = $3 AND o.since = $4`,
  [int, text, text, instant],
  { waiting: orNull(int) },
);

export const tryNow = statement(
  `UPDATE outbox SET run_at = $3
   WHERE workspace_id = $1 AND channel_id = $2 AND waits_for IS NOT NULL AND status IN ('waiting', 'sending')`,
  [int, text, instant],
);

/** What Slack may hold already is looked for where it was sent; what hangs from a message that is there stays with it. */
export const moveWaiting = statement(
  `WITH posts AS (
     UPDATE outbox SET channel_id = $3, run_at = $4, waits_for = NULL
     WHERE workspace_id = $1 AND channel_id = $2 AND kind = 'post' AND status = 'waiting' AND thread_ts IS NULL
       AND visible_to IS NULL AND first_sending_at IS NULL
       AND (NOT $5 OR announcement->>'kind' IN ('follow-up', 'alerts', 'figure-alert')) RETURNING subject
   ), followers AS (
     UPDATE outbox f SET channel_id = $3, waits_for = NULL FROM posts
     WHERE f.workspace_id = $1 AND f.channel_id = $2 AND f.kind <> 'post' AND f.status = 'waiting'
       AND f.subject = posts.subject RETURNING 1
   )
   SELECT count(*)::int AS moved FROM posts`,
  [int, text, text, instant, bool],
  { moved: int },
);

/** Answers to what was said in a channel that takes nothing just now, of which whoever asked was not told yet. */
export const answersHeld = statement(
  `SELECT DISTINCT ON (r.id) r.id AS "requestId", r.member_id AS "memberId", r.words, r.channel_id AS "channelId", w.waits_for AS reason
   FROM requests r
     JOIN outbox o ON o.workspace_id = r.workspace_id AND o.subject IN ('request:' || r.id, 'request:' || r.id || ':alone')
     JOIN outbox w ON w.workspace_id = o.workspace_id AND w.channel_id = o.channel_id
   WHERE r.workspace_id = $1 AND r.channel_id NOT LIKE 'D%' AND o.kind = 'post' AND o.status IN ('waiting', 'sending')
     AND w.waits_for IS NOT NULL AND w.status IN ('waiting', 'sending')
     AND NOT EXISTS (SELECT FROM outbox t WHERE t.workspace_id = r.workspace_id AND t.subject = 'request:' || r.id || ':held')
   ORDER BY r.id, w.id`,
  [int],
  { requestId: int, memberId: text, words: text, channelId: text, reason: text },
);
