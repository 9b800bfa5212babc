import { type Change, dimensions, type Figure, type Measure, type MissingPart } from './figure.ts';
import { stayReads } from './retention.ts';

/** What the average customer lifetime value is made of. Amounts are minor units of the reporting currency. */
export type ClvCounts = {
  /** Of the 365 days before the window's end, by customers for whom no years are entered. */
  readonly revenueMinor: number;
  /** Of the same days, by the others: each one's revenue × the years entered. */
  readonly revenueTimesYears: number;
  /** Customers active at the window's end. */
  readonly active: number;
  /** Customers active 365 days before it, and those of them who no longer are. */
  readonly activeBefore: number;
  readonly lost: number;
};

/** Average customer lifetime value of the active customers. */
export const clv: Figure<ClvCounts> = {
  unit: 'money',
  better: 'higher',
  dimensions,
  reads: [
    { kind: 'revenue', over: 'year' },
    { kind: 'tallies', of: 'active', days: 'before-end' },
    ...stayReads.map((read) => ({ ...read, over: 'year' }) as const),
  ],
  countsOf: ([revenueMinor = 0, revenueTimesYears = 0, active = 0, activeBefore = 0, lost = 0]) => ({
    revenueMinor,
    revenueTimesYears,
    active,
    activeBefore,
    lost,
  }),
  measure: clvMeasure,
  change: clvChange,
  isAsOf: true,
  rungAt: 'end',
  onHome: 'line-and-button',
};

/**
 * (Revenue of a year × 1 ÷ yearly churn, or × the years entered) ÷ active customers, in minor units: the mean of every
 * active customer's own value. Null without active customers, and where years are needed that nothing tells: nobody was
 * active a year ago, or nobody of them was lost.
 */
export function clvMeasure(counts: ClvCounts): Measure<ClvCounts> {
  const measure = { value: averageOf(counts), base: counts.active, counts, interval: null };
  const missing = counts.active === 0 ? null : missingOf(counts);
  return missing === null ? measure : { ...measure, missing };
}

/**
 * The difference of two averages. Values of customers are too uneven, and the kept sums hold no spread, to tell it from
 * chance: `p` is null, and it is not called a change.
 *
 * @returns null where one of the two is not known
 */
export function clvChange(now: ClvCounts, before: ClvCounts): Change | null {
  const [value, valueBefore] = [averageOf(now), averageOf(before)];
  return value === null || valueBefore === null ? null : { value: value - valueBefore, p: null, proven: false };
}

/**
 * What losing one percentage point less of the active customers is worth, in minor units, a year: 1 200 active
 * customers × 0.01 × 1 750 = 21 000. Null where the average is not known.
 */
export function worthOfAPoint(counts: ClvCounts): number | null {
  const average = averageOf(counts);
  return average === null ? null : counts.active * 0.01 * average;
}

/** The share of the customers active a year ago who no longer are; null where nobody was. */
export function yearlyChurnOf({ activeBefore, lost }: Pick<ClvCounts, 'activeBefore' | 'lost'>): number | null {
  return activeBefore === 0 ? null : lost / activeBefore;
}

function averageOf(counts: ClvCounts): number | null {
  const { revenueMinor, revenueTimesYears, active, activeBefore, lost } = counts;
  if (active === 0 || missingOf(counts) !== null) return null;
  // 1 ÷ churn, as a product: 1 ÷ (lost ÷ active before) would round twice.
  const withoutYears = revenueMinor === 0 ? 0 : (revenueMinor * activeBefore) / lost;
  return (withoutYears + revenueTimesYears) / active;
}

function missingOf({ revenueMinor, activeBefore, lost }: ClvCounts): MissingPart | null {
  if (revenueMinor === 0) return null;
  if (activeBefore === 0) return 'churn';
  return lost === 0 ? 'losses' : null;
}
