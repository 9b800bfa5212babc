import type { Money } from '../../loyalty/facts/money.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { ordersByDay, valueTerms, wonBy } from './values.sql.ts';

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
    orders: (customerIds: readonly number[], { from, to }: Window): Promise<DayOfOrders[]> =>
      sql.prepared(ordersByDay, [workspaceId, numberArray(customerIds), from, to]),

    async terms(customerIds: readonly number[]): Promise<ValueTerms[]> {
      const rows = await sql.prepared(valueTerms, [workspaceId, numberArray(customerIds)]);
      return rows.map((row) => ({
        customerId: row.id,
        relationshipYears: row.years,
        cost: toMoney(row.cost, row.cost_currency),
        sinceDay: row.since,
        reward: toMoney(row.reward, row.reward_currency),
      }));
    },

    /** Whom a customer's recommendation won before a day, and when: at their first order. */
    wonBy: (customerId: number, before: Day): Promise<{ customerId: number; wonDay: Day }[]> =>
      sql.prepared(wonBy, [workspaceId, customerId, before]),
  };
}

function toMoney(amountMinor: number | null, currency: string | null): Money | null {
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}
