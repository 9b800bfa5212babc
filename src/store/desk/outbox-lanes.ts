import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import * as statements from './outbox-lanes.sql.ts';

/** A channel of the outbox. Its rows are sent one after the other by whoever holds its lease. */
export interface Lane {
  readonly workspaceId: number;
  readonly channelId: string;
}

export type OutboxRow = RowOf<typeof statements.pendingRows>;

export interface PostState extends Pick<OutboxRow, 'ts' | 'sentAt'> {
  readonly status: string;
}

export type NextTry = Pick<OutboxRow, 'runAt' | 'attempts' | 'firstSendingAt'>;

/**
 * The outbox as those see it who deliver it, over all workspaces. Every write names the state that it was decided on, so
 * of two who race one finds nothing to write.
 *
 * @param holder names this process in its leases
 */
export function lanesStore(sql: Sql, holder: string) {
  const owned = (row: OutboxRow) => [row.workspaceId, row.id, row.status, row.sendingAt] as const;
  return {
    /** Channels in which something waits or is to be looked for, free by `until` and held by nobody else. Who waits longest comes first. */
    findDue: (now: Date, until: Date): Promise<(Lane & { readonly freeAt: Date | null })[]> =>
      sql.prepared(statements.dueChannels, [now, until, holder]),

    /** Takes the channel's lease. @returns from when the next message may go, or null when somebody else holds it */
    async take({ workspaceId, channelId }: Lane, now: Date, leaseUntil: Date): Promise<Date | null> {
      const [row] = await sql.rows(statements.takeLane, [workspaceId, channelId, now, leaseUntil, holder]);
      return row?.free_at ?? null;
    },

    /** Gives the lease back. With `freeAt`, nothing goes before it. */
    async release({ workspaceId, channelId }: Lane, freeAt: Date | null): Promise<void> {
      await sql.run(statements.releaseLane, [workspaceId, channelId, holder, freeAt]);
    },

    /** What is still to be sent there, in order. */
    readPending: ({ workspaceId, channelId }: Lane, limit: number): Promise<OutboxRow[]> =>
      sql.prepared(statements.pendingRows, [workspaceId, channelId, limit]),

    /** A sent message of which a second copy may have turned up. */
    async findToLookFor({ workspaceId, channelId }: Lane, now: Date): Promise<OutboxRow | null> {
      return (await sql.rows(statements.rowToLookFor, [workspaceId, channelId, now]))[0] ?? null;
    },

    /** The post that a reply, edit or removal is about. */
    findPost: ({ workspaceId, subject, channelId, id }: OutboxRow): Promise<PostState | null> =>
      sql.typed(({ outboxRow }) =>
        outboxRow.findFirst({
          where: { workspaceId, subject, kind: 'post', channelId, id: { lt: BigInt(id) } },
          orderBy: { id: 'desc' },
          select: { status: true, ts: true, sentAt: true },
        }),
      ),

    /**
     * Says that a call to Slack begins, and keeps the channel until `leaseUntil`. Only after it may the call be made.
     *
     * @returns the row as it is now, or null when the channel or the row is no longer ours, or a transaction that is
     *   still open has to do with the row
     */
    async begin(row: OutboxRow, at: Date, leaseUntil: Date, freeAt: Date): Promise<OutboxRow | null> {
      const [begun] = await sql.rows(statements.beginSending, [
        ...owned(row),
        at,
        leaseUntil,
        freeAt,
        row.channelId,
        holder,
      ]);
      return begun ?? null;
    },

    /** @returns false when somebody else has settled or sent the row meanwhile */
    async noteSent(row: OutboxRow, ts: string | null, at: Date, lookAt: Date | null): Promise<boolean> {
      return (await sql.run(statements.noteSent, [...owned(row), ts, at, lookAt])) > 0;
    },

    /** Nothing was accepted, or nothing was found: it waits for its next try. `firstSendingAt` null: no copy can exist. */
    async putBack(row: OutboxRow, next: NextTry, why: string): Promise<void> {
      await sql.run(statements.putBack, [...owned(row), next.runAt, next.attempts, next.firstSendingAt, why]);
    },

    /** Failed: Slack did not take it. Dropped: there is nothing left to say. */
    async end(row: OutboxRow, status: 'failed' | 'dropped', why: string): Promise<boolean> {
      const { workspaceId, id, status: before, sendingAt } = row;
      const where = { workspaceId, id: BigInt(id), status: before, sendingAt };
      const { count } = await sql.typed(({ outboxRow }) =>
        outboxRow.updateMany({ where, data: { status, error: why } }),
      );
      return count > 0;
    },

    /** When to look for a second copy again; null: never. */
    async noteLook({ workspaceId, id }: OutboxRow, lookAt: Date | null): Promise<void> {
      const where = { workspaceId, id: BigInt(id) };
      await sql.typed(({ outboxRow }) => outboxRow.updateMany({ where, data: { lookAt } }));
    },
  };
}

export type Lanes = ReturnType<typeof lanesStore>;
