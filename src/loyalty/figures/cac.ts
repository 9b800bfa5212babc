import type { Change, Figure, Measure } from './figure.ts';

/** What was spent on winning customers, and how many were won. */
export type CacCounts = {
  /** Minor units of the reporting currency. */
  readonly spendMinor: number;
  readonly won: number;
  /** 1 where any spend is recorded, else 0: what was not recorded is unknown, not free. */
  readonly spendKnown: number;
};

/** Customer acquisition cost. */
export const cac: Figure<CacCounts> = {
  unit: 'money',
  better: 'lower',
  dimensions: ['source'],
  reads: [{ kind: 'spend' }, { kind: 'won' }],
  countsOf: ([spendMinor = 0, spendKnown = 0, won = 0]) => ({ spendMinor, won, spendKnown }),
  measure: cacMeasure,
  change: cacChange,
};

/**
 * Spend ÷ customers won, in minor units: 30 000 for 12 → 2 500. Both are totals and no sample, so there is no interval.
 * Null where nobody was won, or no spend is recorded.
 */
export function cacMeasure(counts: CacCounts): Measure<CacCounts> {
  const { won, spendKnown } = counts;
  const measure = { value: costOf(counts), base: won, counts, interval: null };
  return won > 0 && spendKnown === 0 ? { ...measure, missing: 'spend' } : measure;
}

/**
 * The difference of two costs. One quotient of two totals says nothing of how far it would have come out otherwise by
 * chance: `p` is null, and the difference is told without being called a change.
 *
 * @returns null where one of the two is not known
 */
export function cacChange(now: CacCounts, before: CacCounts): Change | null {
  const [cost, costBefore] = [costOf(now), costOf(before)];
  return cost === null || costBefore === null ? null : { value: cost - costBefore, p: null, proven: false };
}

function costOf({ spendMinor, won, spendKnown }: CacCounts): number | null {
  return won === 0 || spendKnown === 0 ? null : spendMinor / won;
}
