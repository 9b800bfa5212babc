import { type Change, dimensions, type Figure, type Measure } from './figure.ts';
import { shareChange } from './share-change.ts';
import { wilsonInterval } from './wilson.ts';

/** Of the customers who ordered in the window, those who did so on a later day than their first ever. */
export type RepeatCounts = {
  readonly repeat: number;
  readonly customers: number;
};

export const repeat: Figure<RepeatCounts> = {
  unit: 'share',
  better: 'higher',
  dimensions,
  reads: [{ kind: 'stays', of: 'repeat' }],
  // Whose newest order in the window was their first ever, and whose was a later one.
  countsOf: ([first = 0, later = 0]) => ({ repeat: later, customers: first + later }),
  measure: repeatMeasure,
  change: repeatChange,
  onHome: 'line-and-button',
  isAlwaysInOverview: true,
};

/** The repeat purchase rate, 0 to 1, with its Wilson 95 % interval: 1 040 of 2 357 → .4412. */
export function repeatMeasure(counts: RepeatCounts): Measure<RepeatCounts> {
  const { repeat, customers } = counts;
  const value = customers === 0 ? null : repeat / customers;
  return { value, base: customers, counts, interval: wilsonInterval(repeat, customers) };
}

/** The difference of two rates, −1 to 1. @returns null where nobody ordered in one of the two windows */
export function repeatChange(now: RepeatCounts, before: RepeatCounts): Change | null {
  return shareChange(toShare(now), toShare(before));
}

function toShare({ repeat, customers }: RepeatCounts) {
  return { hits: repeat, base: customers };
}
