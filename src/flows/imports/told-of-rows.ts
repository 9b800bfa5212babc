import type { ImportNote } from '../../facts/import-note.ts';
import type { PlacedOrder } from '../../store/facts/orders.ts';
import { isSame } from './recorder.ts';

/** Counts known orders of which a file says another amount or day, and keeps the first. */
export function changedOrders() {
  let orders = 0;
  let first: Extract<ImportNote, { code: 'changed-orders' }>['first'] | null = null;
  return {
    add(before: PlacedOrder, after: PlacedOrder): void {
      if (isSame(figuresOf(before), figuresOf(after))) return;
      orders += 1;
      first ??= { number: after.orderId, before: figuresOf(before), after: figuresOf(after) };
    },
    told: (): ImportNote[] => (first ? [{ code: 'changed-orders', orders, first }] : []),
  };
}

/** What figures are made of. */
function figuresOf({ amountMinor, currency, day }: PlacedOrder) {
  return { amountMinor, currency, day };
}
