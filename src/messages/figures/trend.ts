import type { Reply } from '../../facts/reply.ts';
import { type Finding, findTrend, type ShownPoint, shownPoints } from '../../loyalty/figures/find-trend.ts';
import type { Series } from '../../loyalty/figures/series.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { labelWords, type Unit, unitWords } from '../../text/unit.ts';
import { actions, context, header, section } from '../kit/blocks.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { windowJson } from '../kit/json.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { moreButton } from '../kit/more-button.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { sparkline } from '../kit/sparkline.ts';
import { whyElement } from '../kit/why-button.ts';
import { namedOf } from '../words/part-words.ts';
import { periodName, spanWords } from '../words/period-words.ts';
import { unitOf } from './figure-unit.ts';
import { baseWords } from './figure-words.ts';
import { scaleSentences } from './scale-words.ts';
import { figureTitle, theFigure } from './told/index.ts';
import { trendNotes, trendNumbersLabel, trendNumbersView, trendTable } from './trend-numbers.ts';
import { trendPicture } from './trend-picture.ts';

const words = defineText({
  en: {
    title: {
      day: (name: string) => `${name} by day`,
      week: (name: string) => `${name} by week`,
      month: (name: string) => `${name} by month`,
      quarter: (name: string) => `${name} by quarter`,
    },
    rose: (name: string, from: string, to: string) => `${name} rose from ${from} to ${to}: a proven change.`,
    fell: (name: string, from: string, to: string) => `${name} fell from ${from} to ${to}: a proven change.`,
    unproven: (name: string, from: string, to: string) => `${name} went from ${from} to ${to}: no change proven.`,
    went: (name: string, from: string, to: string) => `${name} went from ${from} to ${to}.`,
    only: (name: string, point: string) => `${name}: ${point}. There is no earlier period to compare with yet.`,
    none: 'Not enough data yet.',
    target: (value: string) => `Target ${value}.`,
  },
  da: {
    title: {
      day: (name: string) => `${name} pr. dag`,
      week: (name: string) => `${name} pr. uge`,
      month: (name: string) => `${name} pr. måned`,
      quarter: (name: string) => `${name} pr. kvartal`,
    },
    rose: (name: string, from: string, to: string) => `${name} steg fra ${from} til ${to}: en sikker ændring.`,
    fell: (name: string, from: string, to: string) => `${name} faldt fra ${from} til ${to}: en sikker ændring.`,
    unproven: (name: string, from: string, to: string) => `${name} gik fra ${from} til ${to}: ingen sikker ændring.`,
    went: (name: string, from: string, to: string) => `${name} gik fra ${from} til ${to}.`,
    only: (name: string, point: string) =>
      `${name}: ${point}. Der er endnu ingen tidligere periode at sammenligne med.`,
    none: 'Ikke nok data endnu.',
    target: (value: string) => `Mål ${value}.`,
  },
  nb: {
    title: {
      day: (name: string) => `${name} per dag`,
      week: (name: string) => `${name} per uke`,
      month: (name: string) => `${name} per måned`,
      quarter: (name: string) => `${name} per kvartal`,
    },
    rose: (name: string, from: string, to: string) => `${name} steg fra ${from} til ${to}: en sikker endring.`,
    fell: (name: string, from: string, to: string) => `${name} falt fra ${from} til ${to}: en sikker endring.`,
    unproven: (name: string, from: string, to: string) => `${name} gikk fra ${from} til ${to}: ingen sikker endring.`,
    went: (name: string, from: string, to: string) => `${name} gikk fra ${from} til ${to}.`,
    only: (name: string, point: string) => `${name}: ${point}. Det er ennå ingen tidligere periode å sammenligne med.`,
    none: 'Ikke nok data ennå.',
    target: (value: string) => `Mål ${value}.`,
  },
});

/** How a figure over time is told. */
export const trendReply: Presenter<'trend'> = {
  draw: drawTrend,
  rest: (reply, locale) => trendNumbersView(locale, reply),
  json: ({ series: { figure, step, points, scales }, part, within, target }) => ({
    figure,
    ...(part && { part }),
    ...(within && { within }),
    step,
    target,
    ...(scales && { scales: scales.now }),
    points: points.map((point) => ({ ...point, window: windowJson(point.window) })),
  }),
};

