import { shownPoints } from '../../loyalty/figures/find-trend.ts';
import type { Series } from '../../loyalty/figures/series.ts';
import type { TrendPicture } from '../../pictures/picture.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import { type Unit, unitWords } from '../../text/unit.ts';
import { periodLabels, spanWords } from '../words/period-words.ts';

const words = defineText({
  en: {
    target: (value: string) => `Target ${value}`,
    running: {
      day: 'Hollow point: the day so far.',
      week: 'Hollow point: the week so far.',
      month: 'Hollow point: the month so far.',
      quarter: 'Hollow point: the quarter so far.',
    },
    gap: 'Gap: not enough data.',
    band: 'Band: 95% interval.',
  },
  da: {
    target: (value: string) => `Mål ${value}`,
    running: {
      day: 'Hult punkt: dagen indtil nu.',
      week: 'Hult punkt: ugen indtil nu.',
      month: 'Hult punkt: måneden indtil nu.',
      quarter: 'Hult punkt: kvartalet indtil nu.',
    },
    gap: 'Hul: ikke nok data.',
    band: 'Bånd: 95 %-interval.',
  },
  nb: {
    target: (value: string) => `Mål ${value}`,
    running: {
      day: 'Hult punkt: dagen så langt.',
      week: 'Hult punkt: uken så langt.',
      month: 'Hult punkt: måneden så langt.',
      quarter: 'Hult punkt: kvartalet så langt.',
    },
    gap: 'Hull: ikke nok data.',
    band: 'Bånd: 95 %-intervall.',
  },
});

/** The facts of a trend as a picture. Days are too many for a band to be read. */
export function trendPicture(
  locale: Locale,
  trend: {
    readonly series: Series;
    readonly target: number | null;
    readonly unit: Unit;
    /** Of the figure. */
    readonly name: string;
    readonly title: string;
    readonly alt: string;
  },
): TrendPicture {
  const { series, target, unit, name, title, alt } = trend;
  const { points, step } = series;
  const text = words(locale);
  const shown = new Set<unknown>(shownPoints(series));
  const labels = periodLabels(series, locale);
  const values = points.map((point) => (shown.has(point) ? point.value : null));
  const banded = step !== 'day' && points.some((point) => shown.has(point) && point.interval !== null);
  const hasGap = values.slice(values.findIndex((value) => value !== null)).includes(null);
  return {
    kind: 'trend',
    title,
    subtitle: capital(spanWords(locale, series)),
    alt,
    locale,
    unit,
    periods: points.map(({ running }, i) => ({ label: labels[i] ?? '', running })),
    lines: [{ name, values, band: banded ? points.map((point) => (shown.has(point) ? point.interval : null)) : null }],
    target: target === null ? null : { value: target, label: text.target(unitWords(locale, unit, target)) },
    notes: [
      [
        ...(points.some((point) => point.running && shown.has(point)) ? [text.running[step]] : []),
        ...(hasGap ? [text.gap] : []),
        ...(banded ? [text.band] : []),
      ].join(' '),
    ].filter((note) => note !== ''),
  };
}
