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

/** What Slack's own clock says: the ts of a message that was just posted, and how far it is ahead of ours. */
export interface SeenClock {
  readonly ts: string;
  readonly aheadMs: number;
}

/** Where waits end that a wrong clock may have written: nothing is waited for longer. */
export interface Horizon {
  readonly farthest: Date;
  readonly farthestLease: Date;
}

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
    findDue: (
      now: Date,
      until: Date,
      { farthest, farthestLease }: Horizon,
    ): Promise<(Lane & { readonly freeAt: Date | null })[]> =>
      sql.prepared(statements.dueChannels, [now, until, holder, farthest, farthestLease]),

    /** Takes the channel's lease. @returns from when the next message may go, or null when somebody else holds it */
    async take(
      { workspaceId, channelId }: Lane,
      now: Date,
      leaseUntil: Date,
      { farthest, farthestLease }: Horizon,
    ): Promise<Date | null> {
      const [row] = await sql.rows(statements.takeLane, [
        workspaceId,
        channelId,
        now,
        leaseUntil,
        holder,
        farthest,
        farthestLease,
      ]);
      return row?.free_at ?? null;
    },

    /** Gives the lease back. With `freeAt`, nothing goes before it; with `seen`, looks are bounded by it from now on. */
    async release({ workspaceId, channelId }: Lane, freeAt: Date | null, seen: SeenClock | null): Promise<void> {
      await sql.run(statements.releaseLane, [
        workspaceId,
        channelId,
        holder,
        freeAt,
        seen?.ts ?? null,
        seen?.aheadMs ?? null,
      ]);
    },

    /** What is still to be sent there: so many of those that somebody waits for, and as many new posts, each in order. */
    readPending: ({ workspaceId, channelId }: Lane, limit: number): Promise<OutboxRow[]> =>
      sql.prepared(statements.pendingRows, [workspaceId, channelId, limit]),

    /** A sent message of which a second copy may have turned up. */
    async findToLookFor({ workspaceId, channelId }: Lane, now: Date, { farthest }: Horizon): Promise<OutboxRow | null> {
      return (await sql.rows(statements.rowToLookFor, [workspaceId, channelId, now, farthest]))[0] ?? null;
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

    /**
     * Slack refused it for a reason that somebody can mend: it waits for that, with its first and last asking as sparse as
     * `next` says. The admins are still to be told.
     */
    async holdBack(row: OutboxRow, next: NextTry, reason: string, now: Date): Promise<void> {
      const { runAt, attempts, firstSendingAt } = next;
      await sql.run(statements.holdBack, [...owned(row), runAt, attempts, firstSendingAt, reason, now]);
    },

    /** The same of a look for a message that may have been sent. */
    async holdLook(row: OutboxRow, runAt: Date, reason: string, now: Date): Promise<void> {
      await sql.run(statements.holdLook, [...owned(row), runAt, reason, now]);
    },

    /** A look could not be ended: it goes on at `runAt`, where it was. */
    async pauseLook(row: OutboxRow, runAt: Date, look: OutboxRow['look']): Promise<void> {
      await sql.run(statements.pauseLook, [...owned(row), runAt, look && JSON.stringify(look)]);
    },

    /** The cause is gone for which messages of the channel wait: they go now. */
    async letGo({ workspaceId, channelId }: Lane, reason: string, now: Date): Promise<void> {
      await sql.run(statements.letGo, [workspaceId, channelId, reason, now]);
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

    /** When to look for a second copy again, and how far that look is; null: never, or from its start. */
    async noteLook({ workspaceId, id }: OutboxRow, lookAt: Date | null, look: OutboxRow['look'] = null): Promise<void> {
      await sql.run(statements.noteLook, [workspaceId, id, lookAt, look && JSON.stringify(look)]);
    },
  };
}

export type Lanes = ReturnType<typeof lanesStore>;
