import type { Locale } from './define-text.ts';
import { intlTags } from './number.ts';

const dayMs = 86_400_000;

/** A local date, counted in days from 1970-01-01: "3 March 2026". */
export function formatDay(locale: Locale, day: number): string {
  return dateFormat(locale, { dateStyle: 'long' }).format(day * dayMs);
}

/** "3 Mar 2026", for tables. */
export function formatMediumDay(locale: Locale, day: number): string {
  return dateFormat(locale, { dateStyle: 'medium' }).format(day * dayMs);
}

/** "Tuesday 3 March". For days near enough that the year is plain. */
export function formatWeekday(locale: Locale, day: number): string {
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(day * dayMs);
}

/** The days of a half-open window: `[from, to)` reads "1 January – 31 March 2026", of one month "1–31 March 2026". */
export function formatDays(locale: Locale, from: number, to: number): string {
  const key = `${locale} ${from} ${to}`;
  let text = ranges.get(key);
  if (text === undefined) {
    const range = dateFormat(locale, { dateStyle: 'long' }).formatRange(from * dayMs, (to - 1) * dayMs);
    // Between two numbers no language of ours has room around the dash, which `Intl` leaves in English.
    text = range.replace(/^(\d+)\s–\s(?=\d+\s\p{L}+\s\d+$)/u, '$1–');
    if (ranges.size >= 1000) ranges.clear();
    ranges.set(key, text);
  }
  return text;
}

/** A range is the costliest thing that `Intl` formats, and everybody who asks on one day gets the same few. */
const ranges = new Map<string, string>();

/** The wall clock at an instant: "Monday 2 March at 09:00". */
export function formatInstant(locale: Locale, at: Date, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  return dateFormat(locale, options, timeZone).format(at);
}

/** "Monday". 0 is Sunday. */
export function weekdayName(locale: Locale, weekday: number): string {
  // 1970-01-04 was a Sunday.
  return dateFormat(locale, { weekday: 'long' }).format((3 + weekday) * dayMs);
}

/** "March". 1 is January. */
export function monthName(locale: Locale, month: number): string {
  return dateFormat(locale, { month: 'long' }).format(Date.UTC(1970, month - 1, 1));
}

/** "Mar". 1 is January. */
export function shortMonthName(locale: Locale, month: number): string {
  return dateFormat(locale, { month: 'short' }).format(Date.UTC(1970, month - 1, 1));
}

/** "3 Mar". */
export function formatShortDay(locale: Locale, day: number): string {
  return dateFormat(locale, { day: 'numeric', month: 'short' }).format(day * dayMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(intlTags[locale], { ...options, timeZone });
    formats.set(key, format);
  }
  return format;
}
