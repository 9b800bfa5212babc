import { calendarEnds } from '../time/calendar.ts';
import type { Day, Window } from '../time/period.ts';
import type { DayCounts } from './day-counts.ts';

/**
 * Stays: something begins on a day (a vote, an order, a lapse) and lasts until the same customer's next. What stands at
 * the end of a window, each customer once, are the stays that began in it and were not ended in it:
 *
 *   stays that began in the window − stays that began and ended in the window.
 *
 * The second number is a sum of counts per day too, for the windows that are asked for: see `standingBetween`.
 */

/** The windows, in days, for which figures of one vote per customer have kept counts. */
export const keptWindows = [30, 90, 365] as const;

/** What is counted of the stays of one kind on a day. Windows of days need both ends of a brief stay, calendars its end. */
const parts = {
  began: 0,
  ended: { 30: 1, 90: 2, 365: 3, week: 4, month: 5, quarter: 6, year: 7 },
  brief: { 30: 8, 90: 9, 365: 10 },
} as const;
const partCount = 11;

/** The counts of each day: of the first kind its parts, then of the second, … */
export type StayDays = DayCounts<Int32Array>;

/** The kinds of stays of each figure. */
export const stayKinds = {
  /** Promoters, passives, detractors. */
  nps: 3,
  /** First orders ever, later orders. */
  repeat: 2,
  /** Customers who lapsed, until they order again. */
  lost: 1,
} as const;
export type StayFigure = keyof typeof stayKinds;

/** How many numbers a day of a figure holds. */
export function stayWidth(figure: StayFigure): number {
  return stayKinds[figure] * partCount;
}

/**
 * Counts one stay.
 *
 * @param all where it is counted, each for itself
 * @param next the day on which the customer's next one begins, later than `day`; null: there is none
 * @param sign 1 to add it, -1 to take it away; more for several alike
 */
export function countStay(all: readonly StayDays[], kind: number, day: Day, next: Day | null, sign: number): void {
  const gap = next === null ? Number.POSITIVE_INFINITY : next - day;
  const ends = calendarEnds(day);
  const last = next ?? Number.POSITIVE_INFINITY;
  const isLong = gap >= 365 && last >= ends.year;
  const at = kind * partCount;
  for (const days of all) {
    const began = days.pieceOf(day);
    const from = days.startOf(day) + at;
    add(began, from + parts.began, sign);
    if (isLong) continue;
    const ended = days.pieceOf(last);
    const to = days.startOf(last) + at;
    if (gap < 365) {
      add(ended, to + parts.ended[365], sign);
      add(began, from + parts.brief[365], sign);
    }
    if (gap < 90) {
      add(ended, to + parts.ended[90], sign);
      add(began, from + parts.brief[90], sign);
    }
    if (gap < 30) {
      add(ended, to + parts.ended[30], sign);
      add(began, from + parts.brief[30], sign);
    }
    if (last < ends.year) add(ended, to + parts.ended.year, sign);
    if (last < ends.quarter) add(ended, to + parts.ended.quarter, sign);
    if (last < ends.month) add(ended, to + parts.ended.month, sign);
    if (last < ends.week) add(ended, to + parts.ended.week, sign);
  }
}

/** The windows for whose stays there are kept counts: so many days, or the first days of a calendar's period. */
export const keptSpans = ['day', 30, 90, 365, 'week', 'month', 'quarter', 'year'] as const;
export type KeptSpan = (typeof keptSpans)[number];

/** Which kept counts hold all of some windows; null: they have to be counted from the customers. */
export function keptSpan(windows: readonly Window[]): KeptSpan | null {
  return keptSpans.find((span) => windows.every((window) => holds(span, window))) ?? null;
}

function holds(span: KeptSpan, { from, to }: Window): boolean {
  if (span === 'day') return to - from === 1;
  if (typeof span === 'number') return to - from === span;
  return calendarEnds(from - 1)[span] === from && to <= calendarEnds(from)[span];
}

/** Where in a day's counts the numbers stand that a window needs, counted from 1 as SQL does; null: none. */
export function stayColumns(
  kind: number,
  span: KeptSpan,
): { readonly began: number; readonly ended: number | null; readonly brief: number | null } {
  const at = kind * partCount + 1;
  return {
    began: at + parts.began,
    // What begins on a day never ends on it.
    ended: span === 'day' ? null : at + parts.ended[span],
    brief: typeof span === 'number' ? at + parts.brief[span] : null,
  };
}

/** Of the days before a day: stays begun; ended within the span; begun and ended within the span (of windows of days). */
export interface StaySums {
  readonly began: number;
  readonly ended: number;
  readonly brief: number;
}

/**
 * The stays that began in a window and stood at its end, from the sums before its two ends.
 *
 * A stay that began in the window and ended in it is shorter than a window of days. Of the short ones that ended before the
 * window's end, those that began before its start had ended by then too, so the difference of the two sums is what began
 * and ended in it. In a month's window, whatever ended in the month of its beginning began in the window.
 */
export function standingBetween(from: StaySums, to: StaySums, span: KeptSpan): number {
  const brief = to.ended - (typeof span === 'number' ? from.brief : from.ended);
  return to.began - from.began - brief;
}

function add(counts: Int32Array, at: number, sign: number): void {
  counts[at] = (counts[at] ?? 0) + sign;
}
