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
  | { readonly code: 'not-a-date' | 'two-digit-year' | 'no-such-day' | 'no-such-time' }
  | { readonly code: 'year-out-of-range'; readonly from: number; readonly to: number };

/** What the workspace's time zone makes of an instant and of a local time. */
export interface TimeZone {
  /** The local day, counted from 1970-01-01, of an instant in milliseconds. */
  dayOf(at: number): number;
  /** The instant of a local time of day in milliseconds. A time that summer time skips or repeats is the zone's to settle. */
  instantOf(day: number, timeMs: number): number;
}

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
 * 2026, Mar 1, 2026, 2026-03-01T14:05:33.5+01:00, 01.03.2026 kl. 14.05, 3/1/2026 2:05 PM. What can be read two ways
 * (03/04/2026, 03-04-2026) is read in the given order; without one both readings come back. Two-digit years are refused.
 */
export function readDate(text: string, order: DateOrder | null): DateReading {
  const plain = readPlain(text);
  if (plain) return plain;
  const trimmed = text.trim().replace(/\s/g, ' ');
  if (trimmed.length > maxLength) return notADate;
  const date = readDatePart(trimmed);
  if ('code' in date) return date;
  const time = readTime(trimmed.slice(date.length));
  if ('code' in time) return time;
  return settle(date.parts, time, order);
}

/** Days since 1970-01-01 as an ISO day. */
export function toIsoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

const dayMs = 86_400_000;
const firstYear = 1900;
const lastYear = 2200;
const maxLength = 60;
const notADate = { code: 'not-a-date' } as const;
const yearOutOfRange = { code: 'year-out-of-range', from: firstYear, to: lastYear } as const;

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

type Parts =
  | { readonly year: number; readonly month: number; readonly day: number }
  /** Day and month in an order that the writing does not tell. */
  | { readonly year: number; readonly first: number; readonly second: number };

type DatePart = { readonly parts: Parts; readonly length: number } | { readonly code: 'not-a-date' | 'two-digit-year' };

const yearFirst = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)/;
const yearLast = /^(\d{1,2})(\. ?|[/-])(\d{1,2})(\. ?|[/ -])(\d{4}|\d{2})(?!\d)/;
const dayName = /^(\d{1,2})\.?[ -]?(\p{L}{3,9})\.?[ -](\d{4})(?!\d)/u;
const nameDay = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/u;

function readDatePart(text: string): DatePart {
  const iso = yearFirst.exec(text);
  if (iso) {
    const [whole, year, , month, day, month2, day2] = iso;
    const parts = { year: Number(year), month: Number(month ?? month2), day: Number(day ?? day2) };
    return { parts, length: whole.length };
  }
  const local = yearLast.exec(text);
  if (local) {
    const [whole, first = '', before = '', second = '', after = '', year = ''] = local;
    if (year.length === 2) return { code: 'two-digit-year' };
    const numbers = { year: Number(year), first: Number(first), second: Number(second) };
    if (before.trim() === after.trim() && before.trim() !== '.') return { parts: numbers, length: whole.length };
    if (before.trim() !== after.trim() && before !== '/') return notADate;
    // Points, and the Danish 1/3-2026, always put the day first.
    return { parts: { year: numbers.year, month: numbers.second, day: numbers.first }, length: whole.length };
  }
  const named = dayName.exec(text);
  const [whole, day, name, year] = named ?? reorder(nameDay.exec(text));
  const month = months.get(name?.toLowerCase().normalize('NFC') ?? '');
  if (!whole || !month) return notADate;
  return { parts: { year: Number(year), month, day: Number(day) }, length: whole.length };
}

function reorder(match: RegExpExecArray | null): readonly string[] {
  const [whole = '', name = '', day = '', year = ''] = match ?? [];
  return [whole, day, name, year];
}

const months: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar',
    'feb february februar',
    'mar march marts mars',
    'apr april',
    'may maj mai',
    'jun june juni',
    'jul july juli',
    'aug august',
    'sep sept september',
    'oct october okt oktober',
    'nov november',
    'dec december des desember',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

interface Time {
  readonly timeMs: number | null;
  readonly offset: number | null;
}

const noTime: Time = { timeMs: null, offset: null };
const timeOfDay =
  /^(?:T|,? +(?:kl\.? ?|at )?)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?))?$/i;

function readTime(text: string): Time | { readonly code: 'not-a-date' | 'no-such-time' } {
  if (text === '') return noTime;
  const match = timeOfDay.exec(text);
  if (!match) return notADate;
  const [, hours, minutes, seconds = '0', fraction = '0', half, zone, sign, zoneHours = '0', zoneMinutes = '0'] = match;
  const hour = toHour(Number(hours), half?.toLowerCase());
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return { code: 'no-such-time' };
  if (Number(zoneHours) > 14 || Number(zoneMinutes) > 59) return { code: 'no-such-time' };
  const offset = (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const millis = Math.floor(Number(`0.${fraction}`) * 1000);
  return {
    timeMs: ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + millis,
    offset: zone ? offset + 0 : null,
  };
}

/** 12 AM is midnight, 12 PM is noon; 13 PM is no time. */
function toHour(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function settle(parts: Parts, time: Time, order: DateOrder | null): DateReading {
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

type Refused = Extract<DateReading, { code: unknown }>;

function toWritten(
  year: number,
  month: number,
  day: number,
  time: Time,
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
