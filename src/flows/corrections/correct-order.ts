import type { Context } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { OrderStatus } from '../../loyalty/facts/order.ts';
import { addOrderLine } from '../../loyalty/ladder/standing.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { PlacedOrder } from '../../store/facts/orders.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { settleStandings } from '../upkeep/settle-standings.ts';

/** An order by its number, and whose number that is. */
export type OrderKey = Pick<PlacedOrder, 'orderId' | 'shop'>;

/** What a person says of an order; left out: as it is. */
export interface OrderCorrection {
  readonly day?: Day;
  readonly amountMinor?: number;
  readonly currency?: string;
  readonly status?: OrderStatus;
}

/** Corrects one order. @returns as it stands now; null: there is none of that number */
export function correctOrder(
  context: Context,
  key: OrderKey,
  correction: OrderCorrection,
  memberId: string,
): Promise<PlacedOrder | null> {
  return change(context, key, { memberId, action: 'order.corrected' }, async (tx, before) => {
    const moved = correction.day !== undefined && correction.day !== before.day;
    const order = { ...before, ...correction, ...(moved && { at: null }) };
    await tx.orders.upsert([order]);
    return order;
  });
}

/** Removes one order. @returns as it stood; null: there is none of that number */
export async function removeOrder(context: Context, key: OrderKey, memberId: string): Promise<PlacedOrder | null> {
  return change(context, key, { memberId, action: 'order.removed' }, async (tx, before) => {
    await tx.orders.remove(before);
    return null;
  });
}

/** @param write @returns the order that stands in the place of the one before; null: none */
function change(
  context: Context,
  { orderId, shop }: OrderKey,
  { memberId, action }: { readonly memberId: string; readonly action: 'order.corrected' | 'order.removed' },
  write: (tx: WorkspaceStore, before: PlacedOrder) => Promise<PlacedOrder | null>,
): Promise<PlacedOrder | null> {
  return context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.hold();
    const before = await tx.orders.hold(orderId, shop);
    if (!before) return null;
    const after = await write(tx, before);
    const lines = {};
    addOrderLine(lines, before, -1);
    if (after) addOrderLine(lines, after, 1);
    await settleStandings(tx, ladderRules, new Map([[before.customerId, { lines, readAnew: true }]]), countSheet());
    await tx.audit.add(context.now(), memberId, action, `customer:${before.customerId}`, { orderId, shop });
    await tx.figureChecks.ask();
    return after ?? before;
  });
}
