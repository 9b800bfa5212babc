import { bareCell, invisible } from './bare-cell.ts';
import { type DateParts, readDatePart, readMonthPart, yearBeforeTime } from './date-parts.ts';
import { noTime, readTime, type WrittenTime } from './time-of-day.ts';

/** The order of day and month in dates such as 03/04/2026. */
export type DateOrder = 'day-first' | 'month-first';

/** A date as written, with its time of day if it has one. */
export interface WrittenDate {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Milliseconds since midnight; null without a time of day. */
  readonly timeMs: number | null;
  /** Minutes east of UTC; null without a zone: local time. */
  readonly offset: number | null;
  /** The order that this date proves, as it is no date in the other one. */
  readonly proves: DateOrder | null;
  /** Whose a time without a zone of its own is, where the header says it; else the workspace's. */
  readonly zone?: TimeZone;
}

export type DateReading =
  | WrittenDate
  /** Readable both ways, as ISO days. */
  | { readonly readings: readonly [dayFirst: string, monthFirst: string] }
  | {
      readonly code:
        | 'not-a-date'
        | 'two-digit-year'
        | 'no-such-day'
        | 'other-weekday'
        | 'no-such-time'
        | 'unknown-zone';
    }
  | { readonly code: 'year-out-of-range'; readonly from: number; readonly to: number };

/** What the workspace's time zone makes of an instant and of a local time. */
export interface TimeZone {
  /** The local day, counted from 1970-01-01, of an instant in milliseconds. */
  dayOf(at: number): number;
  /** The instant of a local time of day in milliseconds. A time that summer time skips or repeats is the zone's to settle. */
  instantOf(day: number, timeMs: number): number;
}

/** Where no zone is known. */
export const utc: TimeZone = {
  dayOf: (at) => Math.floor(at / dayMs),
  instantOf: (day, timeMs) => day * dayMs + timeMs,
};

/** A row's day and instant from what is written. A date without a time of day has no instant. */
export function toMoment(written: WrittenDate, zone: TimeZone): { readonly day: number; readonly at: number | null } {
  if (written.timeMs === null) return { day: written.day, at: null };
  if (written.offset === null) {
    const at = (written.zone ?? zone).instantOf(written.day, written.timeMs);
    return { day: written.zone ? zone.dayOf(at) : written.day, at };
  }
  const at = written.day * dayMs + written.timeMs - written.offset * 60_000;
  return { day: zone.dayOf(at), at };
}

/**
 * Reads a day of the years 1900 to 2200, with or without a time: 2026-03-01, 20260301, 01.03.2026, 1/3-2026, 1. marts
 * 2026, mandag den 2. marts 2026, Mon, 02 Mar 2026 14:05:00 +0100, 2026-03-01T14:05:33.5+01:00, 3/1/2026 2:05 PM GMT+1.
 * What can be read two ways (03/04/2026, 03-04-2026) is read in the given order; without one both readings come back.
 * Ten digits are seconds since 1970 (whether a column holds such, unix-times.ts says). Two-digit years are refused, and a weekday that is not that of its date.
 */
export function readDate(text: string, order: DateOrder | null): DateReading {
  const plain = readPlain(text);
  if (plain) return plain;
  const seconds = unixTime.exec(text)?.[1];
  if (seconds !== undefined) return inUnixTime(Number(seconds));
  const bare = bareDate(text);
  if (bare.length > maxLength) return { code: 'not-a-date' };
  const date = readDatePart(bare);
  if ('code' in date) return date;
  const time = readTime(bare.slice(date.length));
  if ('code' in time) return time;
  const reading = settle(date.parts, time, order);
  if (date.weekday === null || !('day' in reading)) return reading;
  return isWeekday(reading.day, date.weekday) ? reading : { code: 'other-weekday' };
}

/** Whether a text is a day, in whatever order it is written. */
export function isDate(text: string): boolean {
  return !('code' in readDate(text, null));
}

/** The first and the last day of a month written without a day ("2026-01", "01.2026", "januar 2026"); null for anything else. */
export function readMonth(text: string): { readonly first: WrittenDate; readonly last: WrittenDate } | null {
  const month = readMonthPart(bareDate(text));
  if (!month) return null;
  const first = toWritten(month.year, month.month, 1, noTime, null);
  const last = toWritten(month.year, month.month, daysIn(month.year, month.month), noTime, null);
  return 'code' in first || 'code' in last ? null : { first, last };
}

/** Days since 1970-01-01 as an ISO day. */
export function toIsoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

const dayMs = 86_400_000;
const firstYear = 1900;
const lastYear = 2200;
/** Longer than any date with the name of its zone. */
const maxLength = 100;
const yearOutOfRange = { code: 'year-out-of-range', from: firstYear, to: lastYear } as const;

/** Without the marks of direction that calendars put between the parts, each run of blanks one. */
function bareDate(text: string): string {
  return yearBeforeTime(bareCell(text).replace(invisible, '').replace(/\s+/g, ' '));
}

/** 1970-01-01 was a Thursday, the fourth day of the week. */
function isWeekday(day: number, weekday: number): boolean {
  return (((day + 3) % 7) + 7) % 7 === weekday;
}

/** 2026-03-01 and 20260301 without regular expressions. */
function readPlain(text: string): DateReading | null {
  const dashed = text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
  if (!dashed && text.length !== 8) return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, dashed ? 5 : 4, 2);
  const day = digitsAt(text, dashed ? 8 : 6, 2);
  if (year < 0 || month < 0 || day < 0) return null;
  return toWritten(year, month, day, noTime, null);
}

function digitsAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function settle(parts: DateParts, time: WrittenTime, order: DateOrder | null): DateReading {
  if ('day' in parts) return toWritten(parts.year, parts.month, parts.day, time, null);
  const { year, first, second } = parts;
  const dayFirst = toWritten(year, second, first, time, null);
  const monthFirst = toWritten(year, first, second, time, null);
  if ('code' in dayFirst) return 'code' in monthFirst ? dayFirst : { ...monthFirst, proves: 'month-first' };
  if ('code' in monthFirst) return { ...dayFirst, proves: 'day-first' };
  if (first === second) return dayFirst;
  if (!order) return { readings: [toIsoDay(dayFirst.day), toIsoDay(monthFirst.day)] };
  return order === 'day-first' ? dayFirst : monthFirst;
}

/** Seconds since 1970, of the years 2001 to 2033, as programs write instants; with milliseconds or without. Other numbers look so, too. */
export const unixTime = /^\s*(1\d{9})(?:\.\d+|\d{3})?\s*$/;

function inUnixTime(seconds: number): WrittenDate {
  const day = Math.floor(seconds / daySeconds);
  return { day, timeMs: (seconds - day * daySeconds) * 1000, offset: 0, proves: null };
}

const daySeconds = 86_400;

type Refused = Extract<DateReading, { code: unknown }>;

function toWritten(
  year: number,
  month: number,
  day: number,
  time: WrittenTime,
  proves: DateOrder | null,
): WrittenDate | Refused {
  if (year < firstYear || year > lastYear) return yearOutOfRange;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return { code: 'no-such-day' };
  return { day: Date.UTC(year, month - 1, day) / dayMs, timeMs: time.timeMs, offset: time.offset, proves };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
