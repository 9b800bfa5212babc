import type { PredictionReply, ToldPrediction } from '../../facts/prediction.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import type { BackTest } from '../../loyalty/prediction/back-test.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent, formatSigned } from '../../text/number.ts';
import { sentence } from '../../text/sentence.ts';
import { actions, bullets, context, header, lines, type Piece, section } from '../kit/blocks.ts';
import { withDefinition } from '../kit/docs-link.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { amountWords } from '../words/money-words.ts';
import { runPredictionElements } from './prediction-buttons.ts';
import { predictionJson } from './prediction-json.ts';
import { asOfWords, degenerateWords, noPredictionWords, plainLines } from './prediction-words.ts';

const words = defineText({
  en: {
    title: (day: string) => `Prediction as of ${day}`,
    orders: (days: string, orders: string, customers: string) =>
      `Expected in the next ${days} days: ${orders} orders from ${customers} customers`,
    worth: (money: string, discount: string) => `, worth ${money} today (later orders count less: ${discount} a year).`,
    atRisk: (count: string, money: string) => `At risk: ${count} customers; ${money} are expected to be lost.`,
    how: 'How customers buy',
    pace: (weeks: string) => `While they stay, one order in ${weeks} weeks on average.`,
    dropOut: (share: string) => `After each repeat order, ${share} do not come back.`,
    spend: (money: string) => `A repeat order comes to ${money} on average`,
    gain: (gain: string) =>
      `The orders fit drop-out better than none: log-likelihood ${gain} against a model in which everybody stays.`,
    related: (value: string) =>
      `Take the amounts with care: who buys more often also spends differently (correlation ${value}), and the model takes the two for unrelated.`,
    tested: (days: string) => `Tested on the last ${days} days, which the model had not seen`,
    expected: (expected: string, actual: string, difference: string) =>
      `Expected ${expected} orders, ${actual} came (${difference}).`,
    auc: (auc: string, brier: string) =>
      `Churn risk: AUC ${auc} (0.5 is a coin, 1 is perfect), Brier score ${brier} (0 is perfect).`,
    band: (from: string, to: string, customers: string, share: string) =>
      `Risk ${from} to ${to}: ${customers} customers, ${share} stayed away`,
    untested: 'Not tested yet: the orders cover too few months to put some aside.',
    testDegenerate: 'Not tested: what was known at the start of the last months bears no model.',
  },
  da: {
    title: (day: string) => `Prognose pr. ${day}`,
    orders: (days: string, orders: string, customers: string) =>
      `Forventet de næste ${days} dage: ${orders} ordrer fra ${customers} kunder`,
    worth: (money: string, discount: string) =>
      ` til en værdi af ${money} i dag (senere ordrer tæller mindre: ${discount} om året).`,
    atRisk: (count: string, money: string) => `Frafaldstruede kunder: ${count}; ${money} ventes at gå tabt.`,
    how: 'Sådan køber kunderne',
    pace: (weeks: string) => `Så længe de er kunder, én ordre pr. ${weeks} uger i gennemsnit.`,
    dropOut: (share: string) => `Efter hvert genkøb kommer ${share} ikke igen.`,
    spend: (money: string) => `Et genkøb lyder i gennemsnit på ${money}`,
    gain: (gain: string) =>
      `Ordrerne passer bedre med frafald end uden: log-likelihood ${gain} i forhold til en model, hvor alle bliver.`,
    related: (value: string) =>
      `Tag beløbene med forbehold: De, der køber oftere, køber også for andre beløb (korrelation ${value}), og modellen regner med, at de to ikke hænger sammen.`,
    tested: (days: string) => `Afprøvet på de seneste ${days} dage, som modellen ikke havde set`,
    expected: (expected: string, actual: string, difference: string) =>
      `Ventede ${expected} ordrer, der kom ${actual} (${difference}).`,
    auc: (auc: string, brier: string) =>
      `Risiko for frafald: AUC ${auc} (0,5 er plat eller krone, 1 er perfekt), Brier-score ${brier} (0 er perfekt).`,
    band: (from: string, to: string, customers: string, share: string) =>
      `Risiko ${from} til ${to}: ${customers} kunder, ${share} blev væk`,
    untested: 'Ikke afprøvet endnu: Ordrerne dækker for få måneder til at lægge nogle af dem til side.',
    testDegenerate: 'Ikke afprøvet: Det, man vidste før de seneste måneder, rækker ikke til en model.',
  },
  nb: {
    title: (day: string) => `Prognose per ${day}`,
    orders: (days: string, orders: string, customers: string) =>
      `Ventet de neste ${days} dagene: ${orders} ordrer fra ${customers} kunder`,
    worth: (money: string, discount: string) =>
      ` til en verdi av ${money} i dag (senere ordrer teller mindre: ${discount} i året).`,
    atRisk: (count: string, money: string) => `Frafallstruede kunder: ${count}; ${money} ventes å gå tapt.`,
    how: 'Slik kjøper kundene',
    pace: (weeks: string) => `Så lenge de er kunder, én ordre per ${weeks} uker i snitt.`,
    dropOut: (share: string) => `Etter hvert gjenkjøp kommer ${share} ikke tilbake.`,
    spend: (money: string) => `Et gjenkjøp er i snitt på ${money}`,
    gain: (gain: string) =>
      `Ordrene passer bedre med frafall enn uten: log-likelihood ${gain} mot en modell der alle blir.`,
    related: (value: string) =>
      `Ta beløpene med forbehold: De som kjøper oftere, kjøper også for andre beløp (korrelasjon ${value}), og modellen regner med at de to ikke henger sammen.`,
    tested: (days: string) => `Prøvd på de siste ${days} dagene, som modellen ikke hadde sett`,
    expected: (expected: string, actual: string, difference: string) =>
      `Ventet ${expected} ordrer, det kom ${actual} (${difference}).`,
    auc: (auc: string, brier: string) =>
      `Frafallsrisiko: AUC ${auc} (0,5 er kron eller mynt, 1 er perfekt), Brier-score ${brier} (0 er perfekt).`,
    band: (from: string, to: string, customers: string, share: string) =>
      `Risiko ${from} til ${to}: ${customers} kunder, ${share} ble borte`,
    untested: 'Ikke prøvd ennå: Ordrene dekker for få måneder til å legge noen av dem til side.',
    testDegenerate: 'Ikke prøvd: Det man visste før de siste månedene, holder ikke til en modell.',
  },
});

