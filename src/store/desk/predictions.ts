import { minorDigits, unusualDigits } from '../../loyalty/facts/money.ts';
import type { PredictedCustomers } from '../../loyalty/prediction/predict.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

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
}

/** A slice of what a run expects; amounts NaN where nothing is known of them. */
export interface PredictionSlice extends PredictedCustomers {
  readonly ids: ArrayLike<number>;
}

/**
 * An order's amount in the currency $5, or null where there is no rate: the one place where amounts are converted for
 * the prediction.
 */
const convertedAmount = `CASE WHEN o.currency = $5 THEN o.amount_minor ELSE o.amount_minor * (
  SELECT r.rate FROM currency_rates r
  WHERE r.workspace_id = $1 AND r.base = $5 AND r.currency = o.currency AND r.day <= o.day ORDER BY r.day DESC LIMIT 1
) * power(10, $6::int - coalesce(($7::jsonb ->> o.currency)::int, 2)) END`;

export function predictionsStore(sql: Sql, workspaceId: number) {
  return {
    /** How many customers there are, and the first day with an order; null where there is none. */
    async extent(): Promise<{ customers: number; firstOrderDay: Day | null }> {
      const [row] = await sql.rows<{ customers: number; day: Day | null }>(
        `SELECT count(*)::int AS customers, min(order_days[1]) AS day FROM customer_standings WHERE workspace_id = $1`,
        [workspaceId],
      );
      return { customers: row?.customers ?? 0, firstOrderDay: row?.day ?? null };
    },

    /** The ids of the last customer in each slice of `size`, after `after`; null when there is no customer left. */
    async endOfSlice(after: number, size: number): Promise<number | null> {
      const [row] = await sql.rows<{ last: number | null }>(
        `SELECT max(customer_id) AS last FROM (
           SELECT customer_id FROM customer_standings WHERE workspace_id = $1 AND customer_id > $2
           ORDER BY customer_id LIMIT $3
         ) AS slice`,
        [workspaceId, after, size],
      );
      return row?.last ?? null;
    },

    /** Of the customers after `after` up to `last`: orders before `asOf`, and of these before `heldBefore`. */
    async readHistories(after: number, last: number, asOf: Day, heldBefore: Day): Promise<HistorySlice> {
      // Columns as JSON: taken apart many times faster than rows.
      const [row] = await sql.rows<Record<keyof HistorySlice, string | null>>(
        `SELECT ${['ids', 'orderDays', 'firstDays', 'lastDays', 'heldOrderDays', 'heldLastDays']
          .map((column) => `json_agg("${column}")::text AS "${column}"`)
          .join(', ')}
         FROM (
           SELECT s.customer_id AS ids, count(*) AS "orderDays", min(day) AS "firstDays", max(day) AS "lastDays",
             count(*) FILTER (WHERE day < $5) AS "heldOrderDays", max(day) FILTER (WHERE day < $5) AS "heldLastDays"
           FROM customer_standings s, unnest(s.order_days) AS day
           WHERE s.workspace_id = $1 AND s.customer_id > $2 AND s.customer_id <= $3 AND day < $4
           GROUP BY s.customer_id ORDER BY s.customer_id
         ) AS histories`,
        [workspaceId, after, last, asOf, heldBefore],
      );
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
      const [row] = await sql.rows<{ ids: string | null; counts: string | null; sums: string | null; leftOut: string }>(
        `SELECT json_agg(customer_id) FILTER (WHERE days > 0)::text AS ids, json_agg(days) FILTER (WHERE days > 0)::text AS counts,
           json_agg(amount) FILTER (WHERE days > 0)::text AS sums, coalesce(sum(left_out), 0) AS "leftOut"
         FROM (
           SELECT customer_id, count(amount) AS days, sum(amount) AS amount, sum(left_out) AS left_out
           FROM (
             SELECT o.customer_id, o.day, sum(${convertedAmount}) AS amount,
               count(*) FILTER (WHERE ${convertedAmount} IS NULL) AS left_out
             FROM orders o JOIN customer_standings s ON s.workspace_id = o.workspace_id AND s.customer_id = o.customer_id
             WHERE o.workspace_id = $1 AND s.workspace_id = $1 AND o.customer_id > $2 AND o.customer_id <= $3
               AND s.customer_id > $2 AND s.customer_id <= $3 AND o.day < ${epochDay} + $4::int
               AND o.day > ${epochDay} + s.order_days[1] AND o.status = 'completed' AND o.amount_minor > 0
             GROUP BY o.customer_id, o.day
           ) AS days GROUP BY customer_id ORDER BY customer_id
         ) AS customers`,
        [
          workspaceId,
          after,
          last,
          asOf,
          currency,
          minorDigits(currency),
          JSON.stringify(Object.fromEntries(unusualDigits)),
        ],
      );
      return {
        ids: numbers(row?.ids),
        counts: numbers(row?.counts),
        sums: numbers(row?.sums),
        leftOut: Number(row?.leftOut ?? 0),
      };
    },

    /** Writes what a run expects of some customers; those who are gone meanwhile are passed over. */
    async write(runId: number, slice: PredictionSlice): Promise<void> {
      await sql.run(
        `INSERT INTO predictions (workspace_id, customer_id, run_id, expected_orders, churn_risk, order_value_minor,
           value_minor, stake_minor, value_lost_minor, at_risk)
         SELECT $1, n.customer_id, $2, n.expected_orders, n.churn_risk, nullif(n.order_value, 'NaN'), nullif(n.value, 'NaN'),
           nullif(n.stake, 'NaN'), nullif(n.value_lost, 'NaN'), n.at_risk = 1
         FROM unnest($3::int[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::float8[], $10::int[])
           AS n(customer_id, expected_orders, churn_risk, order_value, value, stake, value_lost, at_risk)
         JOIN customers c ON c.workspace_id = $1 AND c.id = n.customer_id
         ON CONFLICT (workspace_id, customer_id, run_id) DO UPDATE
         SET expected_orders = excluded.expected_orders, churn_risk = excluded.churn_risk,
             order_value_minor = excluded.order_value_minor, value_minor = excluded.value_minor, stake_minor = excluded.stake_minor,
             value_lost_minor = excluded.value_lost_minor, at_risk = excluded.at_risk`,
        [
          workspaceId,
          runId,
          numberArray(Array.from(slice.ids)),
          columnText(slice.expectedOrders),
          columnText(slice.churnRisk),
          columnText(slice.orderValue.map(Math.round)),
          columnText(slice.value.map(Math.round)),
          columnText(slice.stake.map(Math.round)),
          columnText(slice.valueLost.map(Math.round)),
          columnText(slice.atRisk),
        ],
      );
    },

    /** Those at risk, the greatest expected loss first. */
    async atRisk(runId: number, limit: number): Promise<PredictedCustomer[]> {
      const rows = await sql.prepared<PredictedRow>(
        `SELECT customer_id, expected_orders, churn_risk, order_value_minor, value_minor, stake_minor, value_lost_minor
         FROM predictions
         WHERE workspace_id = $1 AND run_id = $2 AND at_risk ORDER BY value_lost_minor DESC, customer_id LIMIT $3`,
        [workspaceId, runId, limit],
      );
      return rows.map(toPredicted);
    },

    async find(runId: number, customerId: number): Promise<PredictedCustomer | null> {
      const [row] = await sql.prepared<PredictedRow>(
        `SELECT customer_id, expected_orders, churn_risk, order_value_minor, value_minor, stake_minor, value_lost_minor
         FROM predictions
         WHERE workspace_id = $1 AND customer_id = $3 AND run_id = $2`,
        [workspaceId, runId, customerId],
      );
      return row ? toPredicted(row) : null;
    },

    /** Clears away what runs before this one expected, of the customers after `after` up to `last`. */
    async clearBefore(runId: number, after: number, last: number): Promise<void> {
      await sql.run(
        `DELETE FROM predictions WHERE workspace_id = $1 AND customer_id > $3 AND customer_id <= $4 AND run_id < $2`,
        [workspaceId, runId, after, last],
      );
    },
  };
}

interface PredictedRow {
  readonly customer_id: number;
  readonly expected_orders: number;
  readonly churn_risk: number;
  readonly order_value_minor: string | null;
  readonly value_minor: string | null;
  readonly stake_minor: string | null;
  readonly value_lost_minor: string | null;
}

function toPredicted(row: PredictedRow): PredictedCustomer {
  return {
    customerId: row.customer_id,
    expectedOrders: row.expected_orders,
    churnRisk: row.churn_risk,
    orderValueMinor: Number(row.order_value_minor ?? 0),
    valueMinor: Number(row.value_minor ?? 0),
    stakeMinor: Number(row.stake_minor ?? 0),
    valueLostMinor: Number(row.value_lost_minor ?? 0),
  };
}

function numbers(json: string | null | undefined): number[] {
  return json ? (JSON.parse(json) as number[]) : [];
}

function columnText(values: Float64Array | Uint8Array): string {
  return `{${values.join()}}`;
}
