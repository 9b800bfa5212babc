import { UserError } from '../errors.ts';
import { foldText } from '../loyalty/facts/customer.ts';
import type { Part } from '../loyalty/figures/figure.ts';
import { type FigureName, figureNames, figures } from '../loyalty/figures/index.ts';
import { type TargetSpan, targetSpans } from '../loyalty/target.ts';
import type { Day } from '../loyalty/time/period.ts';
import { figureTerm } from '../messages/figures/told/index.ts';
import type { TargetProposal } from '../messages/modals/target-form.ts';
import { saidDimension, saidPart } from '../messages/words/said-part.ts';
import type { Locale } from '../text/define-text.ts';
import { saidPeriod } from './calendar-words.ts';
import type { Asking } from './command.ts';
import { figureWords } from './figure.ts';
import { findParts, mustTellBy } from './find-parts.ts';
import { named } from './not-understood.ts';
import { saidUntil } from './until-words.ts';

/**
 * What "nps 45 30 June over 365 days country DK" proposes. What is left out is for the modal, or for the shell to ask; what
 * is there and says nothing is refused by its name.
 *
 * @throws UserError
 */
export async function readTargetWords(asking: Asking, words: readonly string[]): Promise<TargetProposal> {
  const { asOf, windowDays, windowWords } = asking;
  const today = asOf - 1;
  const { figure, rest } = saidFigure(words);
  const { part: typedPart, before, after } = targetPart(rest);
  const over = windowDays ?? windowWords ?? null;
  const { span, rest: others } = takeSpan([...before, ...after], today);
  if (span !== null && over !== null) throw wrong((locale) => twice[locale](`--window ${over}`));
  const of = { dimensions: figures[figure].dimensions, name: (locale: Locale) => figureTerm(locale, figure) };
  if (typedPart) mustTellBy(of, typedPart.dimension);
  const [part = null] = typedPart ? await findParts(asking, of, [typedPart]) : [];
  const { value, rest: until } = takeValue(others);
  return {
    figure,
    part,
    value,
    untilDay: untilOf(until, today),
    span: over === null ? span : spanOf(String(over), today),
  };
}

/** @throws UserError for a word that names no figure */
export function saidFigure(words: readonly string[]): { figure: FigureName; rest: readonly string[] } {
  const [word = '', ...rest] = words;
  const folded = foldText(word);
  const figure = figureNames.find((name) => figureWords(name).some((one) => foldText(one) === folded));
  if (!figure) throw wrong((locale) => noFigure[locale](named(locale)(word)));
  return { figure, rest };
}

/**
 * The part that words name, "country:DK" or "segment key accounts": to the end, or to "over".
 *
 * @throws UserError for a part that is none
 */
export function targetPart(words: readonly string[]): {
  readonly part: Part | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
} {
  const at = words.findIndex((word) => saidDimension(word.split(':', 1)[0] ?? '') !== null);
  if (at < 0) return { part: null, before: words, after: [] };
  const [first = '', ...more] = words.slice(at);
  const [name = '', ...value] = first.split(':');
  const end = more.findIndex(isOver);
  const its = end < 0 ? more : more.slice(0, end);
  const other = its.find((word) => saysAnother(word, name));
  if (other) throw wrong((locale) => twoParts[locale](named(locale)(first), named(locale)(other)));
  const typed = [name, value.join(':'), ...its].filter((word) => word !== '');
  const part = saidPart(typed.map((word) => word.replace(/^["“”„«»]|["“”„«»]$/g, '')));
  if (!part) throw wrong((locale) => noPart[locale](named(locale)(typed.join(' '))));
  return { part, before: words.slice(0, at), after: end < 0 ? [] : more.slice(end) };
}

/** A country is no name with "segment" in it; a segment may be one with "land". */
function saysAnother(word: string, before: string): boolean {
  const [name = '', ...value] = word.split(':');
  const hasOwnNames = ['segment', 'source'].includes(saidDimension(before) ?? '');
  return saidDimension(name) !== null && (value.length > 0 || !hasOwnNames);
}

function isOver(word: string): boolean {
  return word.toLowerCase() === 'over';
}

/** "… over 365 days", "… over the quarter". */
function takeSpan(words: readonly string[], today: Day): { span: TargetSpan | null; rest: readonly string[] } {
  const at = words.findIndex(isOver);
  if (at < 0) return { span: null, rest: words };
  return { span: spanOf(words.slice(at + 1).join(' '), today), rest: words.slice(0, at) };
}

function spanOf(typed: string, today: Day): TargetSpan {
  const said = typed.slice(0, 40).toLowerCase().replace(/^the /, '');
  const days = targetSpans.find((span) => String(span) === said.replace(/ ?(d|days|dage|dager)$/, ''));
  const calendar = saidPeriod(said, today)?.calendar;
  const span = days ?? targetSpans.find((one) => one === calendar) ?? null;
  if (span === null || typed.length > 40) throw wrong((locale) => badWindow[locale](named(locale)(typed)));
  return span;
}

/** Words that may follow a number and belong to it. */
const units = /^(?:%|pct\.?|procent|prosent|percent|points?|poeng|kr\.?|,-|[€$£]|[a-z]{3}|\d{3})$/i;
const mostOfValue = 5;

