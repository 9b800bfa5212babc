import type { Sql } from '../database/sql.ts';

/** Something a member said to the app in a message. */
export interface NewRequest {
  readonly channelId: string;
  /** Slack's ts of the message; with the channel it names the request. */
  readonly ts: string;
  /** The thread it was said in; null: none. */
  readonly threadTs: string | null;
  readonly memberId: string;
  /** What was said, without the mention of the app. */
  readonly words: string;
}

export interface StoredRequest extends NewRequest {
  readonly id: number;
  /** How often somebody began to answer it, this time included. */
  readonly attempts: number;
}

export function requestsStore(sql: Sql, workspaceId: number) {
  return {
    /** @returns false when the message is known already */
    async add(request: NewRequest, at: Date): Promise<boolean> {
      const written = await sql.run(
        `INSERT INTO requests (workspace_id, key, channel_id, ts, thread_ts, member_id, words, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (workspace_id, key) DO NOTHING`,
        [
          workspaceId,
          `${request.channelId}:${request.ts}`,
          request.channelId,
          request.ts,
          request.threadTs,
          request.memberId,
          request.words,
          at,
        ],
      );
      return written > 0;
    },

    /** Takes the oldest that is to be answered and that nobody works on; the lease keeps other processes away. */
    async take(now: Date, leaseUntil: Date): Promise<StoredRequest | null> {
      const [row] = await sql.rows<RequestRow>(
        `UPDATE requests SET lease_until = $3, attempts = attempts + 1
         WHERE (workspace_id, id) = (
           SELECT workspace_id, id FROM requests
           WHERE workspace_id = $1 AND answered_at IS NULL AND (lease_until IS NULL OR lease_until <= $2)
           ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
         ) RETURNING id, channel_id, ts, thread_ts, member_id, words, attempts`,
        [workspaceId, now, leaseUntil],
      );
      return row ? toRequest(row) : null;
    },

    /** Takes back what a process held that ended; only for who knows that there is no other. */
    async freeAll(): Promise<void> {
      await sql.run(
        `UPDATE requests SET lease_until = NULL
         WHERE workspace_id = $1 AND answered_at IS NULL AND lease_until IS NOT NULL`,
        [workspaceId],
      );
    },

    /** Notes that its answer is written by this transaction. @returns false when it was answered before: then don't */
    async noteAnswered(id: number, at: Date): Promise<boolean> {
      return (
        (await sql.run(
          `UPDATE requests SET answered_at = $3, lease_until = NULL
           WHERE workspace_id = $1 AND id = $2 AND answered_at IS NULL`,
          [workspaceId, id, at],
        )) === 1
      );
    },

    /** Forgets what was answered before an instant. */
    async forget(before: Date, most: number): Promise<void> {
      await sql.run(
        `WITH old AS (
           SELECT id FROM requests WHERE workspace_id = $1 AND answered_at < $2 LIMIT $3 FOR UPDATE SKIP LOCKED
         )
         DELETE FROM requests r USING old WHERE r.workspace_id = $1 AND r.id = old.id`,
        [workspaceId, before, most],
      );
    },
  };
}

interface RequestRow {
  readonly id: number;
  readonly channel_id: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly member_id: string;
  readonly words: string;
  readonly attempts: number;
}

function toRequest(row: RequestRow): StoredRequest {
  return {
    id: row.id,
    channelId: row.channel_id,
    ts: row.ts,
    threadTs: row.thread_ts,
    memberId: row.member_id,
    words: row.words,
    attempts: row.attempts,
  };
}
