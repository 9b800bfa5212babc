import { type Calendar, type Day, type Window, weekdayOf } from './period.ts';

/** The whole week (from Monday), month, quarter or year that a day lies in. */
export function calendarWindow(calendar: Calendar, day: Day): Window {
  if (calendar === 'week') {
    const monday = day - ((weekdayOf(day) + 6) % 7);
    return { from: monday, to: monday + 7, calendar };
  }
  const date = new Date(day * dayMs);
  const months = monthsOf[calendar];
  const first = date.getUTCMonth() - (date.getUTCMonth() % months);
  return {
    from: firstDay(date.getUTCFullYear(), first),
    to: firstDay(date.getUTCFullYear(), first + months),
    calendar,
  };
}

/** The first days of the week, month, quarter and year after those that a day lies in. */
export function calendarEnds(day: Day): Readonly<Record<Calendar, Day>> {
  let ends = knownEnds.get(day);
  if (ends === undefined) {
    const end = (calendar: Calendar) => calendarWindow(calendar, day).to;
    ends = { week: end('week'), month: end('month'), quarter: end('quarter'), year: end('year') };
    if (knownEnds.size > 50_000) knownEnds.clear();
    knownEnds.set(day, ends);
  }
  return ends;
}

/** Asked for every order and answer that comes in, over and over for the same days. */
const knownEnds = new Map<Day, Readonly<Record<Calendar, Day>>>();

/** What of a window lies before a day: a running month ends there. Null where nothing does. */
export function cutAt(asOf: Day, window: Window): Window | null {
  return window.from < asOf ? { ...window, to: Math.min(window.to, asOf) } : null;
}

/** Whether a window holds only the first days of its week, month, quarter or year, as a running one does. */
export function isPart({ from, to, calendar }: Window): boolean {
  return calendar !== undefined && to < calendarWindow(calendar, from).to;
}

/**
 * The window that a window is compared with. Of a number of days: as many days, ending where it begins. Of a whole
 * week, month, quarter or year: the whole one before. Of its first days: as many first days of the one before, at most all.
 */
export function previousWindow(window: Window): Window {
  const { from, to, calendar } = window;
  if (calendar === undefined) return { from: from - (to - from), to: from };
  const before = calendarWindow(calendar, from - 1);
  return isPart(window) ? { ...before, to: Math.min(before.to, before.from + (to - from)) } : before;
}

/** The number of a day's week, as ISO 8601 counts them: week 1 holds the first Thursday of its year. */
export function isoWeekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = calendarWindow('week', day).from + 3;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  return { year, week: Math.floor((thursday - firstDay(year, 0)) / 7) + 1 };
}

const monthsOf: Readonly<Record<Exclude<Calendar, 'week'>, number>> = { month: 1, quarter: 3, year: 12 };

/** @param month 0 is January, 12 January of the year after */
function firstDay(year: number, month: number): Day {
  return Date.UTC(year, month, 1) / dayMs;
}

const dayMs = 86_400_000;
