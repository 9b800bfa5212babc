import type { ModalView } from '@slack/types';
import type { Reply } from '../../src/facts/reply.ts';
import type { FigureName } from '../../src/loyalty/figures/index.ts';
import type { Series, SeriesPoint } from '../../src/loyalty/figures/series.ts';
import { calendarWindow } from '../../src/loyalty/time/calendar.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { trendNumbersView } from '../../src/messages/figures/trend-numbers.ts';
import type { Locale } from '../../src/text/define-text.ts';

/** The day after the newest of the facts. */
const asOf = dayFromIso('2026-11-23');

/** Months up to the running November of 2026, with an interval of `margin` on both sides. */
export function months(figure: FigureName, values: readonly (number | null)[], margin: number | null = 12): Series {
  const points = values.map((value, i): SeriesPoint => {
    const month = new Date(Date.UTC(2026, 10 - (values.length - 1 - i), 10)).toISOString().slice(0, 10);
    const { from, to } = calendarWindow('month', dayFromIso(month));
    return point({ from, to: Math.min(to, asOf) }, value, margin, to > asOf);
  });
  return { figure, step: 'month', points };
}

/** Days or weeks, the newest of which is not over. */
export function spans(
  figure: FigureName,
  step: 'day' | 'week',
  values: readonly (number | null)[],
  margin = 12,
): Series {
  const days = step === 'day' ? 1 : 7;
  const points = values.map((value, i) => {
    const from = asOf - days * (values.length - i);
    return point({ from, to: from + days }, value, margin, i === values.length - 1);
  });
  return { figure, step, points };
}

function point(
  window: SeriesPoint['window'],
  value: number | null,
  margin: number | null,
  running: boolean,
): SeriesPoint {
  const interval = value === null || margin === null ? null : ([value - margin, value + margin] as const);
  return { window, value, base: value === null ? 3 : 52, interval, running };
}

const rising = [21, 24, 27.4, 26, 34, 47];

/** Trends as a command answers with them, by the name of their golden file. */
export const trends: Readonly<Record<string, Reply>> = {
  'trend-nps': { kind: 'trend', series: months('nps', rising), target: 45 },
  'trend-nps-gaps': { kind: 'trend', series: months('nps', [null, 21, null, 27.4, 26, null]), target: null },
  'trend-repeat': { kind: 'trend', series: months('repeat', [0.5, 0.44, 0.45, 0.31, 0.302, 0.3], 0.03), target: 0.4 },
  'trend-weeks': { kind: 'trend', series: spans('csat', 'week', [0.8, 0.82, 0.84, 0.81], 0.05), target: null },
  'trend-days': {
    kind: 'trend',
    series: spans(
      'nps',
      'day',
      Array.from({ length: 90 }, (_, i) => 20 + (i % 7)),
    ),
    target: null,
  },
  'trend-one': { kind: 'trend', series: months('nps', [null, null, 21]), target: null },
  'trend-none': { kind: 'trend', series: months('nps', [null, null, null]), target: null },
};

/** The modals behind "Show the numbers". */
export function trendViews(locale: Locale): Readonly<Record<string, ModalView>> {
  const viewOf = (name: string) => {
    const trend = trends[name];
    if (trend?.kind !== 'trend') throw new Error(`${name} is no trend.`);
    return trendNumbersView(locale, trend);
  };
  return { 'trend-numbers': viewOf('trend-nps-gaps'), 'trend-numbers-days': viewOf('trend-days') };
}
