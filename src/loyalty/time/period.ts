/** A local date, counted in days from 1970-01-01: days subtract, compare and index without a calendar. */
export type Day = number;

/** Half-open: `from` belongs to it, `to` does not. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
  /** Of a week, month, quarter or year, whole or cut short by the as-of day (see calendar.ts); left out for a number of days. */
  readonly calendar?: Calendar;
}

export type Calendar = 'week' | 'month' | 'quarter' | 'year';

const dayMs = 86_400_000;

/** The day of `2026-03-01`. NaN for anything that is no such date. */
export function dayFromIso(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.NaN;
  const day = Date.parse(`${text}T00:00:00Z`) / dayMs;
  return Number.isInteger(day) && isoFromDay(day) === text ? day : Number.NaN;
}

/** `2026-03-01`. */
export function isoFromDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day that is `count` weekdays (Monday to Friday) after `day`. */
export function addWeekdays(day: Day, count: number): Day {
  let result = day;
  for (let left = count; left > 0; ) {
    result += 1;
    const weekday = weekdayOf(result);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return result;
}

/** The window of `days` days that ends before `to`. */
export function windowBefore(to: Day, days: number): Window {
  return { from: to - days, to };
}

/** The local date at an instant. 2025-12-31T23:30Z is 2026-01-01 in Europe/Copenhagen. */
export function localDay(at: Date, timeZone: string): Day {
  return Math.floor(localMinute(at.getTime(), timeZone) / 1440);
}

/** The first instant of a local date. */
export function startOfDay(day: Day, timeZone: string): Date {
  return instantOf(day * 1440, timeZone);
}

/**
 * The instant of a local time, given in minutes from 1970-01-01 00:00 local. A time that summer time skips becomes the
 * first minute after the gap; of a time that comes twice, the first is meant.
 */
export function instantOf(minute: number, timeZone: string): Date {
  const guess = minute * 60_000;
  // The offsets a day before and after enclose every clock change near this time.
  const offsets = [guess - dayMs, guess + dayMs].map((at) => offsetMinutes(at, timeZone));
  const candidates = offsets.map((offset) => guess - offset * 60_000).sort((a, b) => a - b);
  const exact = candidates.find((at) => localMinute(at, timeZone) === minute);
  if (exact !== undefined) return new Date(exact);
  return new Date(firstMinuteAfterGap(candidates[0] ?? guess, minute, timeZone));
}

function firstMinuteAfterGap(from: number, minute: number, timeZone: string): number {
  let [before, after] = [from - dayMs, from + dayMs];
  while (after - before > 60_000) {
    const middle = before + Math.floor((after - before) / 120_000) * 60_000;
    if (localMinute(middle, timeZone) < minute) before = middle;
    else after = middle;
  }
  return after;
}

/** Minutes from 1970-01-01 00:00 on the wall clock of a time zone. */
export function localMinute(at: number, timeZone: string): number {
  return Math.floor(at / 60_000) + offsetMinutes(at, timeZone);
}

const quarterHour = 900_000;
const offsets = new Map<string, Map<number, number>>();

/** Clocks change on the quarter of an hour at most, so an offset serves all instants within it. */
function offsetMinutes(at: number, timeZone: string): number {
  let known = offsets.get(timeZone);
  if (!known) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  const slot = Math.floor(at / quarterHour);
  let offset = known.get(slot);
  if (offset === undefined) {
    offset = computeOffset(slot * quarterHour, timeZone);
    if (known.size > 50_000) known.clear();
    known.set(slot, offset);
  }
  return offset;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function computeOffset(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return (Date.UTC(year, month - 1, day, hour, minute) - at) / 60_000;
}

/** Whether `Intl` knows this time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