/** A figure over time: what it comes to, and a picture; the numbers are behind a press. In a terminal they take its place. */
export function drawTrend(
  { series, part, within = [], target, currency }: Extract<Reply, { kind: 'trend' }>,
  locale: Locale,
  { said, inTerminal }: DrawContext,
): Message {
  const text = words(locale);
  const unit = unitOf(series.figure, currency);
  const name = namedOf(locale, figureTitle(locale, series.figure), [part, ...within]);
  const title = text.title[series.step](name);
  const shown = shownPoints(series);
  const subject = namedOf(locale, theFigure(locale, series.figure), [part, ...within]);
  const found = findingWords(locale, series, unit, { name, subject });
  const aim = target === null ? '' : text.target(unitWords(locale, unit, target));
  const alt = sentences(found, aim);
  const scales = scaleSentences(locale, series);
  const notes = [...(scales ? [scales] : []), ...trendNotes(locale, series)];
  const picture = trendPicture(locale, { series, target, unit, name, title, alt });
  return toMessage(escapeMrkdwn(sentences(title, found, aim)), [
    header(title),
    section(escapeMrkdwn(alt)),
    ...(shown.length > 1 ? [{ type: 'picture', picture } as const] : []),
    ...(inTerminal && shown.length > 0
      ? [context(sparkLine(locale, series)), trendTable(locale, series, unit, name)]
      : []),
    ...(notes.length > 0 ? [context(notes.join(' '))] : []),
    actions(
      ...(said && shown.length > 0 ? [moreButton.element(trendNumbersLabel(locale), said)] : []),
      whyElement(locale, series.figure),
      ...shareElements(locale, said),
    ),
  ]);
}

/** "NPS rose from +21 (January 2026, 52 answers) to +34 (June 2026, 61 answers): a proven change." */
function findingWords(
  locale: Locale,
  series: Series,
  unit: Unit,
  { name, subject }: { readonly name: string; readonly subject: string },
): string {
  const text = words(locale);
  const shown = shownPoints(series);
  const newest = shown.at(-1);
  if (!newest) return text.none;
  const finding = findTrend(series);
  if (!finding) return text.only(name, pointWords(locale, series, unit, newest));
  const running = newest.running
    ? `${capital(periodName(locale, series.step, newest))}: ${valueAndBase(locale, series, unit, newest)}`
    : '';
  return sentences(changeWords(locale, series, unit, subject, finding), running);
}

function changeWords(locale: Locale, series: Series, unit: Unit, name: string, finding: Finding): string {
  const { first, last, proven } = finding;
  const text = words(locale);
  const [from, to] = [first, last].map((point) => pointWords(locale, series, unit, point));
  if (proven === null) return text.went(name, from ?? '', to ?? '');
  if (!proven) return text.unproven(name, from ?? '', to ?? '');
  return (last.value > first.value ? text.rose : text.fell)(name, from ?? '', to ?? '');
}

/** "+34 (June 2026, 61 answers)". */
function pointWords(locale: Locale, series: Series, unit: Unit, point: ShownPoint): string {
  const base = baseWords(locale, { figure: series.figure, base: point.base });
  // One pair of brackets is enough: "1–22 November 2026, the month so far".
  const period = periodName(locale, series.step, point).replace(/ \((.*)\)$/, ', $1');
  return `${labelWords(locale, unit, point.value)} (${period}, ${base})`;
}

function valueAndBase(locale: Locale, { figure }: Series, unit: Unit, { value, base }: ShownPoint): string {
  return `${labelWords(locale, unit, value)} (${baseWords(locale, { figure, base })})`;
}

/** "▁▃▅▇ January 2026 – June 2026". */
function sparkLine(locale: Locale, series: Series): string {
  const shown = new Set<unknown>(shownPoints(series));
  const values = series.points.map((point) => (shown.has(point) ? point.value : null));
  return `${sparkline(values)} ${spanWords(locale, series)}`;
}
