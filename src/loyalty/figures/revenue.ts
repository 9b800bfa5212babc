import { type Change, dimensions, type Figure, type Measure } from './figure.ts';

/** What orders came to. Amounts are minor units of the reporting currency. */
export type RevenueCounts = {
  /** Completed ones. */
  readonly orders: number;
  /** Of orders, less refunds. */
  readonly revenueMinor: number;
  readonly refundsMinor: number;
  /** Of orders on a later day than their customers' first ever, refunds not taken off. */
  readonly repeatMinor: number;
};

/** Completed orders less refunds. */
export const revenue: Figure<RevenueCounts> = {
  unit: 'money',
  better: 'higher',
  dimensions,
  reads: [{ kind: 'sales' }],
  countsOf: ([orders = 0, revenueMinor = 0, refundsMinor = 0, firstMinor = 0]) => ({
    orders,
    revenueMinor,
    refundsMinor,
    repeatMinor: revenueMinor + refundsMinor - firstMinor,
  }),
  measure: revenueMeasure,
  change: revenueChange,
  more: (counts) => ({ ...known('average', averageOrder(counts)), ...known('repeatShare', repeatShare(counts)) }),
  isTotal: true,
  tellsCurrencies: true,
};

/** 3 orders of 100, one refund of 50 → 250. Null where there is neither an order nor a refund. */
export function revenueMeasure(counts: RevenueCounts): Measure<RevenueCounts> {
  return { value: sumOf(counts), base: counts.orders, counts, interval: null };
}

/**
 * The difference of two sums. Both are all there is and no sample, and nothing in them says how far they might have come out
 * otherwise by chance: `p` is null, and the difference is told without being called a change.
 *
 * @returns null where one of the two is not known
 */
export function revenueChange(now: RevenueCounts, before: RevenueCounts): Change | null {
  const [value, valueBefore] = [sumOf(now), sumOf(before)];
  return value === null || valueBefore === null ? null : { value: value - valueBefore, p: null, proven: false };
}

/** What orders came to ÷ orders, refunds not taken off: above 100. Null without orders. */
export function averageOrder({ orders, revenueMinor, refundsMinor }: RevenueCounts): number | null {
  return orders === 0 ? null : (revenueMinor + refundsMinor) / orders;
}

/** The share of what orders came to that repeat orders did, 0 to 1. Null where they came to nothing. */
export function repeatShare({ revenueMinor, refundsMinor, repeatMinor }: RevenueCounts): number | null {
  const ordered = revenueMinor + refundsMinor;
  return ordered === 0 ? null : repeatMinor / ordered;
}

function sumOf({ orders, revenueMinor, refundsMinor }: RevenueCounts): number | null {
  return orders === 0 && refundsMinor === 0 ? null : revenueMinor;
}

function known(name: string, value: number | null): Readonly<Record<string, number>> {
  return value === null ? {} : { [name]: value };
}
