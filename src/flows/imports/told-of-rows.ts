import type { ImportNote } from '../../facts/import-note.ts';
import type { PlacedOrder } from '../../store/facts/orders.ts';
import type { WorkspaceStore } from '../../store/store.ts';
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

/** Of so many each would have to be looked for. */
const mostLookedFor = 5000;

/**
 * Tells new customers whose numbers look like those of others: 00123 and 123, K1 and k1. They may be two, so that nothing is
 * put together without a person.
 *
 * @param made how many are new
 * @param newest the id of the newest before them
 */
export async function lookAlikes(
  { customers }: Pick<WorkspaceStore, 'customers'>,
  made: number,
  newest: number,
): Promise<ImportNote[]> {
  if (made === 0 || made > mostLookedFor) return [];
  const pairs = await customers.lookAlikes(newest);
  const [first] = pairs;
  return first ? [{ code: 'look-alikes', customers: pairs.length, first: [first.made, first.known] }] : [];
}
