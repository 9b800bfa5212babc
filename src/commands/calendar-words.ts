import { foldText } from '../loyalty/facts/customer.ts';
import { calendarWindow, isoWeekOf } from '../loyalty/time/calendar.ts';
import { type Calendar, type Day, dayFromIso, isoFromDay, type Window } from '../loyalty/time/period.ts';
import { monthName } from '../text/date.ts';
import { locales } from '../text/define-text.ts';

/** Of words that say a period there are no more. */
export const longestPeriod = 40;

/**
 * The whole week, month, quarter or year that words in any of the languages say; null where they say none.
 *
 * @param newest the newest day that counts: "this month" holds it, and "March" is the newest that began by then
 */
export function saidPeriod(typed: string, newest: Day): Window | null {
  if (typed.length > longestPeriod) return null;
  const said = foldText(typed).replace(/,(?= )/g, '');
  return relativePeriod(said, newest) ?? namedWeek(said, newest) ?? namedPeriod(said, newest);
}

/** "week", "kvartalet": the kind of period that a word names, and no more; null for other words. */
export function saidUnit(word: string): Calendar | null {
  const said = foldText(word);
  return units.find(([, names]) => names.includes(said))?.[0] ?? null;
}

const units: readonly (readonly [Calendar, readonly string[]])[] = [
  ['week', ['week', 'uge', 'ugen', 'uke', 'uken', 'uka']],
  ['month', ['month', 'maned', 'maneden']],
  ['quarter', ['quarter', 'kvartal', 'kvartalet']],
  ['year', ['year', 'ar', 'aret']],
];
const running = ['', 'this', 'denne', 'dette', 'i', 'indevaerende', 'innevaerende'];
// Norwegian "siste" is left out: it says the newest 30 days to some, the month before to others.
const before = ['last', 'previous', 'sidste', 'forrige'];

/** "month", "denne måneden", "sidste kvartal", "i fjor". */
function relativePeriod(said: string, newest: Day): Window | null {
  if (said === 'i fjor') return relativePeriod('last year', newest);
  const words = said.split(' ');
  const calendar = saidUnit(words.pop() ?? '');
  const which = words.join(' ');
  if (calendar === null) return null;
  const current = calendarWindow(calendar, newest);
  if (running.includes(which)) return current;
  return before.includes(which) ? calendarWindow(calendar, current.from - 1) : null;
}

const year = '(?<year>(?:19|20)\\d\\d)';
const quarter = '(?<quarter>[1-4])';
const week = '(?<week>0?[1-9]|[1-4]\\d|5[0-3])';

const weeks = [
  `(?:week|uge|uke|w) ?${week}(?: (?:of |i )?${year})?`,
  `${year}-?w${week}`,
  `${year} (?:week|uge|uke|w) ?${week}`,
  `${week}\\. ?(?:uge|uke)(?: ${year})?`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** "week 14", "uge 14 2026", "2026-W14": as ISO 8601 counts them. Without a year the newest that began by then. */
function namedWeek(said: string, newest: Day): Window | null {
  const parts = weeks.map((pattern) => pattern.exec(said)?.groups).find((groups) => groups !== undefined);
  if (!parts) return null;
  const number = Number(parts.week);
  if (parts.year) return weekOf(Number(parts.year), number);
  const thisYear = isoWeekOf(newest).year;
  // Not every year has a week 53.
  const years = [0, 1, 2, 3, 4, 5, 6, 7].map((ago) => weekOf(thisYear - ago, number));
  return years.find((window) => window !== null && window.from <= newest) ?? null;
}

/** Null where the year has no such week. */
function weekOf(year: number, week: number): Window | null {
  // The 4th of January always lies in week 1.
  const first = calendarWindow('week', dayFromIso(`${year}-01-04`)).from;
  const window = calendarWindow('week', first + 7 * (week - 1));
  return isoWeekOf(window.from).year === year ? window : null;
}

const named = [
  `(?:(?:year|aret|ar) )?${year}`,
  `${year}-(?<month>0?[1-9]|1[0-2])`,
  `${year}[- ]?[qk]${quarter}`,
  `[qk]${quarter}(?:[- ]?${year})?`,
  `${quarter}\\.? ?(?:quarter|kvartal)(?: ${year})?`,
  `(?:quarter|kvartal) ${quarter}(?: ${year})?`,
  `(?<name>[a-z]{3,})\\.?(?: ${year})?`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** "2026-03", "2026-Q1", "1. kvartal 2026", "2026", "marts 2026", "March". */
function namedPeriod(said: string, newest: Day): Window | null {
  const parts = named.map((pattern) => pattern.exec(said)?.groups).find((groups) => groups !== undefined);
  if (!parts) return null;
  const month = monthOf(parts);
  if (month === null) return null;
  const calendar = parts.quarter ? 'quarter' : parts.month || parts.name ? 'month' : 'year';
  const inYear = (year: number) => calendarWindow(calendar, dayFromIso(`${year}-${String(month).padStart(2, '0')}-01`));
  if (parts.year) return inYear(Number(parts.year));
  const thisYear = Number(isoFromDay(newest).slice(0, 4));
  const window = inYear(thisYear);
  return window.from <= newest ? window : inYear(thisYear - 1);
}

/** The first month of what is named, 1 to 12; null for a name that no month has. */
function monthOf({ month, quarter, name }: Readonly<Record<string, string>>): number | null {
  if (month) return Number(month);
  if (quarter) return Number(quarter) * 3 - 2;
  return name ? monthNamed(name) : 1;
}

/** "oct", "okt" and "oktober" name one month: three letters are enough in every language. */
export function monthNamed(name: string): number | null {
  for (let month = 1; month <= 12; month += 1) {
    if (locales.some((locale) => foldText(monthName(locale, month)).startsWith(name))) return month;
  }
  return null;
}
