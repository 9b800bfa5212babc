import { foldText } from '../loyalty/facts/customer.ts';
import { calendarWindow } from '../loyalty/time/calendar.ts';
import { type Calendar, type Day, dayFromIso, isoFromDay } from '../loyalty/time/period.ts';
import { monthNamed, saidPeriod } from './calendar-words.ts';

/**
 * The day that words in any of the languages say as the last one of something still to come: "30 June", "inden 30. juni",
 * "2026-06-30", "30/6", or the last day of a month, quarter or year: "Q2", "June", "next quarter", "2026". Null where they
 * say none. A day or period without a year is the next to end.
 */
export function saidUntil(typed: string, today: Day): Day | null {
  const said = foldText(typed)
    .replace(fillers, '')
    .replace(/^(?:the|den|d\.) /, '')
    .trim();
  return said === '' ? null : (saidDay(said, today) ?? nextPeriodEnd(said, today) ?? saidPeriodEnd(said, today));
}

const fillers =
  /^(?:(?:by|until|before|inden|innen|senest|til|fram|for|udgangen|utgangen|slutningen|slutten|the|end|of|av|af) )+/;

const dayMonth = /^(?<day>\d{1,2})(?:\.|st|nd|rd|th)? (?<name>[a-z]{3,})\.?(?: (?<year>\d{4}))?$/;
const monthDay = /^(?<name>[a-z]{3,}) (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/;
const numbers = /^(?<day>\d{1,2})[./-](?<month>\d{1,2})\.?(?:[./-]?(?<year>\d{4}))?$/;

function saidDay(said: string, today: Day): Day | null {
  const iso = dayFromIso(said);
  if (!Number.isNaN(iso)) return iso;
  const parts = [dayMonth, monthDay, numbers].map((form) => form.exec(said)?.groups).find((one) => one !== undefined);
  if (!parts) return null;
  const month = parts.name ? monthNamed(parts.name) : Number(parts.month);
  if (month === null || month < 1 || month > 12) return null;
  const inYear = (year: number) => dayFromIso([year, two(month), two(Number(parts.day))].join('-'));
  if (parts.year) {
    const day = inYear(Number(parts.year));
    return Number.isNaN(day) ? null : day;
  }
  // 29 February may be some years away.
  const years = Array.from({ length: 9 }, (_, ahead) => yearOf(today) + ahead);
  return years.map(inYear).find((day) => day >= today) ?? null;
}

const units: Readonly<Record<string, Calendar>> = {
  month: 'month',
  maned: 'month',
  quarter: 'quarter',
  kvartal: 'quarter',
  year: 'year',
  ar: 'year',
};

/** "next quarter", "næste måned", "neste år". */
function nextPeriodEnd(said: string, today: Day): Day | null {
  const [next, unit = '', ...more] = said.split(' ');
  const calendar = units[unit];
  if (!calendar || more.length > 0 || !['next', 'naeste', 'neste'].includes(next ?? '')) return null;
  return calendarWindow(calendar, calendarWindow(calendar, today).to).to - 1;
}

function saidPeriodEnd(said: string, today: Day): Day | null {
  const years = [0, 1].map((ahead) => `${said} ${yearOf(today) + ahead}`);
  const ends = [said, ...years].flatMap((one) => saidPeriod(one, today) ?? []).map(({ to }) => to - 1);
  return ends.find((day) => day >= today) ?? ends[0] ?? null;
}

function yearOf(day: Day): number {
  return Number(isoFromDay(day).slice(0, 4));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
