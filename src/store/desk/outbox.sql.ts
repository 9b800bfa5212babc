import { big, instant, int, json, statement, text, texts } from '../database/statement.ts';

export const addPosts = statement(
  `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, thread_ts, visible_to, run_at, created_at)
   SELECT $1, channel_id, 'post', subject, key, announcement::jsonb, thread_ts, visible_to, $6, $6
   FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $7::text[], $8::text[])
     WITH ORDINALITY AS n(channel_id, subject, key, announcement, thread_ts, visible_to, place)
   ORDER BY place
   ON CONFLICT (workspace_id, key) DO NOTHING RETURNING key`,
  [int, texts, texts, texts, texts, instant, texts, texts],
  { key: text },
);

const postOfSubject = (subject: string) => `
  SELECT channel_id FROM outbox
  WHERE workspace_id = $1 AND subject = ${subject} AND kind = 'post' AND status NOT IN ('failed', 'dropped')
  ORDER BY id DESC LIMIT 1`;

export const addAfterPost = statement(
  `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, run_at, created_at)
   SELECT $1, channel_id, $2, $3, $4, $5::jsonb, $6, $6 FROM (${postOfSubject('$3')}) AS post
   ON CONFLICT (workspace_id, key) DO NOTHING`,
  [int, text, text, text, json(), instant],
);

export const addUpdate = statement(
  `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, run_at, created_at)
   SELECT $1, channel_id, 'update', $2, 'update:' || gen_random_uuid(), $3::jsonb, $4, $4
   FROM (${postOfSubject('$2')}) AS post
   ON CONFLICT (workspace_id, subject) WHERE kind = 'update' AND status = 'waiting'
   DO UPDATE SET announcement = excluded.announcement`,
  [int, text, json(), instant],
);

/** As the index "outbox_alerts" has it. What a clock wrote that was ahead is not of this hour. */
const alertPost = (kind: string) => `workspace_id = $1 AND channel_id = $2 AND created_at > $3 AND created_at <= $4
  AND kind = 'post' AND announcement->>'kind' IN ('follow-up', 'alerts') AND announcement->>'kind' = '${kind}'`;

export const countCards = statement(
  `SELECT count(*)::int AS cards FROM (SELECT FROM outbox WHERE ${alertPost('follow-up')} LIMIT $5) AS posts`,
  [int, text, instant, instant, big],
  { cards: int },
);

export const newestSharedAlert = statement(
  `SELECT subject FROM outbox WHERE ${alertPost('alerts')} AND status NOT IN ('failed', 'dropped')
   ORDER BY created_at DESC LIMIT 1`,
  [int, text, instant, instant],
  { subject: text },
);

/** As the index "outbox_settled" has it. */
const isSettled = `status IN ('sent', 'failed', 'dropped')`;

/** Whether more may follow a post `o`. */
const isAwaited = `
  EXISTS (SELECT FROM follow_ups f WHERE f.workspace_id = o.workspace_id
    AND f.id = (o.announcement->>'followUpId')::int AND (f.status <> 'done' OR f.done_at >= $2))
  OR EXISTS (SELECT FROM follow_ups f WHERE f.workspace_id = o.workspace_id
    AND f.shared_alert = o.subject AND (f.status <> 'done' OR f.done_at >= $2))
  OR EXISTS (SELECT FROM imports i WHERE i.workspace_id = o.workspace_id
    AND i.id = (o.announcement->>'importId')::int AND i.status = 'running')
  OR EXISTS (SELECT FROM outbox later WHERE later.workspace_id = o.workspace_id
    AND later.subject = o.subject AND later.status IN ('waiting', 'sending'))`;

export const forgetSettled = statement(
  `WITH old AS (
     SELECT id FROM outbox o
     WHERE workspace_id = $1 AND ${isSettled} AND created_at < $2 AND look_at IS NULL
       AND NOT (kind = 'post' AND (${isAwaited}))
     ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED
   )
   DELETE FROM outbox o USING old WHERE o.workspace_id = $1 AND o.id = old.id`,
  [int, instant, big],
);
