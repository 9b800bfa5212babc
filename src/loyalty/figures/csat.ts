import { dimensions, type Figure } from './figure.ts';
import { shareOf } from './share.ts';

/** Answers on 1–5: 4–5, the others, and the sum of all scores. */
export type CsatCounts = {
  readonly satisfied: number;
  readonly others: number;
  readonly scoreSum: number;
};

export const csat: Figure<CsatCounts> = {
  /** The share of 4–5. */
  ...shareOf(({ satisfied, others }) => ({ hits: satisfied, base: satisfied + others })),
  better: 'higher',
  dimensions,
  reads: [{ kind: 'tallies', of: 'csat', days: 'in-window' }],
  countsOf: ([satisfied = 0, others = 0, scoreSum = 0]) => ({ satisfied, others, scoreSum }),
  asks: 'csat',
  more: moreOfCsat,
  onHome: 'line-and-button',
  isAlwaysInOverview: true,
};

/** The average of the answers, 1 to 5; null without answers. */
export function csatAverage({ satisfied, others, scoreSum }: CsatCounts): number | null {
  const base = satisfied + others;
  return base === 0 ? null : scoreSum / base;
}

function moreOfCsat(counts: CsatCounts): { average: number } | Record<string, never> {
  const average = csatAverage(counts);
  return average === null ? {} : { average };
}
