import type { KeyCounter } from './key-counter.ts';
import type { OrderRow } from './order-lines.ts';
import { hashNumber, type NumberRules, orderNumberOf } from './order-number.ts';

/** Holds rows back that speak of one order until the last of them has come. */
export interface OrderGroups {
  /** @returns all rows of its order where this is the last of them; `held` where more are to come; `alone` where there is no other */
  take(row: OrderRow): readonly OrderRow[] | 'held' | 'alone';
}

/** @param counter how many rows of the whole file speak of each order */
export function createOrderGroups(rules: NumberRules, counter: KeyCounter): OrderGroups {
  const held = new Map<string, OrderRow[]>();
  return {
    take(row) {
      const number = orderNumberOf(row.cells, rules);
      const count = number ? counter.count(hashNumber(number)) : 1;
      if (!number || count < 2) return 'alone';
      const key = number.join('\u001f');
      const rows = held.get(key) ?? [];
      rows.push(row);
      if (rows.length < count) {
        held.set(key, rows);
        return 'held';
      }
      held.delete(key);
      return rows;
    },
  };
}
