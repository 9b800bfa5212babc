import { isoWeekOf, isPart } from '../../loyalty/time/calendar.ts';
import { isoFromDay, type Window } from '../../loyalty/time/period.ts';
import { formatDays, monthName } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';

const words = defineText({
  en: {
    week: (week: number) => `week ${week}`,
    quarter: (quarter: number) => `Q${quarter}`,
    soFar: {
      week: 'the week so far',
      month: 'the month so far',
      quarter: 'the quarter so far',
      year: 'the year so far',
    },
    daysBefore: (days: number) => (days === 1 ? 'the day before' : `the ${days} days before`),
    firstDays: (days: number, of: string) =>
      days === 1 ? `the first day of ${of}` : `the first ${days} days of ${of}`,
  },
  da: {
    week: (week: number) => `uge ${week}`,
    quarter: (quarter: number) => `${quarter}. kvartal`,
    soFar: {
      week: 'ugen indtil nu',
      month: 'måneden indtil nu',
      quarter: 'kvartalet indtil nu',
      year: 'året indtil nu',
    },
    daysBefore: (days: number) => (days === 1 ? 'døgnet før' : `de ${days} dage før`),
    firstDays: (days: number, of: string) =>
      days === 1 ? `det første døgn af ${of}` : `de første ${days} dage af ${of}`,
  },
  nb: {
    week: (week: number) => `uke ${week}`,
    quarter: (quarter: number) => `${quarter}. kvartal`,
    soFar: {
      week: 'så langt i uken',
      month: 'så langt i måneden',
      quarter: 'så langt i kvartalet',
      year: 'så langt i året',
    },
    daysBefore: (days: number) => (days === 1 ? 'døgnet før' : `de ${days} dagene før`),
    firstDays: (days: number, of: string) =>
      days === 1 ? `det første døgnet av ${of}` : `de første ${days} dagene av ${of}`,
  },
});

/** "1 January – 31 March 2026"; "March 2026", "Q1 2026", "2026"; "1–22 November 2026 (the month so far)". */
export function windowWords(locale: Locale, window: Window): string {
  if (window.calendar === undefined) return formatDays(locale, window.from, window.to);
  if (!isPart(window)) return calendarName(locale, window, null);
  return `${formatDays(locale, window.from, window.to)} (${words(locale).soFar[window.calendar]})`;
}

/** A window as it can be typed in any language: "2026-01-10..2026-02-20", its last day in it; "2026-Q1" where it is one. */
export function typedWindow(window: Window): string {
  const { from, to, calendar } = window;
  const first = isoFromDay(from);
  if (calendar === undefined || isPart(window)) return `${first}..${isoFromDay(to - 1)}`;
  const { year, month } = yearAndMonth(from);
  switch (calendar) {
    case 'week':
      return `${isoWeekOf(from).year}-W${isoWeekOf(from).week}`;
    case 'month':
      return first.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}

/** What a window was compared with: "the 90 days before", "February 2026", "the first 22 days of October". */
export function previousWords(locale: Locale, window: Window, previous: Window): string {
  const days = previous.to - previous.from;
  if (previous.calendar === undefined) return words(locale).daysBefore(days);
  if (!isPart(previous)) return calendarName(locale, previous, null);
  return words(locale).firstDays(days, calendarName(locale, previous, window));
}

/** @param beside a window that is told with it: its year goes without saying */
function calendarName(locale: Locale, { from, calendar }: Window, beside: Window | null): string {
  if (calendar === 'week') {
    const { year, week } = isoWeekOf(from);
    const name = words(locale).week(week);
    return beside && isoWeekOf(beside.from).year === year ? name : `${name}, ${year}`;
  }
  const { year, month } = yearAndMonth(from);
  if (calendar === 'year') return String(year);
  const name = calendar === 'month' ? monthName(locale, month) : words(locale).quarter(Math.ceil(month / 3));
  return beside && yearAndMonth(beside.from).year === year ? name : `${name} ${year}`;
}

function yearAndMonth(day: number): { year: number; month: number } {
  const [year = 0, month = 1] = isoFromDay(day).split('-').map(Number);
  return { year, month };
}
