import type { ImportNote } from '../../facts/import-note.ts';
import type { Customer } from '../../store/facts/customers.ts';
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

export type ChangedPeople = ReturnType<typeof changedPeople>;

/** Counts known customers of whom a file says another name and another address: their number may be somebody else's there. */
export function changedPeople() {
  let customers = 0;
  let first: string | null = null;
  return {
    add(before: Customer, after: Customer): void {
      if (!isAnother(before.name, after.name) || !isAnother(before.email, after.email)) return;
      customers += 1;
      first ??= after.externalId;
    },
    told: (): ImportNote[] => (first === null ? [] : [{ code: 'changed-people', customers, first }]),
  };
}

function isAnother(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && before.toLowerCase() !== after.toLowerCase();
}
