import type { KnownBlock } from '@slack/types';
import type { AtRiskCustomer, AtRiskReply, ToldPrediction } from '../../facts/prediction.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { tellRisk } from '../../loyalty/prediction/told-risk.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, bullets, context, header, section } from '../kit/blocks.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { type SortableCell, sortableRoom, sortableTable, wordsIn } from '../kit/sortable-table.ts';
import { type Column, table, unbroken } from '../kit/table.ts';
import { whyElement } from '../kit/why-button.ts';
import { aboutMoney, roundedMoney } from '../words/estimate-words.ts';
import { escapedNameOf, nameOf } from '../words/names.ts';
import { namedOf } from '../words/part-words.ts';
import { atRiskMenu, followUpElements, runPredictionElements } from './prediction-buttons.ts';
import { atRiskJson } from './prediction-json.ts';
import { asOfWords, degenerateWords, noPredictionWords, plainLines } from './prediction-words.ts';
import { risksWords } from './risk-words.ts';

const words = defineText({
  en: {
    customers: { one: 'customer at risk', many: 'customers at risk' },
    winnable: (money: string) => `: ${money} can still be saved`,
    atRisk: 'At risk',
    noneOf: (these: string) => `${these}: nobody.`,
    none: 'No customer is at risk: whoever is active and worth more than the median customer is likely to order again.',
    noAmounts: 'Nothing is known of what orders came to, so nobody can be ranked by what can still be saved.',
    customer: 'Customer',
    toWin: 'Can be saved',
    order: 'Most to save first',
    stake: 'of about',
    chance: 'Chance',
    fair: 'fair',
    small: 'small',
    verySmall: 'tiny',
    why: 'Days without order',
    gap: (days: string, gap: string) => `${days}, usually ${gap}`,
    once: (days: string) => `${days}, only order`,
    marked: '✓ has a follow-up.',
  },
  da: {
    customers: { one: 'kunde i farezonen', many: 'kunder i farezonen' },
    winnable: (money: string) => `: ${money} kan stadig reddes`,
    atRisk: 'Kunder i farezonen',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er i farezonen: De aktive kunder, der er mere værd end mediankunden, køber sandsynligvis igen.',
    noAmounts: 'Ordrernes beløb kendes ikke, så ingen kan rangeres efter, hvad der stadig kan reddes.',
    customer: 'Kunde',
    toWin: 'Kan reddes',
    order: 'Mest at redde først',
    stake: 'af ca.',
    chance: 'Chance',
    fair: 'rimelig',
    small: 'lille',
    verySmall: 'minimal',
    why: 'Dage uden køb',
    gap: (days: string, gap: string) => `${days}, normalt ${gap}`,
    once: (days: string) => `${days}, eneste køb`,
    marked: '✓ har en opfølgning.',
  },
  nb: {
    customers: { one: 'kunde i faresonen', many: 'kunder i faresonen' },
    winnable: (money: string) => `: ${money} kan fortsatt reddes`,
    atRisk: 'Kunder i faresonen',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er i faresonen: De aktive kundene som er mer verdt enn mediankunden, kjøper trolig igjen.',
    noAmounts: 'Beløpene på ordrene er ikke kjent, så ingen kan rangeres etter hva som fortsatt kan reddes.',
    customer: 'Kunde',
    toWin: 'Kan reddes',
    order: 'Mest å redde først',
    stake: 'av ca.',
    chance: 'Sjanse',
    fair: 'rimelig',
    small: 'liten',
    verySmall: 'minimal',
    why: 'Dager uten kjøp',
    gap: (days: string, gap: string) => `${days}, vanligvis ${gap}`,
    once: (days: string) => `${days}, eneste kjøp`,
    marked: '✓ har en oppfølging.',
  },
});

/** Those of whom most can be saved; in a table that can be sorted stand more. */
const mostAtAGlance = 10;

/** How customers at risk are told. */
export const atRiskReply: Presenter<'at-risk'> = {
  draw: drawAtRisk,
  json: (reply) => atRiskJson({ ...reply, customers: reply.customers.slice(0, mostAtAGlance) }),
  forAll: (reply) => ({ ...reply, mayRun: false }),
};

/** Who is likely to stay away although they are worth much, a line each, and what can be done. */
function drawAtRisk(reply: AtRiskReply, locale: Locale, asked: DrawContext): Message {
  const { prediction, customers, atWork, parts = [] } = reply;
  const why = whyElement(locale, 'at-risk');
  if (!prediction) {
    const none = noPredictionWords(locale, atWork);
    return toMessage(none, [section(none), actions(...runPredictionElements(locale, reply), why)]);
  }
  if (customers.length === 0) {
    const foot = context(asOfWords(locale, prediction, atWork).join(' '));
    return nobody(locale, prediction, parts, [foot, actions(why)]);
  }
  return drawRisks(reply, prediction, locale, asked);
}

function drawRisks(
  reply: AtRiskReply,
  prediction: ToldPrediction,
  locale: Locale,
  { said, inTerminal }: DrawContext,
): Message {
  const { customers, parts = [] } = reply;
  const shown = customers.slice(0, mostAtAGlance);
  const title = titleWords(locale, reply, prediction);
  const text = sentences(
    parts.length === 0 ? title : escapeMrkdwn(title),
    shown.map((one) => escapedNameOf(locale, one)).join(', '),
  );
  const draw = (some: readonly AtRiskCustomer[], riskTable: KnownBlock, isSorted: boolean) =>
    toMessage(text, [
      header(title),
      riskTable,
      context(footWords(locale, reply, prediction, some)),
      actions(
        ...followUpElements(locale, some, isSorted),
        atRiskMenu(locale, some),
        whyElement(locale, 'at-risk'),
        ...shareElements(locale, said),
      ),
    ]);
  const plain = draw(shown, riskTable(locale, shown, prediction), false);
  if (inTerminal || customers.length < 2) return plain;
  const { block, some } = sortableRisks(locale, reply, prediction);
  return { ...plain, sortable: draw(some, block, true) };
}