/** How a prediction is told. */
export const predictionReply: Presenter<'prediction'> = {
  draw: (reply, locale, context) =>
    withDefinition(drawPrediction(reply, locale, context), locale, context.docsUrl, 'prediction'),
  json: predictionJson,
  forAll: (reply) => ({ ...reply, mayRun: false }),
};

/** What is expected, how customers buy, and how far the same would have been right of late. */
export function drawPrediction(reply: PredictionReply, locale: Locale, { said }: DrawContext): Message {
  const { prediction, atWork } = reply;
  const buttons = [...runPredictionElements(locale, reply), ...shareElements(locale, prediction && said)];
  const foot = buttons.length > 0 ? [actions(...buttons)] : [];
  if (!prediction) {
    const none = noPredictionWords(locale);
    return toMessage(none, [section(none), ...foot]);
  }
  const title = words(locale).title(formatDay(locale, prediction.asOf));
  const { bgNbd } = prediction.facts;
  const isFitted = bgNbd.kind === 'fitted';
  const summary = isFitted ? expectedLines(locale, prediction) : [degenerateWords(locale, bgNbd.why)];
  return toMessage(`${title}. ${summary.join(' ')}`, [
    header(title),
    lines(...summary.map((line) => [line])),
    ...(isFitted ? howTheyBuy(locale, prediction) : [bullets(plainLines(locale, prediction).map((line) => [line]))]),
    ...(isFitted ? testBlocks(locale, prediction.facts.backTest) : []),
    context(...(isFitted ? [parameterWords(locale, prediction)] : []), asOfWords(locale, prediction, atWork).join(' ')),
    ...foot,
  ]);
}

