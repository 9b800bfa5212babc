import type { KnownBlock } from '@slack/types';
import type { AtRiskCustomer, AtRiskReply, ToldPrediction } from '../../facts/prediction.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
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
import { type Column, table } from '../kit/table.ts';
import { whyElement } from '../kit/why-button.ts';
import { aboutMoney } from '../words/estimate-words.ts';
import { escapedNameOf, nameOf } from '../words/names.ts';
import { namedOf } from '../words/part-words.ts';
import { rungTitle } from '../words/rung-words.ts';
import { atRiskMenu, followUpElements, runPredictionElements } from './prediction-buttons.ts';
import { atRiskJson } from './prediction-json.ts';
import { asOfWords, degenerateWords, noPredictionWords, plainLines } from './prediction-words.ts';
import { risksWords } from './risk-words.ts';

const words = defineText({
  en: {
    customers: { one: 'customer at risk', many: 'customers at risk' },
    winnable: (money: string) => `: ${money} can still be won`,
    atRisk: 'At risk',
    noneOf: (these: string) => `${these}: nobody.`,
    none: 'No customer is at risk: whoever is active and worth more than the median customer is likely to order again.',
    noAmounts: 'Nothing is known of what orders came to, so nobody can be ranked by what can still be won.',
    customer: 'Customer',
    rung: 'Rung',
    why: 'Without an order',
    toWin: 'Can be won',
    followUp: 'Follow-up',
    away: { one: 'day', many: 'days' },
    gap: (days: string) => ` (usually ${days})`,
    once: ' (bought once)',
    open: 'open',
    claimed: 'in progress',
  },
  da: {
    customers: { one: 'kunde i farezonen', many: 'kunder i farezonen' },
    winnable: (money: string) => `: ${money} kan stadig vindes`,
    atRisk: 'Kunder i farezonen',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er i farezonen: De aktive kunder, der er mere værd end mediankunden, køber sandsynligvis igen.',
    noAmounts: 'Ordrernes beløb kendes ikke, så ingen kan rangeres efter, hvad der stadig kan vindes.',
    customer: 'Kunde',
    rung: 'Trin',
    why: 'Uden ordre',
    toWin: 'Kan vindes',
    followUp: 'Opfølgning',
    away: { one: 'dag', many: 'dage' },
    gap: (days: string) => ` (plejer ${days})`,
    once: ' (ét køb)',
    open: 'åben',
    claimed: 'i gang',
  },
  nb: {
    customers: { one: 'kunde i faresonen', many: 'kunder i faresonen' },
    winnable: (money: string) => `: ${money} kan vinnes`,
    atRisk: 'Kunder i faresonen',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er i faresonen: De aktive kundene som er mer verdt enn mediankunden, kjøper trolig igjen.',
    noAmounts: 'Beløpene på ordrene er ikke kjent, så ingen kan rangeres etter hva som fortsatt kan vinnes.',
    customer: 'Kunde',
    rung: 'Trinn',
    why: 'Uten ordre',
    toWin: 'Kan vinnes',
    followUp: 'Oppfølging',
    away: { one: 'dag', many: 'dager' },
    gap: (days: string) => ` (vanligvis ${days})`,
    once: ' (ett kjøp)',
    open: 'åpen',
    claimed: 'i arbeid',
  },
});

const mostShown = 10;

/** How customers at risk are told. */
export const atRiskReply: Presenter<'at-risk'> = {
  draw: drawAtRisk,
  json: atRiskJson,
  forAll: (reply) => ({ ...reply, mayRun: false }),
};

/** Who is likely to stay away although they are worth much, a line each, and what can be done. */
function drawAtRisk(reply: AtRiskReply, locale: Locale, { said }: DrawContext): Message {
  const { prediction, customers, atWork, parts = [] } = reply;
  const why = whyElement(locale, 'at-risk');
  if (!prediction) {
    const none = noPredictionWords(locale);
    return toMessage(none, [section(none), actions(...runPredictionElements(locale, reply), why)]);
  }
  const shown = customers.slice(0, mostShown);
  if (shown.length === 0) {
    const foot = context(asOfWords(locale, prediction, atWork).join(' '));
    return nobody(locale, prediction, parts, [foot, actions(why)]);
  }
  const title = titleWords(locale, reply, prediction);
  const { terms, backTest } = prediction.facts;
  const risks = shown.map(({ churnRisk }) => churnRisk);
  const foot = [...asOfWords(locale, prediction, atWork), risksWords(locale, backTest, risks, terms.atRiskFrom)];
  return toMessage(
    sentences(
      parts.length === 0 ? title : escapeMrkdwn(title),
      shown.map((one) => escapedNameOf(locale, one)).join(', '),
    ),
    [
      header(title),
      customerTable(locale, shown, prediction),
      context(foot.join(' ')),
      actions(...followUpElements(locale, shown), atRiskMenu(locale, shown), why, ...shareElements(locale, said)),
    ],
  );
}

/** "7 customers at risk: about 9,400 kr. can still be won"; of some parts the sum is not known. */
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

/** A customer is a line; whether there is a follow-up stands in it where any has one. */
function customerTable(locale: Locale, shown: readonly AtRiskCustomer[], prediction: ToldPrediction): KnownBlock {
  const text = words(locale);
  const { currency } = prediction;
  const isFollowedUp = shown.some(({ followUp }) => followUp !== null);
  const columns: readonly Column[] = [
    { head: text.customer, kind: 'words' },
    { head: text.rung, kind: 'words' },
    { head: text.why, kind: 'words' },
    { head: unbroken(text.toWin), kind: 'number' },
    ...(isFollowedUp ? [{ head: text.followUp, kind: 'words' } as const] : []),
  ];
  const rows = shown.map((customer) => [
    nameOf(locale, customer),
    rungTitle(locale, customer.rung),
    whyWords(locale, customer, prediction),
    unbroken(aboutMoney(locale, customer.winnableMinor, currency)),
    ...(isFollowedUp ? [followUpWords(locale, customer)] : []),
  ]);
  return table(columns, rows).block;
}

/** "94 days (usually 21)". */
function whyWords(locale: Locale, { lastOrderDay, usualGapDays }: AtRiskCustomer, { asOf }: ToldPrediction): string {
  const text = words(locale);
  if (lastOrderDay === null) return '';
  const gap = usualGapDays === null ? text.once : text.gap(formatNumber(locale, usualGapDays));
  return counted(locale, asOf - 1 - lastOrderDay, text.away) + gap;
}

/** A column of amounts is too narrow for words that could be broken. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function followUpWords(locale: Locale, { followUp }: AtRiskCustomer): string {
  if (!followUp) return '';
  return followUp.status === 'claimed' ? words(locale).claimed : words(locale).open;
}
