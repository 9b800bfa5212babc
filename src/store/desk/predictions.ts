import { minorDigits, unusualDigits } from '../../loyalty/facts/money.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import type { PredictedCustomers } from '../../loyalty/prediction/predict.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { CustomerWhereInput, PredictionModel } from '../generated/models.ts';
import { endOfSlice, extent, histories, spending, writePredictions } from './predictions.sql.ts';

/** Orders of a slice of the customers, one place per customer with an order before the as-of day, by their ids. */
export interface HistorySlice {
  readonly ids: readonly number[];
  readonly orderDays: readonly number[];
  readonly firstDays: readonly Day[];
  readonly lastDays: readonly Day[];
  /** The same before an earlier day. */
  readonly heldOrderDays: readonly number[];
  readonly heldLastDays: readonly (Day | null)[];
}

/** What repeat orders came to, of those customers who have some that were paid for, by their ids. */
export interface SpendingSlice {
  readonly ids: readonly number[];
  /** Days with an amount above zero. */
  readonly counts: readonly number[];
  readonly sums: readonly number[];
  /** Orders whose amount has no rate. */
  readonly leftOut: number;
}

export interface PredictedCustomer {
  readonly customerId: number;
  readonly expectedOrders: number;
  readonly churnRisk: number;
  readonly orderValueMinor: number;
  readonly valueMinor: number;
  readonly stakeMinor: number;
  readonly valueLostMinor: number;
  /** What can still be won. */
  readonly winnableMinor: number;
}

/** A slice of what a run expects; amounts NaN where nothing is known of them. */
export interface PredictionSlice extends PredictedCustomers {
  readonly ids: ArrayLike<number>;
}

export function predictionsStore(sql: Sql, workspaceId: number) {
  return {
    /** How many customers there are, and the first day with an order; null where there is none. */
    async extent(): Promise<{ customers: number; firstOrderDay: Day | null }> {
      const [row] = await sql.rows(extent, [workspaceId]);
      return { customers: row?.customers ?? 0, firstOrderDay: row?.day ?? null };
    },

    /** The ids of the last customer in each slice of `size`, after `after`; null when there is no customer left. */
    async endOfSlice(after: number, size: number): Promise<number | null> {
      return (await sql.rows(endOfSlice, [workspaceId, after, size]))[0]?.last ?? null;
    },

    /** Of the customers after `after` up to `last`: orders before `asOf`, and of these before `heldBefore`. */
    async readHistories(after: number, last: number, asOf: Day, heldBefore: Day): Promise<HistorySlice> {
      const [row] = await sql.rows(histories, [workspaceId, after, last, asOf, heldBefore]);
      return {
        ids: numbers(row?.ids),
        orderDays: numbers(row?.orderDays),
        firstDays: numbers(row?.firstDays),
        lastDays: numbers(row?.lastDays),
        heldOrderDays: numbers(row?.heldOrderDays),
        heldLastDays: numbers(row?.heldLastDays),
      };
    },

    /** Of the same customers: what orders after their first order day came to, same-day orders taken together. */
    async readSpending(after: number, last: number, asOf: Day, currency: string): Promise<SpendingSlice> {
      const digits = [minorDigits(currency), JSON.stringify(Object.fromEntries(unusualDigits))] as const;
      const [row] = await sql.rows(spending, [workspaceId, after, last, asOf, currency, ...digits]);
      return {
        ids: numbers(row?.ids),
        counts: numbers(row?.counts),
        sums: numbers(row?.sums),
        leftOut: row?.leftOut ?? 0,
      };
    },

    /** Writes what a run expects of some customers; those who are gone meanwhile are passed over. */
    async write(runId: number, slice: PredictionSlice): Promise<void> {
      await sql.run(writePredictions, [
        workspaceId,
        runId,
        columnText(slice.ids),
        columnText(slice.expectedOrders),
        columnText(slice.churnRisk),
        columnText(slice.orderValue),
        columnText(slice.value),
        columnText(slice.stake),
        columnText(slice.valueLost),
        columnText(slice.winnable),
        columnText(slice.atRisk),
      ]);
    },

    /** Those at risk, of whom most can still be won first. */
    async atRisk(runId: number, limit: number, parts: readonly Part[] = []): Promise<PredictedCustomer[]> {
      const rows = await sql.typed(({ prediction }) =>
        prediction.findMany({
          where: { workspaceId, runId, atRisk: true, ...(parts.length > 0 && { customer: customerOf(parts) }) },
          orderBy: [{ winnableMinor: 'desc' }, { customerId: 'asc' }],
          take: limit,
        }),
      );
      return rows.map(toPredicted);
    },

    /** How many of them are in all of some parts. */
    countAtRisk: (runId: number, parts: readonly Part[]): Promise<number> =>
      sql.typed(({ prediction }) =>
        prediction.count({ where: { workspaceId, runId, atRisk: true, customer: customerOf(parts) } }),
      ),

    async find(runId: number, customerId: number): Promise<PredictedCustomer | null> {
      const key = { workspaceId, customerId, runId };
      const row = await sql.typed(({ prediction }) =>
        prediction.findUnique({ where: { workspaceId_customerId_runId: key } }),
      );
      return row && toPredicted(row);
    },

    /** Clears away what runs before this one expected, of the customers after `after` up to `last`. */
    async clearBefore(runId: number, after: number, last: number): Promise<void> {
      const where = { workspaceId, customerId: { gt: after, lte: last }, runId: { lt: runId } };
      await sql.typed(({ prediction }) => prediction.deleteMany({ where }));
    },
  };
}

/** A customer of whom all of some parts hold; nobody is on a rung here. */
function customerOf(parts: readonly Part[]): CustomerWhereInput {
  return {
    AND: parts.map(({ dimension, value }) =>
      dimension === 'segment' ? { standing: { is: { tags: { has: value } } } } : { [dimension]: value },
    ),
  };
}

function toPredicted(row: PredictionModel): PredictedCustomer {
  return {
    customerId: row.customerId,
    expectedOrders: row.expectedOrders,
    churnRisk: row.churnRisk,
    orderValueMinor: row.orderValueMinor ?? 0,
    valueMinor: row.valueMinor ?? 0,
    stakeMinor: row.stakeMinor ?? 0,
    valueLostMinor: row.valueLostMinor ?? 0,
    winnableMinor: row.winnableMinor ?? 0,
  };
}

function numbers(json: string | null | undefined): number[] {
  return json ? (JSON.parse(json) as number[]) : [];
}

function columnText(values: ArrayLike<number>): string {
  return numberArray(Array.from(values));
}
