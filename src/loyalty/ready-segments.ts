import { allCustomers, type CustomerQuery } from './customer-query.ts';

/** Segments by recency, frequency and monetary value, made ready. Their names are in common use. */
export const readyNames = ['champions', 'loyal', 'new', 'at-risk', 'cannot-lose', 'hibernating'] as const;
export type ReadyName = (typeof readyNames)[number];

/** What two and three fifths of a workspace's customers with an order come to; the fewest first. */
export interface RfmSpread {
  readonly customers: number;
  /** Days since the newest order: two fifths, and three fifths, ordered at most so long ago. */
  readonly recent: readonly [twoFifths: number, threeFifths: number];
  /** Orders: two fifths, and three fifths, have at most so many. */
  readonly orders: readonly [twoFifths: number, threeFifths: number];
  /** Minor units of the reporting currency: three fifths are worth at most so much. */
  readonly worthMinor: number;
}

/** Of fewer customers fifths say nothing. */
export const fewestForFifths = 20;

/**
 * Rules in a workspace's own numbers: customers are put into fifths by each of the three (A. M. Hughes, Strategic Database
 * Marketing, 1994); the best two fifths are 4 and 5, the third is 3. Null: too few customers.
 */
export function readySegments(spread: RfmSpread | null): Readonly<Record<ReadyName, CustomerQuery>> | null {
  if (spread === null || spread.customers < fewestForFifths) return null;
  const [recent, fairly] = spread.recent;
  // Whoever ordered once has not come back.
  const [some, often] = spread.orders.map((orders) => Math.max(orders + 1, 2));
  const dear = { least: Math.max(spread.worthMinor + 1, 1), most: null };
  const within = { least: null, most: recent };
  const away = { least: fairly + 1, most: null };
  return {
    champions: { ...allCustomers, last: within, orders: { least: often ?? 2, most: null }, value: dear },
    loyal: { ...allCustomers, last: { least: null, most: fairly }, orders: { least: some ?? 2, most: null } },
    new: { ...allCustomers, last: within, orders: { least: 1, most: 1 } },
    'at-risk': { ...allCustomers, last: away, orders: { least: some ?? 2, most: null } },
    'cannot-lose': { ...allCustomers, last: away, orders: { least: often ?? 2, most: null }, value: dear },
    hibernating: { ...allCustomers, last: away, orders: { least: 1, most: (some ?? 2) - 1 } },
  };
}
