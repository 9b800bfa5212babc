import type { KnownBlock } from '@slack/types';
import type { AtRiskCustomer, AtRiskReply, ToldPrediction } from '../../facts/prediction.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, bullets, context, header, section } from '../kit/blocks.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { whyElement } from '../kit/why-button.ts';
import { aboutMoney } from '../words/estimate-words.ts';
import { escapedNameOf } from '../words/names.ts';
import { namedOf } from '../words/part-words.ts';
import { riskTable, sortableRisks } from './at-risk-table.ts';
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
    marked: '✓ has a follow-up.',
  },
  da: {
    customers: { one: 'kunde i farezonen', many: 'kunder i farezonen' },
    winnable: (money: string) => `: ${money} kan stadig reddes`,
    atRisk: 'Kunder i farezonen',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er i farezonen: De aktive kunder, der er mere værd end mediankunden, køber sandsynligvis igen.',
    noAmounts: 'Ordrernes beløb kendes ikke, så ingen kan rangeres efter, hvad der stadig kan reddes.',
    marked: '✓ har en opfølgning.',
  },
  nb: {
    customers: { one: 'kunde i faresonen', many: 'kunder i faresonen' },
    winnable: (money: string) => `: ${money} kan fortsatt reddes`,
    atRisk: 'Kunder i faresonen',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er i faresonen: De aktive kundene som er mer verdt enn mediankunden, kjøper trolig igjen.',
    noAmounts: 'Beløpene på ordrene er ikke kjent, så ingen kan rangeres etter hva som fortsatt kan reddes.',
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
  const draw = (some: readonly AtRiskCustomer[], risks: KnownBlock, isSorted: boolean) =>
    toMessage(text, [
      header(title),
      risks,
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
