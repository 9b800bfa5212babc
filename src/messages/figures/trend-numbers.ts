import type { KnownBlock, ModalView, TableBlock } from '@slack/types';
import { shownPoints } from '../../loyalty/figures/find-trend.ts';
import type { Series, SeriesPoint } from '../../loyalty/figures/series.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { capital } from '../../text/terms.ts';
import { labelWords, type Unit } from '../../text/unit.ts';
import { bullets, context } from '../kit/blocks.ts';
import type { ReplyOf } from '../kit/presenter.ts';
import { type Column, table } from '../kit/table.ts';
import { plainView } from '../modals/waiting-view.ts';
import { periodName } from '../words/period-words.ts';
import { unitOf } from './figure-unit.ts';
import { baseWords } from './figure-words.ts';
import { toldFigures } from './told/index.ts';

const words = defineText({
  en: {
    show: 'Show the numbers',
    title: 'The numbers',
    notEnough: 'not enough data',
    gap: 'Where a value is missing there is not enough data.',
    ending: (days: string) => `Each day stands for the ${days} days that end with it.`,
    period: 'Period',
    interval: '95% interval',
    to: 'to',
  },
  da: {
    show: 'Vis tallene',
    title: 'Tallene',
    notEnough: 'ikke nok data',
    gap: 'Hvor et tal mangler, er der ikke nok data.',
    ending: (days: string) => `Hver dag står for de ${days} dage, der slutter med den.`,
    period: 'Periode',
    interval: '95 %-interval',
    to: 'til',
  },
  nb: {
    show: 'Vis tallene',
    title: 'Tallene',
    notEnough: 'ikke nok data',
    gap: 'Der et tall mangler, er det ikke nok data.',
    ending: (days: string) => `Hver dag står for de ${days} dagene som slutter med den.`,
    period: 'Periode',
    interval: '95 %-intervall',
    to: 'til',
  },
});

export function trendNumbersLabel(locale: Locale): string {
  return words(locale).show;
}

export function trendNumbersTitle(locale: Locale): string {
  return words(locale).title;
}

/** Most people look at. */
const mostTabled = 24;

/** The numbers of a trend, the newest first, in a modal, which takes no table. */
export function trendNumbersView(locale: Locale, { series, currency }: ReplyOf<'trend'>): ModalView {
  const unit = unitOf(series.figure, currency);
  const rows = newestFirst(series).map((point) => [
    `${nameOfPeriod(locale, series, point)}: ${told(locale, series, unit, point)}`,
  ]);
  const notes = trendNotes(locale, series);
  const blocks: KnownBlock[] = [bullets(rows), ...(notes.length > 0 ? [context(notes.join(' '))] : [])];
  return plainView.view({ title: words(locale).title, submit: null, blocks }, {}, locale);
}

/** "+34 · 61 answers · +14 to +44". */
function told(locale: Locale, series: Series, unit: Unit, point: SeriesPoint): string {
  const base = baseWords(locale, { figure: series.figure, base: point.base });
  const value = valueIn(locale, series, unit, point);
  const interval = intervalIn(locale, series, unit, point);
  return [value ?? words(locale).notEnough, base, interval].filter((part) => part !== null).join(' · ');
}

/** The same as a table, for a terminal. */
export function trendTable(locale: Locale, series: Series, unit: Unit, name: string): TableBlock {
  const text = words(locale);
  const intervals = series.points.some(({ interval }) => interval !== null);
  const columns: readonly Column[] = [
    { head: text.period, kind: 'words' },
    { head: name, kind: 'number' },
    ...(intervals ? [{ head: text.interval, kind: 'number' } as const] : []),
    { head: capital(toldFigures[series.figure].base(locale).many), kind: 'number' },
  ];
  const rows = newestFirst(series).map((point) => [
    nameOfPeriod(locale, series, point),
    valueIn(locale, series, unit, point) ?? '–',
    ...(intervals ? [intervalIn(locale, series, unit, point) ?? '–'] : []),
    formatNumber(locale, point.base),
  ]);
  return table(columns, rows).block;
}

/** What has to be known to read the numbers, in a picture or a table. */
export function trendNotes(locale: Locale, series: Series): string[] {
  const text = words(locale);
  const { points, step } = series;
  const [first] = points;
  const shown = shownPoints(series).length;
  const days = first ? first.window.to - first.window.from : 0;
  return [
    ...(step === 'day' && days > 1 ? [text.ending(formatNumber(locale, days))] : []),
    ...(shown > 0 && shown < points.length ? [text.gap] : []),
  ];
}

function newestFirst({ points }: Series): SeriesPoint[] {
  return points.slice(-mostTabled).reverse();
}

function nameOfPeriod(locale: Locale, { step }: Series, point: SeriesPoint): string {
  return capital(periodName(locale, step, point));
}

/** Null: not enough data. */
function valueIn(locale: Locale, series: Series, unit: Unit, point: SeriesPoint): string | null {
  const isShown = shownPoints(series).some((one) => one === point);
  return isShown && point.value !== null ? labelWords(locale, unit, point.value) : null;
}

function intervalIn(locale: Locale, series: Series, unit: Unit, point: SeriesPoint): string | null {
  if (!point.interval || valueIn(locale, series, unit, point) === null) return null;
  const [low, high] = point.interval.map((end) => labelWords(locale, unit, end));
  return `${low} ${words(locale).to} ${high}`;
}
