import type { KnownBlock, ModalView } from '@slack/types';
import type { ToldPrediction } from '../../facts/prediction.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import type { BackTest } from '../../loyalty/prediction/back-test.ts';
import { joinBands } from '../../loyalty/prediction/scores.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent, formatSigned } from '../../text/number.ts';
import { sentence } from '../../text/sentence.ts';
import { bullets, context, lines, type Piece } from '../kit/blocks.ts';
import { plainView } from '../modals/waiting-view.ts';
import { aboutMoney } from '../words/estimate-words.ts';

const words = defineText({
  en: {
    title: 'How good is it?',
    discount: (share: string) => `Later orders count less: ${share} a year.`,
    band: (from: string, to: string, customers: string, share: string) =>
      `Risk ${from} to ${to}: ${customers} customers, ${share} stayed away`,
    corrected: (way: string, before: string, after: string, customers: string) =>
      `The risk is corrected by that (${way}): Brier score ${after} instead of ${before}, on ${customers} customers set aside.`,
    asItIs: (customers: string) =>
      `The risk is shown as the model gives it: on ${customers} customers set aside nothing else did better.`,
    uncounted: 'Too few stayed away, or came, to tell a risk as a number: it is called high.',
    ways: { platt: 'Platt', isotonic: 'isotonic' },
    how: 'How customers buy',
    pace: (weeks: string) => `While they stay, one order in ${weeks} weeks on average.`,
    dropOut: (share: string) => `After each repeat order, ${share} do not come back.`,
    spend: (money: string) => `A repeat order comes to ${money} on average`,
    gain: (gain: string) =>
      `The orders fit drop-out better than none: log-likelihood ${gain} against a model in which everybody stays.`,
    related: (value: string) =>
      `Take the amounts with care: customers who buy more often also spend differently (correlation ${value}), and the model takes the two to be unrelated.`,
    tested: (days: string) => `Tested on the last ${days} days, which the model had not seen`,
    expected: (expected: string, actual: string, difference: string) =>
      `Expected ${expected} orders, ${actual} came (${difference}).`,
    auc: (auc: string, brier: string) =>
      `Churn risk: AUC ${auc} (0.5 is a coin toss, 1 is perfect), Brier score ${brier} (0 is perfect).`,
    untested: 'Not tested yet: the orders cover too few months to put some aside.',
    testDegenerate: 'Not tested: what was known at the start of the last months is too little for a model.',
  },
  da: {
    title: 'Hvor god er den?',
    discount: (share: string) => `Senere ordrer tæller mindre: ${share} om året.`,
    band: (from: string, to: string, customers: string, share: string) =>
      `Risiko ${from} til ${to}: ${customers} kunder, ${share} blev væk`,
    corrected: (way: string, before: string, after: string, customers: string) =>
      `Risikoen er rettet efter det, der skete (${way}): Brier-score ${after} i stedet for ${before} hos ${customers} kunder, der var holdt udenfor.`,
    asItIs: (customers: string) =>
      `Risikoen vises, som modellen giver den: Hos ${customers} kunder, der var holdt udenfor, passede intet andet bedre.`,
    uncounted: 'For få blev væk eller kom igen til at sætte tal på en risiko, så den kaldes høj.',
    ways: { platt: 'Platt', isotonic: 'isoton' },
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
    untested: 'Ikke afprøvet endnu: Ordrerne dækker for få måneder til at lægge nogle af dem til side.',
    testDegenerate: 'Ikke afprøvet: Det, man vidste før de seneste måneder, rækker ikke til en model.',
  },
  nb: {
    title: 'Hvor god er den?',
    discount: (share: string) => `Senere ordrer teller mindre: ${share} i året.`,
    band: (from: string, to: string, customers: string, share: string) =>
      `Risiko ${from} til ${to}: ${customers} kunder, ${share} ble borte`,
    corrected: (way: string, before: string, after: string, customers: string) =>
      `Risikoen er rettet etter det som skjedde (${way}): Brier-score ${after} i stedet for ${before} hos ${customers} kunder som var holdt utenfor.`,
    asItIs: (customers: string) =>
      `Risikoen vises slik modellen gir den: Hos ${customers} kunder som var holdt utenfor, passet ingenting annet bedre.`,
    uncounted: 'For få ble borte eller kom tilbake til å tallfeste en risiko, så den kalles høy.',
    ways: { platt: 'Platt', isotonic: 'isoton' },
    how: 'Slik kjøper kundene',
    pace: (weeks: string) => `Så lenge de er kunder, én ordre per ${weeks} uker i snitt.`,
    dropOut: (share: string) => `Etter hvert gjenkjøp kommer ${share} ikke tilbake.`,
    spend: (money: string) => `Et gjenkjøp er i snitt på ${money}`,
    gain: (gain: string) =>
      `Ordrene passer bedre med frafall enn uten: log-likelihood ${gain} mot en modell der alle blir.`,
    related: (value: string) =>
      `Ta beløpene med forbehold: De som kjøper oftere, kjøper også for andre beløp (korrelasjon ${value}), og modellen regner med at de to ikke henger sammen.`,
    tested: (days: string) => `Testet på de siste ${days} dagene, som modellen ikke hadde sett`,
    expected: (expected: string, actual: string, difference: string) =>
      `Ventet ${expected} ordrer, det kom ${actual} (${difference}).`,
    auc: (auc: string, brier: string) =>
      `Frafallsrisiko: AUC ${auc} (0,5 er kron eller mynt, 1 er perfekt), Brier-score ${brier} (0 er perfekt).`,
    untested: 'Ikke testet ennå: Ordrene dekker for få måneder til å legge noen av dem til side.',
    testDegenerate: 'Ikke testet: Det man visste før de siste månedene, holder ikke til en modell.',
  },
});