/** The number that stands first, with its unit: "45", "85 %", "2 500 kr.". */
function takeValue(words: readonly string[]): { value: string; rest: readonly string[] } {
  const [first = ''] = words;
  if (first !== '' && !/\d/.test(first)) throw wrong((locale) => noNumber[locale](named(locale)(first)));
  let length = 1;
  while (length < Math.min(mostOfValue, words.length) && isUnit(words[length] ?? '')) length += 1;
  return { value: words.slice(0, length).join(' '), rest: words.slice(length) };
}

/** "dec" is no currency. */
function isUnit(word: string): boolean {
  return (
    units.test(word) && (!/^[a-z]{3}$/i.test(word) || Intl.supportedValuesOf('currency').includes(word.toUpperCase()))
  );
}

/** More words say no day. */
const mostOfDay = 8;

function untilOf(words: readonly string[], today: Day): Day | null {
  if (words.length === 0) return null;
  const typed = words.join(' ');
  const day = words.length > mostOfDay ? null : saidUntil(typed, today);
  if (day === null) throw wrong((locale) => noDay[locale](named(locale)(typed)));
  return day;
}

function wrong(words: (locale: Locale) => string): UserError {
  return new UserError('bad-target', words, { understood: false });
}

const noFigure = {
  en: (word: string) =>
    `${word} is not a figure I know. Write for example \`/loyalty target nps 45 30 June\`, or \`/loyalty targets\` to see them.`,
  da: (word: string) =>
    `${word} er ikke et tal, jeg kender. Skriv for eksempel \`/loyalty mål nps 45 30. juni\` eller \`/loyalty mål\` for at se dem.`,
  nb: (word: string) =>
    `${word} er ikke et tall jeg kjenner. Skriv for eksempel \`/loyalty mål nps 45 30. juni\` eller \`/loyalty mål\` for å se dem.`,
};

const noNumber = {
  en: (word: string) =>
    `${word} is not a number. First comes how much, then by when: \`/loyalty target nps 45 30 June\`.`,
  da: (word: string) =>
    `${word} er ikke et tal. Først kommer hvor meget, så hvornår: \`/loyalty mål nps 45 30. juni\`.`,
  nb: (word: string) => `${word} er ikke et tall. Først kommer hvor mye, så når: \`/loyalty mål nps 45 30. juni\`.`,
};

const noDay = {
  en: (typed: string) =>
    `I do not understand ${typed} as the last day. Write for example \`30 June\`, \`2027-06-30\`, \`Q2\` or \`next quarter\`.`,
  da: (typed: string) =>
    `Jeg forstår ikke ${typed} som sidste dag. Skriv for eksempel \`30. juni\`, \`2027-06-30\`, \`Q2\` eller \`næste kvartal\`.`,
  nb: (typed: string) =>
    `Jeg forstår ikke ${typed} som siste dag. Skriv for eksempel \`30. juni\`, \`2027-06-30\`, \`Q2\` eller \`neste kvartal\`.`,
};

const noPart = {
  en: (typed: string) =>
    `I do not know the part ${typed}. Write for example \`rung ambassador\`, \`country DK\`, \`segment cafés\` or \`source web\` at the end.`,
  da: (typed: string) =>
    `Jeg kender ikke delen ${typed}. Skriv for eksempel \`trin ambassadør\`, \`land DK\`, \`segment caféer\` eller \`kilde web\` til sidst.`,
  nb: (typed: string) =>
    `Jeg kjenner ikke delen ${typed}. Skriv for eksempel \`trinn ambassadør\`, \`land NO\`, \`segment kafeer\` eller \`kilde web\` til slutt.`,
};

const twoParts = {
  en: (first: string, second: string) =>
    `A target is for one part at a time, so ${second} does not go together with ${first}. Set one for each.`,
  da: (first: string, second: string) =>
    `Et mål gælder én del ad gangen, så ${second} kan ikke bruges sammen med ${first}. Sæt et mål for hver.`,
  nb: (first: string, second: string) =>
    `Et mål gjelder én del om gangen, så ${second} kan ikke brukes sammen med ${first}. Sett ett mål for hver.`,
};

const twice = {
  en: (option: string) => `Say once over what it is measured: \`${option}\` and “over” both do.`,
  da: (option: string) => `Skriv kun én gang, hvad det måles over: Både \`${option}\` og ”over” gør det.`,
  nb: (option: string) => `Skriv bare én gang hva det måles over: Både \`${option}\` og «over» gjør det.`,
};

const badWindow = {
  en: (typed: string) =>
    `A target is measured over 30, 90 or 365 days, or over the month, quarter or year so far, not over ${typed}: \`over 90 days\`, \`over the quarter\`.`,
  da: (typed: string) =>
    `Et mål måles over 30, 90 eller 365 dage eller over måneden, kvartalet eller året indtil nu, ikke over ${typed}: \`over 90 dage\`, \`over kvartalet\`.`,
  nb: (typed: string) =>
    `Et mål måles over 30, 90 eller 365 dager eller over måneden, kvartalet eller året så langt, ikke over ${typed}: \`over 90 dager\`, \`over kvartalet\`.`,
};
