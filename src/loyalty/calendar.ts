import { type Calendar, type Day, isoFromDay, type Window } from './period.ts';

/** The whole month, quarter or year that a day lies in. */
export function calendarWindow(calendar: Calendar, day: Day): Window {
  const [year = 0, month = 0] = isoFromDay(day).split('-').map(Number);
  const months = monthsOf[calendar];
  const first = month - 1 - ((month - 1) % months);
  return { from: firstDay(year, first), to: firstDay(year, first + months), calendar };
}

/** What of a window lies before a day: a running month ends there. Null where nothing does. */
export function cutAt(asOf: Day, window: Window): Window | null {
  return window.from < asOf ? { ...window, to: Math.min(window.to, asOf) } : null;
}

/** Whether a window holds only the first days of its month, quarter or year, as a running one does. */
export function isPart({ from, to, calendar }: Window): boolean {
  return calendar !== undefined && to < calendarWindow(calendar, from).to;
}

/**
 * The window that a window is compared with. Of a number of days: as many days, ending where it begins. Of a whole
 * month, quarter or year: the whole one before. Of its first days: as many first days of the one before, at most all.
 */
export function previousWindow(window: Window): Window {
  const { from, to, calendar } = window;
  if (calendar === undefined) return { from: from - (to - from), to: from };
  const before = calendarWindow(calendar, from - 1);
  return isPart(window) ? { ...before, to: Math.min(before.to, before.from + (to - from)) } : before;
}

const monthsOf: Readonly<Record<Calendar, number>> = { month: 1, quarter: 3, year: 12 };

/** @param month 0 is January, 12 January of the year after */
function firstDay(year: number, month: number): Day {
  return Date.UTC(year, month, 1) / 86_400_000;
}
