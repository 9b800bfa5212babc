import { dimensions, type Figure } from './figure.ts';
import { shareOf } from './share.ts';

/** Of the customers who ordered in the window, those who did so on a later day than their first ever. */
export type RepeatCounts = {
  readonly repeat: number;
  readonly customers: number;
};

export const repeat: Figure<RepeatCounts> = {
  /** The repeat purchase rate: 1 040 of 2 357 → .4412. */
  ...shareOf(({ repeat, customers }) => ({ hits: repeat, base: customers })),
  better: 'higher',
  dimensions,
  reads: [{ kind: 'stays', of: 'repeat' }],
  // Whose newest order in the window was their first ever, and whose was a later one.
  countsOf: ([first = 0, later = 0]) => ({ repeat: later, customers: first + later }),
  onHome: 'line-and-button',
  isAlwaysInOverview: true,
};
