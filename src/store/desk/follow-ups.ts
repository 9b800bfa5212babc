import type {
  FollowUp,
  FollowUpCause,
  FollowUpPlace,
  FollowUpReason,
  FollowUpStatus,
} from '../../loyalty/follow-up.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { toDate, toDay, toJson } from '../database/typed-values.ts';
import type { FollowUpModel } from '../generated/models.ts';
import * as statements from './follow-ups.sql.ts';

export type FollowUpEventKind = 'opened' | 'answered' | 'claimed' | 'handed-back' | 'done';

export function followUpsStore(sql: Sql, workspaceId: number) {
  /** @returns whether there was one of which all that holds */
  const change = async (
    held: { readonly id: number; readonly status: FollowUpStatus; readonly stewardId?: string },
    data: Partial<Omit<FollowUpModel, 'workspaceId' | 'id' | 'reason'>>,
  ): Promise<boolean> => {
    const { count } = await sql.typed(({ followUp }) => followUp.updateMany({ where: { workspaceId, ...held }, data }));
    return count === 1;
  };

  return {
    /** Removes follow-ups, and what happened to them. */
    async remove(ids: readonly number[]): Promise<void> {
      const where = { workspaceId, id: { in: [...ids] } };
      if (ids.length > 0) await sql.typed(({ followUp }) => followUp.deleteMany({ where }));
    },

    async find(id: number): Promise<FollowUp | null> {
      const row = await sql.typed(({ followUp }) =>
        followUp.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),
      );
      return row && toFollowUp(row);
    },

    /** The ids of all follow-ups of a customer. */
    async allOf(customerId: number): Promise<number[]> {
      const where = { workspaceId, customerId };
      const rows = await sql.typed(({ followUp }) => followUp.findMany({ where, select: { id: true } }));
      return rows.map((row) => row.id);
    },

    /** The customer's follow-up that is not done. */
    async atWorkFor(customerId: number): Promise<FollowUp | null> {
      const row = await sql.typed(({ followUp }) =>
        followUp.findFirst({ where: { workspaceId, customerId, status: { not: 'done' } } }),
      );
      return row && toFollowUp(row);
    },

    /** The same of several customers, by their ids. */
    async atWorkForAll(customerIds: readonly number[]): Promise<Map<number, FollowUp>> {
      const rows = await sql.typed(({ followUp }) =>
        followUp.findMany({ where: { workspaceId, customerId: { in: [...customerIds] }, status: { not: 'done' } } }),
      );
      return new Map(rows.map((row) => [row.customerId ?? 0, toFollowUp(row)]));
    },

    /** Those of these own numbers whose customer has a follow-up that is not done. */
    async customersAtWork(externalIds: readonly string[]): Promise<Set<string>> {
      const possible = externalIds.filter((id) => !id.includes('\u0000'));
      const rows = await sql.rows(statements.customersAtWork, [workspaceId, possible]);
      return new Set(rows.map((row) => row.external_id));
    },

    /**
     * Opens a follow-up unless the customer has one that is not done; an index sees to it that there is never a second.
     *
     * @returns its id, and whether it was opened now
     */
    async openFor(customerId: number | null, dueDay: Day, now: Date): Promise<{ id: number; opened: boolean }> {
      for (;;) {
        const [made] = await sql.rows(statements.openFollowUp, [workspaceId, customerId, dueDay, now]);
        if (made) return { id: made.id, opened: true };
        const [known] = await sql.rows(statements.keepAtWork, [workspaceId, customerId]);
        if (known) return { id: known.id, opened: false };
      }
    },

    async giveReason(id: number, reason: FollowUpReason): Promise<void> {
      const data = { reason: toJson(reason) };
      await sql.typed(({ followUp }) => followUp.updateMany({ where: { workspaceId, id }, data }));
    },

    /** From now on these are shown by a message that they share. */
    async shareAlert(ids: readonly number[], subject: string): Promise<void> {
      const where = { workspaceId, id: { in: [...ids] } };
      await sql.typed(({ followUp }) => followUp.updateMany({ where, data: { sharedAlert: subject } }));
    },

    /** The messages that these share with others, by their ids; those with a card of their own are left out. */
    async sharedAlerts(ids: readonly number[]): Promise<Map<number, string>> {
      const where = { workspaceId, id: { in: [...ids] }, sharedAlert: { not: null } };
      const rows = await sql.typed(({ followUp }) => followUp.findMany({ where }));
      return new Map(rows.map(({ id, sharedAlert }) => [id, sharedAlert ?? '']));
    },

    /** How many share a message. */
    countSharing: (subject: string): Promise<number> =>
      sql.typed(({ followUp }) => followUp.count({ where: { workspaceId, sharedAlert: subject } })),

    async addAnswers(id: number, answerIds: readonly number[]): Promise<void> {
      const where = { workspaceId, id: { in: [...answerIds] } };
      await sql.typed(({ answer }) => answer.updateMany({ where, data: { followUpId: id } }));
    },

    /** @returns whether it was open and is now this member's */
    claim: (id: number, memberId: string, now: Date): Promise<boolean> =>
      change({ id, status: 'open' }, { status: 'claimed', stewardId: memberId, claimedAt: now }),

    /** @returns whether this member had it and it is now open again */
    handBack: (id: number, memberId: string): Promise<boolean> =>
      change({ id, status: 'claimed', stewardId: memberId }, { status: 'open', stewardId: null, claimedAt: null }),

    /** @returns whether this member had it and it is now done */
    close: (id: number, memberId: string, cause: FollowUpCause, outcome: string, now: Date): Promise<boolean> =>
      change({ id, status: 'claimed', stewardId: memberId }, { status: 'done', cause, outcome, doneAt: now }),

    async addEvent(followUpId: number, kind: FollowUpEventKind, memberId: string | null, now: Date): Promise<number> {
      const data = { workspaceId, followUpId, kind, memberId, at: now };
      return (await sql.typed(({ followUpEvent }) => followUpEvent.create({ data, select: { id: true } }))).id;
    },

    /** Who handed back or closed last what somebody else had, by follow-up; those that are claimed again have none. */
    async releasesForOthers(ids: readonly number[]): Promise<Map<number, ReleaseForOther>> {
      if (ids.length === 0) return new Map();
      const rows = await sql.rows(statements.newestMoves, [workspaceId, numberArray(ids)]);
      const releases = rows.filter(({ kind, byId, ofId }) => kind !== 'claimed' && ofId !== null && byId !== ofId);
      return new Map(releases.map(({ follow_up_id, byId, ofId }) => [follow_up_id, { byId, ofId }]));
    },

    /** Those not done in their order (`followUpsInOrder`), after a place in it, and how many there are in all. */
    async list(
      query: FollowUpQuery,
      today: Day,
      { limit, after = null }: { readonly limit: number; readonly after?: FollowUpPlace | null },
    ): Promise<{ followUps: ListedFollowUp[]; total: number }> {
      const { status, before, stewardId, sharedAlert } = askedOf(query, today);
      const place = after
        ? ([after.dueDay >= today, after.worthMinor, after.dueDay, after.id] as const)
        : ([null, null, null, null] as const);
      const asked = [status, before, stewardId, sharedAlert] as const;
      const dueDay = before === null ? {} : { dueDay: { lt: toDate(before) } };
      const of = { ...(stewardId !== null && { stewardId }), ...(sharedAlert !== null && { sharedAlert }) };
      const where = { workspaceId, status: { in: [...status] }, ...dueDay, ...of };
      const [rows, total] = await Promise.all([
        sql.rows(statements.followUpsInOrder, [workspaceId, today, ...asked, ...place, limit]),
        sql.typed(({ followUp }) => followUp.count({ where })),
      ]);
      const followUps = rows.map(({ worthMinor, ...row }) => ({
        ...row,
        ...notDone,
        worthMinor: Number(worthMinor),
      }));
      return { followUps, total };
    },

    /** The customers whose follow-ups a member took and did not hand back, the newest first. */
    customersTaken: (
      memberId: string,
      limit: number,
    ): Promise<readonly { readonly customerId: number; readonly takenAt: Date; readonly atWork: boolean }[]> =>
      sql.rows(statements.customersTaken, [workspaceId, memberId, limit]),

    /** How many were closed from one instant to before another, by cause, the most frequent first. */
    closedByCause: (
      from: Date,
      to: Date,
    ): Promise<readonly { readonly cause: FollowUpCause; readonly count: number }[]> =>
      sql.rows(statements.closedByCause, [workspaceId, from, to]),

    /** When the one that has been open longest was opened; null: none is open. */
    async oldestOpen(): Promise<Date | null> {
      const row = await sql.typed(({ followUp }) =>
        followUp.findFirst({
          where: { workspaceId, status: 'open' },
          orderBy: { openedAt: 'asc' },
          select: { openedAt: true },
        }),
      );
      return row?.openedAt ?? null;
    },

    async counts(today: Day): Promise<{ readonly open: number; readonly claimed: number; readonly overdue: number }> {
      const [counts] = await sql.prepared(statements.countsAtWork, [workspaceId, today]);
      return counts ?? { open: 0, claimed: 0, overdue: 0 };
    },
  };
}

