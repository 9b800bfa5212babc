import type { Spending } from './gamma-gamma.ts';
import type { Histories } from './histories.ts';

/** What needs no model: told besides a prediction, and in its place where the data bear none. */
export interface PlainFigures {
  readonly customers: number;
  /** Who came back at least once. */
  readonly repeaters: number;
  /** Orders on later days than the first. */
  readonly repeatOrders: number;
  /** Days from one order to the next, over all repeat orders; null where there are none. */
  readonly meanGapDays: number | null;
  /** Whose last order lies within the days of risk. */
  readonly recentlyActive: number;
  /** Of repeat orders that were paid for, minor units. */
  readonly meanOrderValue: number | null;
  /** Between how often and for how much customers buy: the models take them for unrelated. Null where it says nothing. */
  readonly valueCorrelation: number | null;
}

export function plainFigures(
  { repeats, recencyDays, ageDays }: Histories,
  { counts, sums }: Spending,
  recentDays: number,
): PlainFigures {
  let [repeaters, repeatOrders, spannedDays, recentlyActive, orders, amount] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < repeats.length; i += 1) {
    const [x = 0, recency = 0, age = 0] = [repeats[i], recencyDays[i], ageDays[i]];
    if (x > 0) repeaters += 1;
    repeatOrders += x;
    spannedDays += recency;
    if (age - recency < recentDays) recentlyActive += 1;
    orders += counts[i] ?? 0;
    amount += sums[i] ?? 0;
  }
  return {
    customers: repeats.length,
    repeaters,
    repeatOrders,
    meanGapDays: repeatOrders > 0 ? spannedDays / repeatOrders : null,
    recentlyActive,
    meanOrderValue: orders > 0 ? amount / orders : null,
    valueCorrelation: correlation(repeats, counts, sums),
  };
}

/** Pearson's, over customers whose repeat orders were paid for. */
function correlation(repeats: Int32Array, counts: Int32Array, sums: Float64Array): number | null {
  let [n, sumX, sumZ] = [0, 0, 0];
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    n += 1;
    sumX += repeats[i] ?? 0;
    sumZ += (sums[i] ?? 0) / count;
  }
  if (n < 3) return null;
  let [xx, zz, xz] = [0, 0, 0];
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    const [dx, dz] = [(repeats[i] ?? 0) - sumX / n, (sums[i] ?? 0) / count - sumZ / n];
    xx += dx * dx;
    zz += dz * dz;
    xz += dx * dz;
  }
  return xx > 0 && zz > 0 ? xz / Math.sqrt(xx * zz) : null;
}
