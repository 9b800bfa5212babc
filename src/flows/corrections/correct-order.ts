import type { Context } from '../../context.ts';
import { type Marks, mergeChanges, touchedIn } from '../../loyalty/changed-meanwhile.ts';
import { type OrderParts, orderParts } from '../../loyalty/corrected.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import { addOrderLine } from '../../loyalty/ladder/standing.ts';
import type { PlacedOrder } from '../../store/facts/orders.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { settleStandings } from '../upkeep/settle-standings.ts';

/** An order by its number, and whose number that is. */
export type OrderKey = Pick<PlacedOrder, 'orderId' | 'shop'>;

/** What a person says of an order; left out: as it is. */
export interface OrderCorrection extends Partial<OrderParts> {
  /** What the form was drawn from; left out: whoever corrects has just looked. */
  readonly seen?: Marks;
}

/** What came of it: the order as it stands now, or as it stood before it was removed. */
export type OrderOutcome =
  | { readonly kind: 'done'; readonly order: PlacedOrder }
  /** There is none of that number. */
  | { readonly kind: 'gone' }
  /** Somebody else changed the same meanwhile; nothing was saved. */
  | { readonly kind: 'changed-meanwhile'; readonly names: readonly string[] };

/** Corrects one order. */
export function correctOrder(
  context: Context,
  key: OrderKey,
  { seen, ...correction }: OrderCorrection,
  memberId: string,
): Promise<OrderOutcome> {
  return change(context, key, { memberId, action: 'order.corrected' }, async (tx, before) => {
    const { both } = mergeChanges<Partial<OrderParts>>(seen ?? null, orderParts(before), correction);
    if (both.length > 0) return { kind: 'changed-meanwhile', names: both };
    const { amount, ...others } = touchedIn<Partial<OrderParts>>(seen ?? null, correction);
    const moved = others.day !== undefined && others.day !== before.day;
    const order = { ...before, ...amount?.[0], ...others, ...(moved && { at: null }) };
    await tx.orders.upsert([order]);
    return { kind: 'done', order };
  });
}

/** Removes one order. */
export async function removeOrder(context: Context, key: OrderKey, memberId: string): Promise<OrderOutcome> {
  return change(context, key, { memberId, action: 'order.removed' }, async (tx, before) => {
    await tx.orders.remove(before);
    return { kind: 'gone' };
  });
}

/** @param write comes to what stands in the order's place */
function change(
  context: Context,
  { orderId, shop }: OrderKey,
  { memberId, action }: { readonly memberId: string; readonly action: 'order.corrected' | 'order.removed' },
  write: (tx: WorkspaceStore, before: PlacedOrder) => Promise<OrderOutcome>,
): Promise<OrderOutcome> {
  return context.transaction(async (tx): Promise<OrderOutcome> => {
    const { ladderRules } = await tx.settings.hold();
    const before = (await tx.orders.hold([orderId])).find((one) => one.shop === shop);
    if (!before) return { kind: 'gone' };
    const after = await write(tx, before);
    if (after.kind === 'changed-meanwhile') return after;
    const lines = {};
    addOrderLine(lines, before, -1);
    if (after.kind === 'done') addOrderLine(lines, after.order, 1);
    await settleStandings(tx, ladderRules, new Map([[before.customerId, { lines, readAnew: true }]]), countSheet());
    await tx.audit.add(context.now(), memberId, action, `customer:${before.customerId}`, { orderId, shop });
    await tx.figureChecks.ask();
    return after.kind === 'done' ? after : { kind: 'done', order: before };
  });
}
