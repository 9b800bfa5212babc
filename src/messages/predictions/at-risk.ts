import type { KnownBlock } from '@slack/types';
import type { AtRiskCustomer, AtRiskReply, ToldPrediction } from '../../facts/prediction.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { customersBase } from '../figures/told/base-words.ts';
import { actions, bullets, context, divider, header, lines, type Piece, section } from '../kit/blocks.ts';
import { withDefinition } from '../kit/docs-link.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { amountWords } from '../words/money-words.ts';
import { escapedNameOf, memberPiece, nameOf } from '../words/names.ts';
import { namedOf } from '../words/part-words.ts';
import { rungTitle } from '../words/rung-words.ts';
import { openFollowUpElement, runPredictionElements } from './prediction-buttons.ts';
import { atRiskJson } from './prediction-json.ts';
import { asOfWords, degenerateWords, noPredictionWords, plainLines } from './prediction-words.ts';
import { riskWords } from './risk-words.ts';

const words = defineText({
  en: {
    title: (count: string) => `At risk: ${count}`,
    about: (days: string) =>
      `More likely than not to stay away for ${days} days, and worth more than the customer in the middle. Who has been away longer than an active customer may is left out: that takes winning back. The greatest expected loss comes first.`,
    atRisk: 'At risk',
    noneOf: (these: string) => `${these}: nobody.`,
    none: 'No customer is at risk: whoever is active and worth more than the customer in the middle is likely to order again.',
    noAmounts: 'Nothing is known of what orders came to, so nobody can be ranked by what would be lost.',
    lastOrder: (day: string, ago: string) => `Newest order ${day}, ${ago}`,
    ago: (count: number, days: string) => (count === 1 ? '1 day ago' : `${days} days ago`),
    gap: (count: number, days: string) => (count === 1 ? '; usually every day.' : `; usually every ${days} days.`),
    once: '; has bought once.',
    risk: (share: string, days: string) => `Risk that no order comes within ${days} days: ${share}.`,
    stake: (lost: string, value: string, days: string) =>
      `At stake: ${lost} of the ${value} that they would bring in ${days} days.`,
    followUpOpen: 'A follow-up is open.',
    has: ' has the follow-up.',
    more: (count: string) => `Not shown: ${count}.`,
  },
  da: {
    title: (count: string) => `Frafaldstruede: ${count}`,
    about: (days: string) =>
      `De bliver nok væk i ${days} dage og er mere værd end kunden i midten. De, der allerede har været væk for længe til at være aktive, er ikke med: De skal vindes tilbage. Det største forventede tab står øverst.`,
    atRisk: 'Frafaldstruede',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er frafaldstruede: De aktive kunder, der er mere værd end kunden i midten, køber sandsynligvis igen.',
    noAmounts: 'Ordrernes beløb kendes ikke, så ingen kan rangeres efter, hvad der ville gå tabt.',
    lastOrder: (day: string, ago: string) => `Nyeste ordre ${day}, ${ago}`,
    ago: (count: number, days: string) => (count === 1 ? 'for 1 dag siden' : `for ${days} dage siden`),
    gap: (count: number, days: string) =>
      count === 1 ? '; køber normalt hver dag.' : `; køber normalt hver ${days}. dag.`,
    once: '; har købt én gang.',
    risk: (share: string, days: string) => `Risiko for, at der ikke kommer en ordre inden for ${days} dage: ${share}.`,
    stake: (lost: string, value: string, days: string) =>
      `På spil: ${lost} af de ${value}, som kunden ellers ville lægge på ${days} dage.`,
    followUpOpen: 'Der er en åben opfølgning.',
    has: ' har opfølgningen.',
    more: (count: string) => `Vises ikke: ${count}.`,
  },
  nb: {
    title: (count: string) => `Frafallstruede: ${count}`,
    about: (days: string) =>
      `De blir trolig borte i ${days} dager og er mer verdt enn kunden i midten. De som allerede har vært borte for lenge til å være aktive, er ikke med: De må vinnes tilbake. Det største forventede tapet står øverst.`,
    atRisk: 'Frafallstruede',
    noneOf: (these: string) => `${these}: ingen.`,
    none: 'Ingen kunder er frafallstruede: De aktive kundene som er mer verdt enn kunden i midten, kjøper trolig igjen.',
    noAmounts: 'Beløpene på ordrene er ikke kjent, så ingen kan rangeres etter hva som ville gå tapt.',
    lastOrder: (day: string, ago: string) => `Nyeste ordre ${day}, ${ago}`,
    ago: (count: number, days: string) => (count === 1 ? 'for 1 dag siden' : `for ${days} dager siden`),
    gap: (count: number, days: string) =>
      count === 1 ? '; kjøper vanligvis hver dag.' : `; kjøper vanligvis hver ${days}. dag.`,
    once: '; har kjøpt én gang.',
    risk: (share: string, days: string) => `Risiko for at det ikke kommer en ordre innen ${days} dager: ${share}.`,
    stake: (lost: string, value: string, days: string) =>
      `Står på spill: ${lost} av de ${value} som kunden ellers ville lagt igjen på ${days} dager.`,
    followUpOpen: 'Det er en åpen oppfølging.',
    has: ' har oppfølgingen.',
    more: (count: string) => `Vises ikke: ${count}.`,
  },
});

