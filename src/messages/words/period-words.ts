import type { Series, SeriesPoint } from '../../loyalty/figures/series.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';
import { formatDay, formatDays, formatShortDay, shortMonthName } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { windowWords } from './window-words.ts';

const words = defineText({
  en: { quarter: (quarter: number) => `Q${quarter}`, soFar: 'the week so far' },
  da: { quarter: (quarter: number) => `${quarter}. kv.`, soFar: 'ugen indtil nu' },
  nb: { quarter: (quarter: number) => `${quarter}. kv.`, soFar: 'så langt i uken' },
});

/** "June 2026", "Q2 2026", "1–7 June 2026", "7 June 2026"; "1–22 November 2026 (the month so far)". */
export function periodName(
  locale: Locale,
  step: Series['step'],
  { window: { from, to }, running }: Pick<SeriesPoint, 'window' | 'running'>,
): string {
  if (step === 'month' || step === 'quarter') return windowWords(locale, { from, to, calendar: step });
  // A day stands for the days that end with it.
  if (step === 'day') return formatDay(locale, to - 1);
  const days = windowWords(locale, { from, to });
  return running ? `${days} (${words(locale).soFar})` : days;
}

/** The first and the last period: "January 2026 – June 2026", "1 January – 30 June 2026". */
export function spanWords(locale: Locale, { step, points }: Series): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  if (step === 'day') return formatDays(locale, first.window.to - 1, last.window.to);
  if (step === 'week') return formatDays(locale, first.window.from, last.window.to);
  const [from, to] = [first, last].map(({ window }) => windowWords(locale, calendarWindow(step, window.from)));
  return from === to ? (from ?? '') : `${from} – ${to}`;
}

/** What stands under an axis, unlike any other of the same series: "Jun", "Q2 2026", "7 Jun". */
export function periodLabels({ step, points }: Series, locale: Locale): string[] {
  const days = points.map(({ window: { from, to } }) => (step === 'day' ? to - 1 : from));
  const years = new Set(days.map((day) => yearAndMonth(day).year));
  return days.map((day, i) => {
    const { year, month } = yearAndMonth(day);
    const isFirst = i === 0 || yearAndMonth(days[i - 1] ?? 0).year !== year;
    if (step === 'quarter') return `${words(locale).quarter(Math.ceil(month / 3))} ${year}`;
    if (step !== 'month') return `${formatShortDay(locale, day)}${isFirst && years.size > 1 ? ` ${year}` : ''}`;
    const name = shortMonthName(locale, month);
    if (points.length > 12) return `${name} ${String(year).slice(2)}`;
    return isFirst && years.size > 1 ? `${name} ${year}` : name;
  });
}

function yearAndMonth(day: number): { year: number; month: number } {
  const [year = 0, month = 1] = isoFromDay(day).split('-').map(Number);
  return { year, month };
}
