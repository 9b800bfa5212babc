import { type Change, dimensions, type Figure, type Measure } from './figure.ts';
import { shareChange } from './share-change.ts';
import { wilsonInterval } from './wilson.ts';

/** Answers on 1–5: 4–5, the others, and the sum of all scores. */
export type CsatCounts = {
  readonly satisfied: number;
  readonly others: number;
  readonly scoreSum: number;
};

export const csat: Figure<CsatCounts> = {
  unit: 'share',
  better: 'higher',
  dimensions,
  reads: [{ kind: 'tallies', of: 'csat', days: 'in-window' }],
  countsOf: ([satisfied = 0, others = 0, scoreSum = 0]) => ({ satisfied, others, scoreSum }),
  measure: csatMeasure,
  change: csatChange,
  more: moreOfCsat,
  onHome: 'line-and-button',
  isAlwaysInOverview: true,
};

/** The share of 4–5, 0 to 1, with its Wilson 95 % interval: 42 of 50 → .84, [.715, .917]. */
export function csatMeasure(counts: CsatCounts): Measure<CsatCounts> {
  const base = counts.satisfied + counts.others;
  const value = base === 0 ? null : counts.satisfied / base;
  return { value, base, counts, interval: wilsonInterval(counts.satisfied, base) };
}

/** The difference of two shares, −1 to 1. @returns null where one of the two has no answers */
export function csatChange(now: CsatCounts, before: CsatCounts): Change | null {
  return shareChange(toShare(now), toShare(before));
}

/** The average of the answers, 1 to 5; null without answers. */
export function csatAverage({ satisfied, others, scoreSum }: CsatCounts): number | null {
  const base = satisfied + others;
  return base === 0 ? null : scoreSum / base;
}

function moreOfCsat(counts: CsatCounts): { average: number } | Record<string, never> {
  const average = csatAverage(counts);
  return average === null ? {} : { average };
}

function toShare({ satisfied, others }: CsatCounts) {
  return { hits: satisfied, base: satisfied + others };
}
