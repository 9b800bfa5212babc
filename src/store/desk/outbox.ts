import type { Sql } from '../database/sql.ts';

/** What is to be said in a channel. */
export interface NewPost {
  /** A conversation's id (C…, G…, D…), never a member's: messages are looked for in it. */
  readonly channelId: string;
  /** What it is about, for example follow-up:12; replies and edits find the message by it. */
  readonly subject: string;
  /** A second row with the same key is not written. */
  readonly key: string;
  /** Kind, ids and facts; words are made when it is sent. */
  readonly announcement: unknown;
  /** A message of somebody else's, in whose thread it goes. */
  readonly threadTs?: string | null;
  /** The one member who is to see it; all, where left out. */
  readonly visibleTo?: string | null;
}

/** What follows a post: it goes to the channel where the newest post of its subject went. */
export type NewReply = Pick<NewPost, 'subject' | 'key' | 'announcement'>;

/**
 * What is to be said in Slack. Call it inside the transaction of what causes it, so that both are there or neither.
 * `at` is the instant of writing.
 */
export function outboxStore(sql: Sql, workspaceId: number) {
  const afterPost = async (kind: 'reply' | 'delete', row: NewReply, at: Date) => {
    const written = await sql.run(
      `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, run_at, created_at)
       SELECT $1, channel_id, $2, $3, $4, $5::jsonb, $6, $6 FROM (${postOfSubject('$3')}) AS post
       ON CONFLICT (workspace_id, key) DO NOTHING`,
      [workspaceId, kind, row.subject, row.key, JSON.stringify(row.announcement), at],
    );
    return written > 0;
  };

  return {
    /** @returns whether it is new; false when a row with its key is there already */
    async add(post: NewPost, at: Date): Promise<boolean> {
      return (await addAll(sql, workspaceId, [post], at)).length > 0;
    },

    /** The same for many, in their order. @returns the keys of those that are new */
    addAll: (posts: readonly NewPost[], at: Date): Promise<string[]> => addAll(sql, workspaceId, posts, at),

    /** A message in the thread of the subject's post. @returns false when it is there already or nothing was posted */
    addReply: (reply: NewReply, at: Date): Promise<boolean> => afterPost('reply', reply, at),

    /** Takes the subject's post away. @returns false when that is asked for already or nothing was posted */
    addDelete: (removal: Omit<NewReply, 'announcement'>, at: Date): Promise<boolean> =>
      afterPost('delete', { ...removal, announcement: {} }, at),

    /**
     * An edit of the subject's post. While one waits, a second is the same one: its words are made when it is sent.
     * Touching the waiting row holds it until this transaction ends; sent a moment earlier, it would miss this change.
     *
     * @returns false when nothing was posted
     */
    async addUpdate(update: Pick<NewReply, 'subject' | 'announcement'>, at: Date): Promise<boolean> {
      const written = await sql.run(
        `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, run_at, created_at)
         SELECT $1, channel_id, 'update', $2, 'update:' || gen_random_uuid(), $3::jsonb, $4, $4
         FROM (${postOfSubject('$2')}) AS post
         ON CONFLICT (workspace_id, subject) WHERE kind = 'update' AND status = 'waiting'
         DO UPDATE SET announcement = excluded.announcement`,
        [workspaceId, update.subject, JSON.stringify(update.announcement), at],
      );
      return written > 0;
    },

    /** Where the subject's post is, once it is sent. */
    async findPost(subject: string): Promise<{ readonly channelId: string; readonly ts: string } | null> {
      const [row] = await sql.rows<{ channel_id: string; ts: string }>(
        `SELECT channel_id, ts FROM outbox
         WHERE workspace_id = $1 AND subject = $2 AND kind = 'post' AND status = 'sent' ORDER BY id DESC LIMIT 1`,
        [workspaceId, subject],
      );
      return row ? { channelId: row.channel_id, ts: row.ts } : null;
    },

    /** How many messages Slack did not take since then. */
    async countUndelivered(since: Date): Promise<number> {
      const [row] = await sql.rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM outbox WHERE workspace_id = $1 AND status = 'failed' AND created_at >= $2`,
        [workspaceId, since],
      );
      return row?.count ?? 0;
    },

    /**
     * Forgets what was written before an instant and is settled. The post stays of a follow-up that is not done or of an
     * import that runs, and of whatever something is still to be sent about: edits and replies find their way by it.
     */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(
        `WITH old AS (
           SELECT id FROM outbox o
           WHERE workspace_id = $1 AND ${isSettled} AND created_at < $2 AND look_at IS NULL
             AND NOT (kind = 'post' AND (${isAwaited}))
           ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED
         )
         DELETE FROM outbox o USING old WHERE o.workspace_id = $1 AND o.id = old.id`,
        [workspaceId, before, most],
      );
    },
  };
}

async function addAll(sql: Sql, workspaceId: number, posts: readonly NewPost[], at: Date): Promise<string[]> {
  if (posts.length === 0) return [];
  const rows = await sql.rows<{ key: string }>(
    `INSERT INTO outbox (workspace_id, channel_id, kind, subject, key, announcement, thread_ts, visible_to, run_at, created_at)
     SELECT $1, channel_id, 'post', subject, key, announcement::jsonb, thread_ts, visible_to, $6, $6
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $7::text[], $8::text[])
       WITH ORDINALITY AS n(channel_id, subject, key, announcement, thread_ts, visible_to, place)
     ORDER BY place
     ON CONFLICT (workspace_id, key) DO NOTHING RETURNING key`,
    [
      workspaceId,
      posts.map((post) => post.channelId),
      posts.map((post) => post.subject),
      posts.map((post) => post.key),
      posts.map((post) => JSON.stringify(post.announcement)),
      at,
      posts.map((post) => post.threadTs ?? null),
      posts.map((post) => post.visibleTo ?? null),
    ],
  );
  return rows.map((row) => row.key);
}

const postOfSubject = (subject: string) => `
  SELECT channel_id FROM outbox
  WHERE workspace_id = $1 AND subject = ${subject} AND kind = 'post' AND status NOT IN ('failed', 'dropped')
  ORDER BY id DESC LIMIT 1`;

/** As the index "outbox_settled" has it. */
const isSettled = `status IN ('sent', 'failed', 'dropped')`;

/** Whether more may follow a post `o`. */
const isAwaited = `
  EXISTS (SELECT FROM follow_ups f WHERE f.workspace_id = o.workspace_id
    AND f.id = (o.announcement->>'followUpId')::int AND (f.status <> 'done' OR f.done_at >= $2))
  OR EXISTS (SELECT FROM imports i WHERE i.workspace_id = o.workspace_id
    AND i.id = (o.announcement->>'importId')::int AND i.status = 'running')
  OR EXISTS (SELECT FROM outbox later WHERE later.workspace_id = o.workspace_id
    AND later.subject = o.subject AND later.status IN ('waiting', 'sending'))`;
