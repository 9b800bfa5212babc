import type { Window } from '../period.ts';

/** A figure over one window. */
export interface Measure<Counts> {
  /** Unrounded; null where there is nothing to measure. NPS −100 to 100, rates 0 to 1. */
  readonly value: number | null;
  /** How many votes, answers or customers it rests on. */
  readonly base: number;
  readonly counts: Counts;
  /** 95 %; null where there is no value. */
  readonly interval: readonly [number, number] | null;
}

/** The difference to the window before. */
export interface Change {
  readonly value: number;
  /** Two-sided. */
  readonly p: number;
  /** Beyond the margin of error (p < .05). Otherwise it is not called a change. */
  readonly proven: boolean;
}

export type FigureName = 'nps' | 'csat' | 'repeat';

/** A figure as it is told: with its base, its interval, the window before and the change. */
export interface FigureReport<Counts = Readonly<Record<string, number>>> extends Measure<Counts> {
  readonly figure: FigureName;
  readonly window: Window;
  readonly previous: {
    readonly window: Window;
    readonly value: number | null;
    readonly base: number;
    readonly counts: Counts;
  };
  /** Null where one of the two windows has no value. */
  readonly change: Change | null;
}

/** Below this base people are shown no score. */
export const leastBase = 5;
/** Below this base a score is marked as indicative. */
export const firmBase = 30;
