import type { Money } from '../../loyalty/facts/money.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/** What a customer's orders of one day came to in one currency, refunds taken off. */
export interface DayOfOrders extends Money {
  readonly customerId: number;
  readonly day: Day;
  readonly orders: number;
}

/** What is entered of a customer's worth. Amounts in minor units; null: not known. */
export interface ValueTerms {
  readonly customerId: number;
  readonly relationshipYears: number | null;
  /** What winning the customer cost, and the day from which that is known. */
  readonly cost: Money | null;
  readonly sinceDay: Day;
  /** What the recommender was paid for this customer. */
  readonly reward: Money | null;
}

/** What single customers are worth: read from their own rows, so it costs what they hold and no more. */
export function valuesStore(sql: Sql, workspaceId: number) {
  return {
    /** Orders and refunds of a window, by customer, day and currency; cancelled ones are none. */
    async orders(customerIds: readonly number[], { from, to }: Window): Promise<DayOfOrders[]> {
      const rows = await sql.prepared<{ id: number; day: Day; currency: string; orders: number; amount: number }>(
        `SELECT customer_id AS id, day - ${epochDay} AS day, currency, sum(amount_minor)::float8 AS amount,
           count(*) FILTER (WHERE amount_minor >= 0)::int AS orders
         FROM orders WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status = 'completed'
           AND day >= ${epochDay} + $3::int AND day < ${epochDay} + $4::int
         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
        [workspaceId, numberArray(customerIds), from, to],
      );
      return rows.map(({ id, day, currency, orders, amount }) => ({
        customerId: id,
        day,
        currency,
        orders,
        amountMinor: amount,
      }));
    },

    async terms(customerIds: readonly number[]): Promise<ValueTerms[]> {
      const rows = await sql.prepared<TermsRow>(
        `SELECT id, relationship_years AS years, cost_minor::float8 AS cost, cost_currency, reward_minor::float8 AS reward,
           reward_currency, coalesce(since_day, created_day) - ${epochDay} AS since
         FROM customers WHERE workspace_id = $1 AND id = ANY($2::int[])`,
        [workspaceId, numberArray(customerIds)],
      );
      return rows.map((row) => ({
        customerId: row.id,
        relationshipYears: row.years,
        cost: toMoney(row.cost, row.cost_currency),
        sinceDay: row.since,
        reward: toMoney(row.reward, row.reward_currency),
      }));
    },

    /** Whom a customer's recommendation won before a day, and when: at their first order. */
    async wonBy(customerId: number, before: Day): Promise<{ customerId: number; wonDay: Day }[]> {
      return sql.prepared<{ customerId: number; wonDay: Day }>(
        `SELECT c.id AS "customerId", first.day - ${epochDay} AS "wonDay"
         FROM customers c CROSS JOIN LATERAL (
           SELECT day FROM orders o WHERE o.workspace_id = $1 AND o.customer_id = c.id AND o.status = 'completed'
             AND o.amount_minor >= 0 ORDER BY day LIMIT 1
         ) AS first
         WHERE c.workspace_id = $1 AND c.recommended_by_id = $2 AND first.day < ${epochDay} + $3::int ORDER BY c.id`,
        [workspaceId, customerId, before],
      );
    },
  };
}

interface TermsRow {
  readonly id: number;
  readonly years: number | null;
  readonly cost: number | null;
  readonly cost_currency: string | null;
  readonly since: Day;
  readonly reward: number | null;
  readonly reward_currency: string | null;
}

function toMoney(amountMinor: number | null, currency: string | null): Money | null {
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}
