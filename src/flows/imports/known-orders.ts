import type { KnownOrder, PlacedOrder } from '../../store/facts/orders.ts';

/** Further apart than a correction of an order or an answer may be: somebody counts from 1 again, or another shop does. */
export const mostDaysApart = 60;

/** The same of one that is worth something else, too, as who counts from 1 each month has it. Lines of one may be of several days. */
const mostDaysOtherWorth = 7;

/**
 * The known order that one of a file is, among those with its number. Where only one of the two says whose number it is,
 * they are the same if customer and day are.
 */
export function knownAs<Known extends PlacedOrder>(order: PlacedOrder, sameNumber: readonly Known[]): Known | null {
  const ofShop = sameNumber.find(({ shop }) => shop === order.shop);
  if (ofShop && !isAnother(order, ofShop)) return ofShop;
  return sameNumber.find((known) => mayBeOfOneShop(order, known) && isOfSameDay(known, order)) ?? ofShop ?? null;
}

/** Whether two may be of one shop: what only one of them says, the other may have left out. */
export function mayBeOfOneShop(a: Pick<PlacedOrder, 'shop'>, b: Pick<PlacedOrder, 'shop'>): boolean {
  return a.shop === b.shop || a.shop === '' || b.shop === '';
}

/** Whether an order is another than the known one of its number, whatever it corrects. */
export function isAnother(order: PlacedOrder, known: PlacedOrder & Partial<Pick<KnownOrder, 'lines'>>): boolean {
  if (order.customerId !== known.customerId) return true;
  const days = Math.abs(order.day - known.day);
  return days > mostDaysApart || (days > mostDaysOtherWorth && known.lines === 1 && isWorthOther(order, known));
}

function isWorthOther(a: PlacedOrder, b: PlacedOrder): boolean {
  return a.amountMinor !== b.amountMinor || a.currency !== b.currency;
}

function isOfSameDay(a: PlacedOrder, b: PlacedOrder): boolean {
  return a.customerId === b.customerId && a.day === b.day;
}