interface ReleaseForOther {
  readonly byId: string | null;
  readonly ofId: string | null;
}

export type FollowUpQuery =
  | { readonly kind: 'all' | 'open' | 'overdue' }
  | { readonly kind: 'mine'; readonly memberId: string }
  /** Those that share a message. */
  | { readonly kind: 'alert'; readonly subject: string; readonly status: 'open' | 'claimed' };

/** One of a list, with what its customer has bought for: minor units of the reporting currency. */
export type ListedFollowUp = FollowUp & { readonly worthMinor: number };

const notDone = { doneAt: null, cause: null, outcome: null };
const atWork = ['open', 'claimed'] as const;

/** What a list is narrowed by; null: not by that. */
function askedOf(query: FollowUpQuery, today: Day) {
  const all = { status: atWork, before: null, stewardId: null, sharedAlert: null };
  switch (query.kind) {
    case 'all':
      return all;
    case 'open':
      return { ...all, status: ['open'] };
    case 'overdue':
      return { ...all, before: today };
    case 'mine':
      return { ...all, status: ['claimed'], stewardId: query.memberId };
    case 'alert':
      return { ...all, status: [query.status], sharedAlert: query.subject };
  }
}

function toFollowUp({ workspaceId: _, ...row }: FollowUpModel): FollowUp {
  return {
    ...row,
    status: row.status as FollowUpStatus,
    cause: row.cause as FollowUpCause | null,
    reason: row.reason as FollowUpReason | null,
    dueDay: toDay(row.dueDay),
  };
}