const mostShown = 10;

/** How customers at risk are told. */
export const atRiskReply: Presenter<'at-risk'> = {
  draw: (reply, locale, context) =>
    withDefinition(drawAtRisk(reply, locale, context), locale, context.docsUrl, 'at-risk'),
  json: atRiskJson,
  forAll: (reply) => ({ ...reply, mayRun: false }),
};

/** Who is likely to stay away although they are worth much, why, and what can be done. */
function drawAtRisk(reply: AtRiskReply, locale: Locale, { said }: DrawContext): Message {
  const text = words(locale);
  const { prediction, customers, total, atWork, parts = [] } = reply;
  const run = runPredictionElements(locale, reply);
  if (!prediction) {
    const none = noPredictionWords(locale);
    return toMessage(none, [section(none), ...(run.length > 0 ? [actions(...run)] : [])]);
  }
  const shown = customers.slice(0, mostShown);
  const foot = context(asOfWords(locale, prediction, atWork).join(' '));
  if (shown.length === 0) return nobody(locale, prediction, parts, foot);
  const title = namedOf(locale, text.title(counted(locale, total, customersBase(locale))), parts);
  const share = shareElements(locale, said);
  return toMessage(
    sentences(
      parts.length === 0 ? title : escapeMrkdwn(title),
      shown.map((one) => escapedNameOf(locale, one)).join(', '),
    ),
    [
      header(title),
      section(text.about(formatNumber(locale, prediction.facts.terms.riskDays))),
      ...shown.flatMap((one) => drawOne(one, prediction, locale)),
      ...(total > shown.length ? [context(text.more(formatNumber(locale, total - shown.length)))] : []),
      divider(),
      foot,
      ...(share.length > 0 ? [actions(...share)] : []),
    ],
  );
}

function nobody(locale: Locale, prediction: ToldPrediction, parts: readonly Part[], foot: KnownBlock): Message {
  const text = words(locale);
  const { bgNbd, expected } = prediction.facts;
  if (bgNbd.kind === 'degenerate') {
    const why = degenerateWords(locale, bgNbd.why);
    return toMessage(why, [section(why), bullets(plainLines(locale, prediction).map((line) => [line])), foot]);
  }
  const atRisk = parts.length === 0 ? text.none : escapeMrkdwn(text.noneOf(namedOf(locale, text.atRisk, parts)));
  const none = expected?.value === null ? text.noAmounts : atRisk;
  return toMessage(none, [section(none), foot]);
}

function drawOne(customer: AtRiskCustomer, prediction: ToldPrediction, locale: Locale): KnownBlock[] {
  const name = nameOf(locale, customer);
  const { followUp } = customer;
  const rows: Piece[][] = [
    [{ bold: name }, ` · ${rungTitle(locale, customer.rung)}`],
    ...whyLines(customer, prediction, locale).map((line) => [line]),
  ];
  if (followUp) rows.push(followUpPieces(followUp, locale));
  return [divider(), lines(...rows), ...(followUp ? [] : [actions(openFollowUpElement(locale, customer.id, name))])];
}

/** "Newest order 3 March 2026, 94 days ago; usually every 21 days." "Risk …" "At stake: …" */
function whyLines(
  { lastOrderDay, usualGapDays, churnRisk, valueLostMinor, stakeMinor }: AtRiskCustomer,
  { asOf, currency, facts }: ToldPrediction,
  locale: Locale,
): string[] {
  const text = words(locale);
  const money = (amountMinor: number) => amountWords(locale, { amountMinor, currency });
  const days = (count: number) => formatNumber(locale, Math.round(count));
  const lines: string[] = [];
  if (lastOrderDay !== null) {
    const ago = asOf - 1 - lastOrderDay;
    const gap = usualGapDays === null ? text.once : text.gap(Math.round(usualGapDays), days(usualGapDays));
    lines.push(text.lastOrder(formatDay(locale, lastOrderDay), text.ago(ago, days(ago))) + gap);
  }
  lines.push(text.risk(riskWords(locale, churnRisk), days(facts.terms.riskDays)));
  lines.push(text.stake(money(valueLostMinor), money(stakeMinor), days(facts.terms.horizonDays)));
  return lines;
}

function followUpPieces({ status, stewardId }: NonNullable<AtRiskCustomer['followUp']>, locale: Locale): Piece[] {
  const text = words(locale);
  return status === 'claimed' ? [memberPiece(locale, stewardId), text.has] : [text.followUpOpen];
}
