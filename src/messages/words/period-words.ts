import type { Series, SeriesPoint } from '../../loyalty/figures/series.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';
import { formatDays, formatShortDay, shortMonthName } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { windowWords } from './window-words.ts';

const words = defineText({
  en: { quarter: (quarter: number) => `Q${quarter}`, soFar: { day: 'the day so far', week: 'the week so far' } },
  da: { quarter: (quarter: number) => `${quarter}. kv.`, soFar: { day: 'dagen indtil nu', week: 'ugen indtil nu' } },
  nb: { quarter: (quarter: number) => `${quarter}. kv.`, soFar: { day: 'så langt i dag', week: 'så langt i uken' } },
});

/** "June 2026", "Q2 2026", "1 – 7 June 2026", "7 June 2026"; "1 – 22 November 2026 (the month so far)". */
export function periodName(
  locale: Locale,
  step: Series['step'],
  { window: { from, to }, running }: Pick<SeriesPoint, 'window' | 'running'>,
): string {
  if (step === 'month' || step === 'quarter') return windowWords(locale, { from, to, calendar: step });
  const days = windowWords(locale, { from, to });
  return running ? `${days} (${words(locale).soFar[step]})` : days;
}

/** The first and the last period: "January 2026 – June 2026", "1 January – 30 June 2026". */
export function spanWords(locale: Locale, { step, points }: Series): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  if (step !== 'month' && step !== 'quarter') return formatDays(locale, first.window.from, last.window.to);
  const [from, to] = [first, last].map(({ window }) => windowWords(locale, calendarWindow(step, window.from)));
  return from === to ? (from ?? '') : `${from} – ${to}`;
}

/** What stands under an axis, unlike any other of the same series: "Jun", "Q2 2026", "7 Jun". */
export function periodLabels({ step, points }: Series, locale: Locale): string[] {
  const years = new Set(points.map(({ window }) => yearAndMonth(window.from).year));
  return points.map(({ window }, i) => {
    const { year, month } = yearAndMonth(window.from);
    const isFirst = i === 0 || yearAndMonth(points[i - 1]?.window.from ?? 0).year !== year;
    if (step === 'quarter') return `${words(locale).quarter(Math.ceil(month / 3))} ${year}`;
    if (step !== 'month') return `${formatShortDay(locale, window.from)}${isFirst && years.size > 1 ? ` ${year}` : ''}`;
    const name = shortMonthName(locale, month);
    if (points.length > 12) return `${name} ${String(year).slice(2)}`;
    return isFirst && years.size > 1 ? `${name} ${year}` : name;
  });
}

function yearAndMonth(day: number): { year: number; month: number } {
  const [year = 0, month = 1] = isoFromDay(day).split('-').map(Number);
  return { year, month };
}
