import type { FollowUp, FollowUpCause, FollowUpReason, FollowUpStatus } from '../../loyalty/follow-up.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

export type FollowUpEventKind = 'opened' | 'answered' | 'claimed' | 'handed-back' | 'done';

export function followUpsStore(sql: Sql, workspaceId: number) {
  return {
    async find(id: number): Promise<FollowUp | null> {
      const rows = await sql.rows<FollowUpRow>(
        `SELECT ${columns} FROM follow_ups WHERE workspace_id = $1 AND id = $2`,
        [workspaceId, id],
      );
      return rows[0] ? toFollowUp(rows[0]) : null;
    },

    /** The customer's follow-up that is not done. */
    async atWorkFor(customerId: number): Promise<FollowUp | null> {
      const rows = await sql.rows<FollowUpRow>(
        `SELECT ${columns} FROM follow_ups WHERE workspace_id = $1 AND customer_id = $2 AND status <> 'done'`,
        [workspaceId, customerId],
      );
      return rows[0] ? toFollowUp(rows[0]) : null;
    },

    /** The same of several customers, by their ids. */
    async atWorkForAll(customerIds: readonly number[]): Promise<Map<number, FollowUp>> {
      const rows = await sql.rows<FollowUpRow & { customer_id: number }>(
        `SELECT ${columns} FROM follow_ups WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status <> 'done'`,
        [workspaceId, numberArray(customerIds)],
      );
      return new Map(rows.map((row) => [row.customer_id, toFollowUp(row)]));
    },

    /** Those of these own numbers whose customer has a follow-up that is not done. */
    async customersAtWork(externalIds: readonly string[]): Promise<Set<string>> {
      const rows = await sql.rows<{ external_id: string }>(
        `SELECT c.external_id FROM follow_ups f JOIN customers c ON c.workspace_id = f.workspace_id AND c.id = f.customer_id
         WHERE f.workspace_id = $1 AND f.status <> 'done' AND c.external_id = ANY($2::text[])`,
        [workspaceId, externalIds.filter((id) => !id.includes('\u0000'))],
      );
      return new Set(rows.map((row) => row.external_id));
    },

    /**
     * Opens a follow-up unless the customer has one that is not done; an index sees to it that there is never a second.
     *
     * @returns its id, and whether it was opened now
     */
    async openFor(customerId: number | null, dueDay: Day, now: Date): Promise<{ id: number; opened: boolean }> {
      for (;;) {
        const made = await sql.rows<{ id: number }>(
          `INSERT INTO follow_ups (workspace_id, customer_id, due_day, opened_at) VALUES ($1, $2, ${epochDay} + $3::int, $4)
           ON CONFLICT (workspace_id, customer_id) WHERE status <> 'done' DO NOTHING RETURNING id`,
          [workspaceId, customerId, dueDay, now],
        );
        if (made[0]) return { id: made[0].id, opened: true };
        const known = await sql.rows<{ id: number }>(
          `SELECT id FROM follow_ups WHERE workspace_id = $1 AND customer_id = $2 AND status <> 'done' FOR KEY SHARE`,
          [workspaceId, customerId],
        );
        if (known[0]) return { id: known[0].id, opened: false };
      }
    },

    async giveReason(id: number, reason: FollowUpReason): Promise<void> {
      await sql.run('UPDATE follow_ups SET reason = $3 WHERE workspace_id = $1 AND id = $2', [
        workspaceId,
        id,
        JSON.stringify(reason),
      ]);
    },

    async addAnswers(id: number, answerIds: readonly number[]): Promise<void> {
      await sql.run(`UPDATE answers SET follow_up_id = $2 WHERE workspace_id = $1 AND id = ANY($3::int[])`, [
        workspaceId,
        id,
        numberArray(answerIds),
      ]);
    },

    /** @returns whether it was open and is now this member's */
    async claim(id: number, memberId: string, now: Date): Promise<boolean> {
      return (
        (await sql.run(
          `UPDATE follow_ups SET status = 'claimed', steward_id = $3, claimed_at = $4
           WHERE workspace_id = $1 AND id = $2 AND status = 'open'`,
          [workspaceId, id, memberId, now],
        )) === 1
      );
    },

    /** @returns whether this member had it and it is now open again */
    async handBack(id: number, memberId: string): Promise<boolean> {
      return (
        (await sql.run(
          `UPDATE follow_ups SET status = 'open', steward_id = NULL, claimed_at = NULL
           WHERE workspace_id = $1 AND id = $2 AND status = 'claimed' AND steward_id = $3`,
          [workspaceId, id, memberId],
        )) === 1
      );
    },

    /** @returns whether this member had it and it is now done */
    async close(id: number, memberId: string, cause: FollowUpCause, outcome: string, now: Date): Promise<boolean> {
      return (
        (await sql.run(
          `UPDATE follow_ups SET status = 'done', cause = $4, outcome = $5, done_at = $6
           WHERE workspace_id = $1 AND id = $2 AND status = 'claimed' AND steward_id = $3`,
          [workspaceId, id, memberId, cause, outcome, now],
        )) === 1
      );
    },

    async addEvent(followUpId: number, kind: FollowUpEventKind, memberId: string | null, now: Date): Promise<number> {
      const rows = await sql.rows<{ id: number }>(
        `INSERT INTO follow_up_events (workspace_id, follow_up_id, kind, member_id, at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [workspaceId, followUpId, kind, memberId, now],
      );
      return rows[0]?.id ?? 0;
    },

    /** Who handed back or closed last what somebody else had, by follow-up; those that are claimed again have none. */
    async releasesForOthers(ids: readonly number[]): Promise<Map<number, ReleaseForOther>> {
      if (ids.length === 0) return new Map();
      const rows = await sql.rows<ReleaseForOther & { follow_up_id: number; kind: FollowUpEventKind }>(
        `SELECT DISTINCT ON (e.follow_up_id) e.follow_up_id, e.kind, e.member_id AS "byId", had.member_id AS "ofId"
         FROM follow_up_events e LEFT JOIN LATERAL (
           SELECT c.member_id FROM follow_up_events c
           WHERE c.workspace_id = e.workspace_id AND c.follow_up_id = e.follow_up_id AND c.kind = 'claimed' AND c.id < e.id
           ORDER BY c.id DESC LIMIT 1
         ) had ON true
         WHERE e.workspace_id = $1 AND e.follow_up_id = ANY($2::int[]) AND e.kind IN ('claimed', 'handed-back', 'done')
         ORDER BY e.follow_up_id, e.id DESC`,
        [workspaceId, numberArray(ids)],
      );
      const releases = rows.filter(({ kind, byId, ofId }) => kind !== 'claimed' && ofId !== null && byId !== ofId);
      return new Map(releases.map(({ follow_up_id, byId, ofId }) => [follow_up_id, { byId, ofId }]));
    },

    /** Those not done, the most urgent first. */
    async list(filter: FollowUpQuery, today: Day, limit: number): Promise<{ followUps: FollowUp[]; total: number }> {
      const { where, parameters } = condition(filter, today);
      const rows = await sql.rows<FollowUpRow & { total: string }>(
        `SELECT ${columns}, count(*) OVER () AS total FROM follow_ups WHERE workspace_id = $1 AND ${where}
         ORDER BY due_day, id LIMIT $2`,
        [workspaceId, limit, ...parameters],
      );
      return { followUps: rows.map(toFollowUp), total: Number(rows[0]?.total ?? 0) };
    },

    /** The customers whose follow-ups a member took and did not hand back, the newest first. */
    async customersTaken(
      memberId: string,
      limit: number,
    ): Promise<{ readonly customerId: number; readonly takenAt: Date; readonly atWork: boolean }[]> {
      return sql.rows<{ customerId: number; takenAt: Date; atWork: boolean }>(
        `SELECT customer_id AS "customerId", max(claimed_at) AS "takenAt", bool_or(status = 'claimed') AS "atWork"
         FROM (
           SELECT customer_id, claimed_at, status FROM follow_ups
           WHERE workspace_id = $1 AND steward_id = $2 AND customer_id IS NOT NULL ORDER BY claimed_at DESC LIMIT 200
         ) AS newest
         GROUP BY customer_id ORDER BY max(claimed_at) DESC, customer_id LIMIT $3`,
        [workspaceId, memberId, limit],
      );
    },

    /** How many were closed from one instant to before another, by cause, the most frequent first. */
    async closedByCause(from: Date, to: Date): Promise<{ cause: FollowUpCause; count: number }[]> {
      return sql.rows<{ cause: FollowUpCause; count: number }>(
        `SELECT coalesce(cause, 'other') AS cause, count(*)::int AS count FROM follow_ups
         WHERE workspace_id = $1 AND status = 'done' AND done_at >= $2 AND done_at < $3
         GROUP BY 1 ORDER BY 2 DESC, 1`,
        [workspaceId, from, to],
      );
    },

    async counts(today: Day): Promise<{ open: number; claimed: number; overdue: number }> {
      const rows = await sql.prepared<{ open: number; claimed: number; overdue: number }>(
        `SELECT count(*) FILTER (WHERE status = 'open')::int AS open, count(*) FILTER (WHERE status = 'claimed')::int AS claimed,
           count(*) FILTER (WHERE due_day < ${epochDay} + $2::int)::int AS overdue
         FROM follow_ups WHERE workspace_id = $1 AND status IN ('open', 'claimed')`,
        [workspaceId, today],
      );
      return rows[0] ?? { open: 0, claimed: 0, overdue: 0 };
    },
  };
}

interface ReleaseForOther {
  readonly byId: string | null;
  readonly ofId: string | null;
}

export type FollowUpQuery =
  | { readonly kind: 'all' | 'open' | 'overdue' }
  | { readonly kind: 'mine'; readonly memberId: string };

function condition(filter: FollowUpQuery, today: Day): { where: string; parameters: unknown[] } {
  switch (filter.kind) {
    case 'all':
      return { where: `status IN ('open', 'claimed')`, parameters: [] };
    case 'open':
      return { where: `status = 'open'`, parameters: [] };
    case 'overdue':
      return { where: `status IN ('open', 'claimed') AND due_day < ${epochDay} + $3::int`, parameters: [today] };
    case 'mine':
      return { where: `status = 'claimed' AND steward_id = $3`, parameters: [filter.memberId] };
  }
}

const columns = `id, customer_id, status, due_day - ${epochDay} AS due_day, opened_at, steward_id, claimed_at, done_at, cause, outcome, reason`;

interface FollowUpRow {
  readonly id: number;
  readonly customer_id: number | null;
  readonly status: FollowUpStatus;
  readonly due_day: number;
  readonly opened_at: Date;
  readonly steward_id: string | null;
  readonly claimed_at: Date | null;
  readonly done_at: Date | null;
  readonly cause: FollowUpCause | null;
  readonly outcome: string | null;
  readonly reason: FollowUpReason | null;
}

function toFollowUp(row: FollowUpRow): FollowUp {
  return {
    id: row.id,
    customerId: row.customer_id,
    status: row.status,
    dueDay: row.due_day,
    openedAt: row.opened_at,
    stewardId: row.steward_id,
    claimedAt: row.claimed_at,
    doneAt: row.done_at,
    cause: row.cause,
    outcome: row.outcome,
    reason: row.reason,
  };
}
