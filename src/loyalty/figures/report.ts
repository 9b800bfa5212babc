import type { ScaleCount } from '../facts/scale.ts';
import type { Day, Window } from '../time/period.ts';
import type { Change, FigureCounts, Measure, Part } from './figure.ts';
import { type FigureName, figures } from './index.ts';

/** A figure as it is told: with its base, its interval, the window before and the change. */
export interface FigureReport<Counts = FigureCounts> extends Measure<Counts> {
  readonly figure: FigureName;
  /** Left out: of all. */
  readonly part?: Part;
  /** Further parts, all of which hold too; left out: none. */
  readonly within?: readonly Part[];
  /** Amounts of this currency cannot be told in the reporting one: there is no rate for that day. */
  readonly missingRate?: { readonly currency: string; readonly day: Day };
  readonly window: Window;
  /** ISO 4217, of amounts; left out for figures that are none. */
  readonly currency?: string;
  readonly previous: {
    readonly window: Window;
    readonly value: number | null;
    readonly base: number;
    readonly counts: Counts;
  };
  /** What it comes to in each currency, the dearest first; left out: the figure tells none. */
  readonly currencies?: readonly CurrencySum[];
  /** Answers given on another scale than the figure's own: of the window, and of the one before. Left out: none. */
  readonly scales?: { readonly now: readonly ScaleCount[]; readonly before: readonly ScaleCount[] };
  /** Null where one of the two windows has no value. */
  readonly change: Change | null;
}

/** Orders of one currency and what they came to, in its minor units. */
export interface CurrencySum {
  readonly currency: string;
  readonly orders: number;
  /** Less refunds. */
  readonly revenueMinor: number;
  readonly refundsMinor: number;
}

/** A window and the numbers that the store holds for a figure in it; left out: none. */
export type CountedWindow = readonly [window: Window, numbers?: readonly number[] | undefined];

/** A figure with its base, its interval, the window before and the change against it. */
export function toReport(
  name: FigureName,
  [window, now = []]: CountedWindow,
  [windowBefore, then = []]: CountedWindow,
): FigureReport {
  const figure = figures[name];
  const [counts, countsBefore] = [figure.countsOf(now), figure.countsOf(then)];
  const before = figure.measure(countsBefore);
  return {
    figure: name,
    window,
    ...figure.measure(counts),
    previous: { window: windowBefore, value: before.value, base: before.base, counts: countsBefore },
    change: figure.change(counts, countsBefore),
  };
}