/** How well the prediction told what came, in a modal. */
export function predictionTestView(locale: Locale, prediction: ToldPrediction): ModalView {
  const blocks = predictionTestBlocks(locale, prediction);
  return plainView.view({ title: words(locale).title, submit: null, blocks }, {}, locale);
}

/** How far the same would have been right of late, how customers buy, and the parameters; nothing where there is no model. */
export function predictionTestBlocks(locale: Locale, prediction: ToldPrediction): KnownBlock[] {
  const { bgNbd, backTest } = prediction.facts;
  if (bgNbd.kind !== 'fitted') return [];
  return [
    ...testBlocks(locale, backTest),
    ...howTheyBuy(locale, prediction),
    context(parameterWords(locale, prediction)),
  ];
}

function testBlocks(locale: Locale, test: BackTest): KnownBlock[] {
  const text = words(locale);
  if (test.kind === 'none') return [lines([text.untested])];
  if (test.kind === 'degenerate') return [lines([text.testDegenerate])];
  const { days, expectedOrders, actualOrders, auc, brier, calibration } = test;
  const count = (value: number) => formatNumber(locale, value);
  const share = (value: number) => formatPercent(locale, value, 0);
  const difference = actualOrders > 0 ? expectedOrders / actualOrders - 1 : 0;
  const told = correctionWords(locale, test);
  const rows: Piece[][] = [
    [{ bold: text.tested(count(days)) }],
    [text.expected(count(expectedOrders), count(actualOrders), signedPercent(locale, difference))],
    ...(auc === null ? [] : [[text.auc(formatNumber(locale, auc, 3), formatNumber(locale, brier, 3))]]),
    ...(told === null ? [] : [[told]]),
  ];
  return [
    lines(...rows),
    bullets(
      joinBands(calibration).map(({ from, to, customers, share: stayedAway }) => [
        text.band(share(from), share(to), count(customers), share(stayedAway)),
      ]),
    ),
  ];
}

/** How the risk was put right; null for a run of an earlier release, which did not look. */
function correctionWords(locale: Locale, { correction }: Extract<BackTest, { kind: 'tested' }>): string | null {
  const text = words(locale);
  if (correction === undefined) return null;
  if (correction === null) return text.uncounted;
  const { method, tried } = correction;
  const customers = formatNumber(locale, tried.customers);
  if (method === 'none') return text.asItIs(customers);
  const [before, after] = [tried.none, tried[method]].map((score) => formatNumber(locale, score, 3));
  return text.corrected(text.ways[method], before ?? '', after ?? '', customers);
}

/** "−6%", as a language writes it. */
function signedPercent(locale: Locale, share: number): string {
  const percent = formatPercent(locale, share, 0);
  return share > 0 ? `+${percent}` : percent;
}

function howTheyBuy(locale: Locale, { facts, currency }: ToldPrediction): KnownBlock[] {
  const text = words(locale);
  const { bgNbd, plain, terms } = facts;
  if (bgNbd.kind !== 'fitted') return [];
  const { r, alpha, a, b } = bgNbd.model;
  const correlation = plain.valueCorrelation;
  const rows: string[] = [
    text.pace(formatNumber(locale, alpha / r, 1)),
    text.dropOut(formatPercent(locale, a / (a + b))),
    ...(plain.meanOrderValue === null
      ? []
      : [sentence(text.spend(aboutMoney(locale, plain.meanOrderValue, currency)))]),
    text.discount(formatPercent(locale, terms.yearlyDiscount)),
    text.gain(formatSigned(locale, bgNbd.logLikelihood - bgNbd.withoutDropOut, 1)),
    ...(correlation !== null && Math.abs(correlation) > 0.3
      ? [text.related(formatNumber(locale, correlation, 2))]
      : []),
  ];
  return [lines([{ bold: text.how }]), bullets(rows.map((row) => [row]))];
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
