import type { Sql } from '../database/sql.ts';

/** A channel of the outbox. Its rows are sent one after the other by whoever holds its lease. */
export interface Lane {
  readonly workspaceId: number;
  readonly channelId: string;
}

export interface OutboxRow extends Lane {
  readonly id: string;
  readonly kind: 'post' | 'reply' | 'update' | 'delete';
  /** A message of somebody else's, in whose thread a post goes. */
  readonly threadTs: string | null;
  /** The one member who is to see a post; null: all. */
  readonly visibleTo: string | null;
  readonly subject: string;
  readonly announcement: unknown;
  readonly status: 'waiting' | 'sending' | 'sent';
  readonly runAt: Date;
  readonly attempts: number;
  /** When the newest call without a known outcome began. */
  readonly sendingAt: Date | null;
  /** When the first such call began; null: Slack holds no copy. */
  readonly firstSendingAt: Date | null;
  readonly sentAt: Date | null;
  readonly ts: string | null;
  readonly createdAt: Date;
}

export interface PostState {
  readonly status: string;
  readonly ts: string | null;
  readonly sentAt: Date | null;
}

export interface NextTry {
  readonly runAt: Date;
  readonly attempts: number;
  readonly firstSendingAt: Date | null;
}

/**
 * The outbox as those see it who deliver it, over all workspaces. Every write names the state that it was decided on, so
 * of two who race one finds nothing to write.
 *
 * @param holder names this process in its leases
 */
export function lanesStore(sql: Sql, holder: string) {
  const owned = (row: OutboxRow) => [row.workspaceId, row.id, row.status, row.sendingAt];
  return {
    /** Channels in which something waits or is to be looked for, free by `until` and held by nobody else. Who waits longest comes first. */
    async findDue(now: Date, until: Date): Promise<(Lane & { readonly freeAt: Date | null })[]> {
      const rows = await sql.prepared<{ workspace_id: number; channel_id: string; free_at: Date | null }>(dueQuery, [
        now,
        until,
        holder,
      ]);
      return rows.map((row) => ({ workspaceId: row.workspace_id, channelId: row.channel_id, freeAt: row.free_at }));
    },

    /** Takes the channel's lease. @returns from when the next message may go, or null when somebody else holds it */
    async take({ workspaceId, channelId }: Lane, now: Date, leaseUntil: Date): Promise<Date | null> {
      const [row] = await sql.rows<{ free_at: Date }>(
        `INSERT INTO lanes AS l (workspace_id, channel_id, free_at, lease_until, lease_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (workspace_id, channel_id) DO UPDATE SET lease_until = $4, lease_by = $5
         WHERE l.lease_until IS NULL OR l.lease_until <= $3 OR l.lease_by = $5
         RETURNING free_at`,
        [workspaceId, channelId, now, leaseUntil, holder],
      );
      return row?.free_at ?? null;
    },

    /** Gives the lease back. With `freeAt`, nothing goes before it. */
    async release({ workspaceId, channelId }: Lane, freeAt: Date | null): Promise<void> {
      await sql.run(
        `UPDATE lanes SET lease_until = NULL, lease_by = NULL, free_at = greatest(free_at, $4::timestamptz)
         WHERE workspace_id = $1 AND channel_id = $2 AND lease_by = $3`,
        [workspaceId, channelId, holder, freeAt],
      );
    },

    /** What is still to be sent there, in order. */
    async readPending({ workspaceId, channelId }: Lane, limit: number): Promise<OutboxRow[]> {
      const rows = await sql.prepared<Row>(
        `SELECT ${columns} FROM outbox
         WHERE workspace_id = $1 AND channel_id = $2 AND status IN ('waiting', 'sending') ORDER BY id LIMIT $3`,
        [workspaceId, channelId, limit],
      );
      return rows.map(toOutboxRow);
    },

    /** A sent message of which a second copy may have turned up. */
    async findToLookFor({ workspaceId, channelId }: Lane, now: Date): Promise<OutboxRow | null> {
      const [row] = await sql.rows<Row>(
        `SELECT ${columns} FROM outbox
         WHERE workspace_id = $1 AND channel_id = $2 AND look_at <= $3 ORDER BY look_at LIMIT 1`,
        [workspaceId, channelId, now],
      );
      return row ? toOutboxRow(row) : null;
    },

    /** The post that a reply, edit or removal is about. */
    async findPost(row: OutboxRow): Promise<PostState | null> {
      const [post] = await sql.rows<PostState>(
        `SELECT status, ts, sent_at AS "sentAt" FROM outbox
         WHERE workspace_id = $1 AND subject = $2 AND kind = 'post' AND channel_id = $3 AND id < $4 ORDER BY id DESC LIMIT 1`,
        [row.workspaceId, row.subject, row.channelId, row.id],
      );
      return post ?? null;
    },

    /**
     * Says that a call to Slack begins, and keeps the channel until `leaseUntil`. Only after it may the call be made.
     *
     * @returns the row as it is now, or null when the channel or the row is no longer ours, or a transaction that is
     *   still open has to do with the row
     */
    async begin(row: OutboxRow, at: Date, leaseUntil: Date, freeAt: Date): Promise<OutboxRow | null> {
      const [begun] = await sql.rows<Row>(
        `WITH held AS (
           UPDATE lanes SET lease_until = $6, free_at = greatest(free_at, $7::timestamptz)
           WHERE workspace_id = $1 AND channel_id = $8 AND lease_by = $9 AND lease_until > $5 RETURNING 1
         )
         UPDATE outbox SET status = 'sending', sending_at = $5, first_sending_at = coalesce(first_sending_at, $5),
           attempts = attempts + 1
         WHERE workspace_id = $1 AND id = (SELECT id FROM outbox WHERE ${unchanged} FOR NO KEY UPDATE SKIP LOCKED)
           AND EXISTS (SELECT FROM held) RETURNING ${columns}`,
        [...owned(row), at, leaseUntil, freeAt, row.channelId, holder],
      );
      return begun ? toOutboxRow(begun) : null;
    },

    /** @returns false when somebody else has settled or sent the row meanwhile */
    async noteSent(row: OutboxRow, ts: string | null, at: Date, lookAt: Date | null): Promise<boolean> {
      const written = await sql.run(
        `UPDATE outbox SET status = 'sent', ts = $5, sent_at = $6, look_at = $7, error = NULL WHERE ${unchanged}`,
        [...owned(row), ts, at, lookAt],
      );
      return written > 0;
    },

    /** Nothing was accepted, or nothing was found: it waits for its next try. `firstSendingAt` null: no copy can exist. */
    async putBack(row: OutboxRow, next: NextTry, why: string): Promise<void> {
      // Of a message at most one edit waits. A newer one shows everything that this one would have shown.
      await sql.run(
        `UPDATE outbox SET sending_at = NULL, run_at = $5, attempts = $6, first_sending_at = $7, error = $8, status = CASE
           WHEN kind = 'update' AND EXISTS (
             SELECT FROM outbox newer WHERE newer.workspace_id = $1 AND newer.subject = outbox.subject
               AND newer.kind = 'update' AND newer.status = 'waiting') THEN 'dropped' ELSE 'waiting' END
         WHERE ${unchanged}`,
        [...owned(row), next.runAt, next.attempts, next.firstSendingAt, why],
      );
    },

    /** Failed: Slack did not take it. Dropped: there is nothing left to say. */
    async end(row: OutboxRow, status: 'failed' | 'dropped', why: string): Promise<boolean> {
      const written = await sql.run(`UPDATE outbox SET status = $5, error = $6 WHERE ${unchanged}`, [
        ...owned(row),
        status,
        why,
      ]);
      return written > 0;
    },

    /** When to look for a second copy again; null: never. */
    async noteLook({ workspaceId, id }: OutboxRow, lookAt: Date | null): Promise<void> {
      await sql.run('UPDATE outbox SET look_at = $3 WHERE workspace_id = $1 AND id = $2', [workspaceId, id, lookAt]);
    },
  };
}