function footWords(
  locale: Locale,
  { atWork }: AtRiskReply,
  prediction: ToldPrediction,
  shown: readonly AtRiskCustomer[],
): string {
  const { terms, backTest } = prediction.facts;
  const risks = shown.map(({ churnRisk }) => churnRisk);
  return [
    ...asOfWords(locale, prediction, atWork),
    risksWords(locale, backTest, risks, terms.atRiskFrom),
    ...(shown.some(({ followUp }) => followUp !== null) ? [words(locale).marked] : []),
  ].join(' ');
}

/** "7 customers at risk: about 9,400 kr. can still be saved"; of some parts the sum is not known. */
function titleWords(
  locale: Locale,
  { total, parts = [] }: AtRiskReply,
  { currency, facts: { expected } }: ToldPrediction,
): string {
  const text = words(locale);
  const title = namedOf(locale, counted(locale, total, text.customers), parts);
  const winnable = expected?.winnableAtRisk ?? null;
  return winnable === null || parts.length > 0 ? title : title + text.winnable(aboutMoney(locale, winnable, currency));
}

function nobody(
  locale: Locale,
  prediction: ToldPrediction,
  parts: readonly Part[],
  foot: readonly KnownBlock[],
): Message {
  const text = words(locale);
  const { bgNbd, expected } = prediction.facts;
  if (bgNbd.kind === 'degenerate') {
    const why = degenerateWords(locale, bgNbd.why);
    return toMessage(why, [section(why), bullets(plainLines(locale, prediction).map((line) => [line])), ...foot]);
  }
  const atRisk = parts.length === 0 ? text.none : escapeMrkdwn(text.noneOf(namedOf(locale, text.atRisk, parts)));
  const none = expected?.value === null ? text.noAmounts : atRisk;
  return toMessage(none, [section(none), ...foot]);
}

/** A customer is a line: what decides its place comes first, then what that is made of, and why. */
function riskTable(locale: Locale, shown: readonly AtRiskCustomer[], prediction: ToldPrediction): KnownBlock {
  const heads = headsOf(locale).map((column, i) => (i === 1 ? { ...column, head: `${column.head} ↓` } : column));
  const rows = shown.map((one) => rowOf(locale, one, prediction).map(wordsIn));
  return table(heads, rows).block;
}

/** As many as find room in a table that its reader sorts, with their names in two groups of a menu. */
function sortableRisks(locale: Locale, { customers, total }: AtRiskReply, prediction: ToldPrediction) {
  const rows = customers.map((one) => rowOf(locale, one, prediction));
  const inMenu = customers.map((one) => 2 * nameOf(locale, one).length);
  const some = customers.slice(0, sortableRoom(rows, inMenu));
  const order = { order: words(locale).order, isAll: total <= some.length };
  return { block: sortableTable(locale, order, headsOf(locale), rows.slice(0, some.length)), some };
}

function headsOf(locale: Locale): Column[] {
  const text = words(locale);
  return [
    { head: text.customer, kind: 'words' },
    { head: text.toWin, kind: 'number' },
    { head: text.stake, kind: 'number' },
    { head: text.chance, kind: 'words', mayBeLeftOut: true },
    { head: text.why, kind: 'words' },
  ];
}

function rowOf(locale: Locale, customer: AtRiskCustomer, prediction: ToldPrediction): SortableCell[] {
  const { currency, asOf, facts } = prediction;
  const about = (minor: number) => ({
    value: minor / 10 ** minorDigits(currency),
    text: unbroken(roundedMoney(locale, minor, currency)),
  });
  const told = tellRisk(facts.backTest, customer.churnRisk);
  return [
    `${nameOf(locale, customer)}${customer.followUp ? ' ✓' : ''}`,
    about(customer.winnableMinor),
    about(customer.stakeMinor),
    { value: told ? Math.round((1 - told.share) * 100) : -1, text: chanceWords(locale, customer, prediction) },
    { value: daysAway(customer, asOf) ?? -1, text: whyWords(locale, customer, prediction) },
  ];
}

/** How likely the customer is to come back, as far as the back-test bears it out. */
function chanceWords(locale: Locale, { churnRisk }: AtRiskCustomer, { facts }: ToldPrediction): string {
  const told = tellRisk(facts.backTest, churnRisk);
  if (!told) return '';
  const text = words(locale);
  const chance = 1 - told.share;
  if (chance < 0.15) return unbroken(text.verySmall);
  return chance < 0.3 || told.isMore ? text.small : text.fair;
}

/** "94, usually 21". */
function whyWords(locale: Locale, { lastOrderDay, usualGapDays }: AtRiskCustomer, { asOf }: ToldPrediction): string {
  const text = words(locale);
  const away = daysAway({ lastOrderDay }, asOf);
  if (away === null) return '';
  const days = formatNumber(locale, away);
  return usualGapDays === null ? text.once(days) : text.gap(days, formatNumber(locale, Math.round(usualGapDays)));
}

function daysAway({ lastOrderDay }: Pick<AtRiskCustomer, 'lastOrderDay'>, asOf: Day): number | null {
  return lastOrderDay === null ? null : asOf - 1 - lastOrderDay;
}
