import type { KeptRead } from '../counts/kept-read.ts';
import type { AnswerKind } from '../facts/answer.ts';

/** A figure over one window. */
export interface Measure<Counts> {
  /** Unrounded, in the figure's unit; null where there is nothing to measure. */
  readonly value: number | null;
  /** How many votes, answers or customers it rests on. */
  readonly base: number;
  readonly counts: Counts;
  /** 95 %; null where there is no value, and for figures without one. */
  readonly interval: readonly [number, number] | null;
  /** What is not known, where there is no value although there is a base. */
  readonly missing?: MissingPart;
}

/** No spend was recorded; nobody was active a year ago, so that no yearly churn is known; nobody was lost since. */
export type MissingPart = 'spend' | 'churn' | 'losses';

/** The difference to the window before. */
export interface Change {
  readonly value: number;
  /** Two-sided. Null: there is nothing to tell a change from chance by. */
  readonly p: number | null;
  /** Beyond the margin of error (p < .05). Otherwise it is not called a change. */
  readonly proven: boolean;
}

/** Score: −100 to 100. Share: 0 to 1. Index: 0 to 100. Money: minor units of the reporting currency. */
export type FigureUnit = 'score' | 'share' | 'index' | 'money';

/** What a figure is told apart by. */
export const dimensions = ['rung', 'country', 'segment', 'source'] as const;
export type Dimension = (typeof dimensions)[number];

/** One part of the customers or answers: those of a rung, a country, a segment tag, a source. Empty: not known. */
export interface Part {
  readonly dimension: Dimension;
  readonly value: string;
}

/** Named counts, as they are printed. */
export type FigureCounts = Readonly<Record<string, number>>;

/** What makes a figure: how it is counted, measured and compared, and where it is told. */
export interface Figure<Counts = FigureCounts> {
  readonly unit: FigureUnit;
  /** Which way is better. */
  readonly better: 'higher' | 'lower';
  readonly dimensions: readonly Dimension[];
  /** What of the kept counts it is worked out from; their numbers come to `countsOf` in this order. */
  readonly reads: readonly KeptRead[];
  /** A number that is missing is 0. */
  countsOf(counts: readonly number[]): Counts;
  measure(counts: Counts): Measure<Counts>;
  /** Null where one of the two has no value. */
  change(now: Counts, before: Counts): Change | null;
  /** The kind of answers it counts, whose scale is told where it is another one. */
  readonly asks?: AnswerKind;
  /** What JSON tells besides, for example an average. */
  more?(counts: Counts): Readonly<Record<string, number>>;
  /** It tells how things stand when the window ends, rather than what happened in it. */
  readonly isAsOf?: true;
  /** It is the sum of all there is and no sample, so that it is told and firm however little that is. */
  readonly isTotal?: true;
  /** What it comes to in each currency, not converted, is told too. */
  readonly tellsCurrencies?: true;
  /** When a customer's rung is asked for, where it is not the start of the day of the answer or order: at which end of the window. */
  readonly rungAt?: 'start' | 'end';
  /** Its interval stands around an adjusted value, which is the middle of it. */
  readonly isAdjusted?: true;
  /** It is told on the Home, and there may be a button that asks for it. */
  readonly onHome?: 'line' | 'line-and-button';
  /** The overview tells it also where it rests on nothing. */
  readonly isAlwaysInOverview?: true;
  /** The figure without which it never moves, and which is told of when it moves the wrong way. */
  readonly movesWith?: string;
}

/** Below this base people are shown no score. */
export const leastBase = 5;
/** Below this base a score is marked as indicative. */
export const firmBase = 30;

/** Whether a base is large enough for people to be shown the value at all. */
export function isEnough({ isTotal }: Pick<Figure, 'isTotal'>, base: number): boolean {
  return isTotal === true || base >= leastBase;
}

/** Whether it is large enough for the value not to be marked as indicative. */
export function isFirm({ isTotal }: Pick<Figure, 'isTotal'>, base: number): boolean {
  return isTotal === true || base >= firmBase;
}