function expectedLines(locale: Locale, { facts, currency }: ToldPrediction): string[] {
  const text = words(locale);
  const { expected, terms, plain } = facts;
  if (!expected) return [];
  const money = (amount: number) => amountWords(locale, { amountMinor: Math.round(amount), currency });
  const [days, orders, customers] = [terms.horizonDays, expected.orders, plain.customers].map((value) =>
    formatNumber(locale, value),
  );
  const first = text.orders(days ?? '', orders ?? '', customers ?? '');
  if (expected.value === null || expected.valueAtRisk === null) return [`${first}.`];
  return [
    first + text.worth(money(expected.value), formatPercent(locale, terms.yearlyDiscount)),
    text.atRisk(formatNumber(locale, expected.atRisk), money(expected.valueAtRisk)),
  ];
}

function howTheyBuy(locale: Locale, { facts, currency }: ToldPrediction) {
  const text = words(locale);
  const { bgNbd, plain } = facts;
  if (bgNbd.kind !== 'fitted') return [];
  const { r, alpha, a, b } = bgNbd.model;
  const correlation = plain.valueCorrelation;
  const rows: string[] = [
    text.pace(formatNumber(locale, alpha / r, 1)),
    text.dropOut(formatPercent(locale, a / (a + b))),
    ...(plain.meanOrderValue === null
      ? []
      : [sentence(text.spend(amountWords(locale, { amountMinor: Math.round(plain.meanOrderValue), currency })))]),
    text.gain(formatSigned(locale, bgNbd.logLikelihood - bgNbd.withoutDropOut, 1)),
    ...(correlation !== null && Math.abs(correlation) > 0.3
      ? [text.related(formatNumber(locale, correlation, 2))]
      : []),
  ];
  return [lines([{ bold: text.how }]), bullets(rows.map((row) => [row]))];
}

function testBlocks(locale: Locale, test: BackTest) {
  const text = words(locale);
  if (test.kind === 'none') return [lines([text.untested])];
  if (test.kind === 'degenerate') return [lines([text.testDegenerate])];
  const { days, expectedOrders, actualOrders, auc, brier, calibration } = test;
  const count = (value: number) => formatNumber(locale, value);
  const share = (value: number) => formatPercent(locale, value, 0);
  const difference = actualOrders > 0 ? expectedOrders / actualOrders - 1 : 0;
  const rows: Piece[][] = [
    [{ bold: text.tested(count(days)) }],
    [text.expected(count(expectedOrders), count(actualOrders), `${formatSigned(locale, difference * 100)} %`)],
    ...(auc === null ? [] : [[text.auc(formatNumber(locale, auc, 3), formatNumber(locale, brier, 3))]]),
  ];
  return [
    lines(...rows),
    bullets(
      calibration.map(({ from, to, customers, share: stayedAway }) => [
        text.band(share(from), share(to), count(customers), share(stayedAway)),
      ]),
    ),
  ];
}

/** The parameters as the literature writes them. */
function parameterWords(locale: Locale, { facts, currency }: ToldPrediction): string {
  const { bgNbd, gammaGamma } = facts;
  if (bgNbd.kind !== 'fitted') return '';
  const three = (value: number) => formatNumber(locale, value, 3);
  const { r, alpha, a, b } = bgNbd.model;
  const buying = `BG/NBD: r ${three(r)}, α ${three(alpha)}, a ${three(a)}, b ${three(b)}, ln L ${formatNumber(locale, bgNbd.logLikelihood, 1)}.`;
  if (gammaGamma.kind !== 'fitted') return buying;
  const { p, q, v } = gammaGamma.model;
  return `${buying} Gamma-Gamma: p ${three(p)}, q ${three(q)}, v ${three(v / 10 ** minorDigits(currency))}.`;
}
