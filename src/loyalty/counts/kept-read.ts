import type { StayFigure } from './stays.ts';

/** The kept tallies that figures read, and how many numbers each holds. */
export const tallyNumbers = {
  /** Satisfied answers, others, the sum of the scores. */
  csat: 3,
  /** Complete responses, the sum of their sums, that of the squares. */
  cli: 3,
  /** Customers who are active. */
  active: 1,
  /** Customers, and those of them whose recommendation won another one. */
  referral: 2,
} as const;
export type TallyFigure = keyof typeof tallyNumbers;

/** The tallies that hold amounts: each segment of theirs is of one currency (`moneySegment`). */
export const moneyTallies = ['orders', 'first-orders', 'entered'] as const;
export type MoneyTally = (typeof moneyTallies)[number];

/** Kept numbers that a figure is worked out from, for each window. */
export type KeptRead = {
  /** Of the 365 days that end with the window, rather than of the window. */
  readonly over?: 'year';
} & (
  | {
      /** What began in the window and stands at its end, each customer once: a number for each kind of stay. */
      readonly kind: 'stays';
      readonly of: StayFigure;
    }
  | {
      /** Sums over the days of the window, or over all days before one of its ends. */
      readonly kind: 'tallies';
      readonly of: TallyFigure;
      readonly days: 'in-window' | 'before-start' | 'before-end';
    }
  /** How many ordered for the first time in the window. */
  | { readonly kind: 'won' }
  /** What was spent on winning customers, in minor units of the reporting currency, and 1 where any spend is known. */
  | { readonly kind: 'spend' }
  /** What orders came to, likewise: of customers for whom no years are entered, and of the others times these years. */
  | { readonly kind: 'revenue' }
  /** How many orders; what they came to less refunds, the refunds, and what the orders of customers' first days came to, likewise. */
  | { readonly kind: 'sales' }
);
