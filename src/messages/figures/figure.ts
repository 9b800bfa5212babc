import type { Button, KnownBlock } from '@slack/types';
import { firmBase, isEnough, leastBase } from '../../loyalty/figures/figure.ts';
import { figures } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { figureListElement } from '../customers/list-elements.ts';
import { actions, context, header, section } from '../kit/blocks.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { whyElement } from '../kit/why-button.ts';
import { namedOf } from '../words/part-words.ts';
import { typedWindow, windowWords } from '../words/window-words.ts';
import { figureJson } from './figure-json.ts';
import {
  baseWords,
  changeWords,
  indicativeWords,
  intervalWords,
  isAsOf,
  isShown,
  missingOf,
  valueWords,
} from './figure-words.ts';
import { scaleSentences } from './scale-words.ts';
import { figureTitle, toldFigures } from './told/index.ts';

const words = defineText({
  en: {
    asOf: (day: string) => `as of ${day}`,
    indicative: (things: string) => `Indicative only: fewer than ${firmBase} ${things}.`,
    tooFew: (things: string) => `A score needs at least ${leastBase} ${things}.`,
    noRate: (currency: string, day: string) =>
      `Amounts in ${currency} cannot be converted, as there is no rate for ${day}. Add one that holds from that day or earlier: \`/loyalty rates\`.`,
  },
  da: {
    asOf: (day: string) => `pr. ${day}`,
    indicative: (things: string) => `Kun vejledende: færre end ${firmBase} ${things}.`,
    tooFew: (things: string) => `Tallet vises, når der er mindst ${leastBase} ${things}.`,
    noRate: (currency: string, day: string) =>
      `Beløb i ${currency} kan ikke regnes om, da der mangler en kurs for den ${day}. Tilføj en, der gælder fra den dag eller tidligere: \`/loyalty kurser\`.`,
  },
  nb: {
    asOf: (day: string) => `per ${day}`,
    indicative: (things: string) => `Bare veiledende: færre enn ${firmBase} ${things}.`,
    tooFew: (things: string) => `Tallet vises når det er minst ${leastBase} ${things}.`,
    noRate: (currency: string, day: string) =>
      `Beløp i ${currency} kan ikke regnes om, siden det mangler en kurs for ${day}. Legg til en som gjelder fra den dagen eller tidligere: \`/loyalty kurser\`.`,
  },
});

/** How a figure is told. */
export const figureReply: Presenter<'figure'> = {
  draw: drawFigure,
  json: ({ report }) => figureJson(report),
};

/**
 * One figure in three lines: value, base and interval, the change against the window before. What it is made of and what it
 * means is behind a press.
 *
 * @param reply `cost`: what a customer cost to win, where that is told beside it
 */
export function drawFigure(
  { report, cost }: { readonly report: FigureReport; readonly cost?: FigureReport },
  locale: Locale,
  { said, inTerminal }: DrawContext,
): Message {
  const name = nameWords(locale, report);
  const value = valueWords(locale, report);
  const days = daysWords(locale, report);
  const base = baseWords(locale, report);
  const change = changeWords(locale, report);
  const shown = isShown(report);
  const facts = [shown ? base : null, days, intervalWords(locale, report)].filter((part) => part !== null).join(' · ');
  const notes = noteLines(report, locale);
  const blocks = [
    header(`${name}: ${value}`),
    section(capital(facts)),
    ...(inTerminal ? figureParts(locale, report, cost) : []),
    ...(change ? [section(change)] : []),
    // What is to be typed is marked, which small print cannot be.
    ...(notes.length > 0 ? [report.missingRate ? section(notes.join(' ')) : context(notes.join(' '))] : []),
    actions(
      whyElement(locale, report.figure, said),
      ...listElements(locale, report, said),
      ...shareElements(locale, said),
    ),
  ];
  const indicative = indicativeWords(locale, report);
  const text = `${escapeMrkdwn(name)}: ${value}${shown ? ` (${base}${indicative ? `, ${indicative}` : ''})` : ''}, ${days}.`;
  return toMessage(change ? `${text} ${change}` : text, blocks);
}

/** The list behind it, of the same parts and period, for who asked alone. */
function listElements(
  locale: Locale,
  { figure, part, within = [], window }: FigureReport,
  said: DrawContext['said'],
): Button[] {
  const { list, words } = toldFigures[figure];
  const { who } = words(locale);
  if (!said || !list || !who) return [];
  if (!list.ofPeriod && window.to < said.asOf) return [];
  const typed = list.ofPeriod ? `${list.words} ${typedWindow(window)}` : list.words;
  const element = figureListElement(who, typed, [part, ...within]);
  return element ? [element] : [];
}

/** What a figure is made of: in Slack behind "Why?". */
export function figureParts(locale: Locale, report: FigureReport, cost?: FigureReport): KnownBlock[] {
  const parts = isShown(report) ? (toldFigures[report.figure].parts?.(locale, report, cost) ?? []) : [];
  return parts.length > 0 ? [section(parts.join('\n'))] : [];
}

/** "NPS"; of a part "NPS, Denmark". */
function nameWords(locale: Locale, { figure, part, within = [] }: FigureReport): string {
  return namedOf(locale, figureTitle(locale, figure), [part, ...within]);
}

/** The window; for how things stand at its end, that day. */
function daysWords(locale: Locale, report: FigureReport): string {
  const { window } = report;
  return isAsOf(report) ? words(locale).asOf(formatDay(locale, window.to - 1)) : windowWords(locale, window);
}

function noteLines(report: FigureReport, locale: Locale): string[] {
  const text = words(locale);
  const { base, note, withoutRate } = toldFigures[report.figure];
  const things = base(locale).many;
  if (report.missingRate) {
    const { currency, day } = report.missingRate;
    return [text.noRate(currency, formatDay(locale, day)), withoutRate?.(locale, report) ?? ''].filter(
      (line) => line !== '',
    );
  }
  const missing = missingOf(locale, report);
  if (missing) return [missing.why];
  if (!isShown(report)) return isEnough(figures[report.figure], report.base) ? [] : [text.tooFew(things)];
  const indicative = indicativeWords(locale, report) ? text.indicative(things) : null;
  return [scaleSentences(locale, report), note?.(locale, report) ?? null, indicative].filter((line) => line !== null);
}