export type Lanes = ReturnType<typeof lanesStore>;

/** The row is as it was read; parameters 1 to 4. */
const unchanged = 'workspace_id = $1 AND id = $2 AND status = $3 AND sending_at IS NOT DISTINCT FROM $4::timestamptz';

const columns = `workspace_id, id, channel_id, kind, thread_ts, visible_to, subject, announcement, status, run_at, attempts, sending_at,
  first_sending_at, sent_at, ts, created_at`;

/** From channel to channel through the index, so that its cost is that of the channels, not of the rows in them. */
const dueQuery = `
  WITH RECURSIVE pending AS (
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
  SELECT workspace_id, channel_id, min(CASE WHEN NOT look THEN free_at END) AS free_at
  FROM wanted LEFT JOIN lanes USING (workspace_id, channel_id)
  WHERE (look OR free_at IS NULL OR free_at <= $2)
    AND (lease_until IS NULL OR lease_until <= $1 OR lease_by = $3)
  GROUP BY workspace_id, channel_id ORDER BY 3 NULLS FIRST`;

interface Row {
  readonly workspace_id: number;
  readonly id: string;
  readonly channel_id: string;
  readonly kind: OutboxRow['kind'];
  readonly thread_ts: string | null;
  readonly visible_to: string | null;
  readonly subject: string;
  readonly announcement: unknown;
  readonly status: OutboxRow['status'];
  readonly run_at: Date;
  readonly attempts: number;
  readonly sending_at: Date | null;
  readonly first_sending_at: Date | null;
  readonly sent_at: Date | null;
  readonly ts: string | null;
  readonly created_at: Date;
}

function toOutboxRow(row: Row): OutboxRow {
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    channelId: row.channel_id,
    kind: row.kind,
    threadTs: row.thread_ts,
    visibleTo: row.visible_to,
    subject: row.subject,
    announcement: row.announcement,
    status: row.status,
    runAt: row.run_at,
    attempts: row.attempts,
    sendingAt: row.sending_at,
    firstSendingAt: row.first_sending_at,
    sentAt: row.sent_at,
    ts: row.ts,
    createdAt: row.created_at,
  };
}
