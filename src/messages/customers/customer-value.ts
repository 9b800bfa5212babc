import type { CustomerValue } from '../../facts/customer.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import { roundHalfAway } from '../../loyalty/rounding.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentence } from '../../text/sentence.ts';
import { averageAmountWords } from '../figures/score-words.ts';
import { customersBase } from '../figures/told/base-words.ts';
import { actions, context, header, lines, type Piece } from '../kit/blocks.ts';
import { withDefinition } from '../kit/docs-link.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareWords } from '../predictions/risk-words.ts';
import { aboutMoney, aboutNumber } from '../words/estimate-words.ts';
import { amountWords } from '../words/money-words.ts';
import { escapedNameOf, nameOf } from '../words/names.ts';
import { openCustomerElements } from './customers.ts';

const words = defineText({
  en: {
    title: (name: string, value: string) => `Lifetime value of ${name}: ${value}`,
    unknown: 'unknown',
    own: 'At the pace of the last year: ',
    perYear: { one: 'order a year', many: 'orders a year' },
    years: { one: 'year', many: 'years' },
    entered: 'as entered',
    fromChurn: (churn: string) => `1 ÷ yearly churn of ${churn}`,
    noOrders: 'no orders in the 365 days before',
    noYears: 'How many years the relationship lasts is neither entered nor known from churn',
    cost: 'Less what winning the customer cost: ',
    costOf: (cost: string, left: string) => `${cost}, leaves ${left}`,
    noCost: 'not known, so not taken off',
    won: 'Won by recommendation: ',
    lost: 'Lost by recommendation: ',
    rewards: (amount: string) => `rewards ${amount}`,
    together: 'With recommendations: ',
    unknownAmount: 'an unknown amount',
    predicted: 'Expected by the prediction: ',
    ahead: (days: string, orders: string, value: string, risk: string) =>
      `${orders} orders for ${value} in the next ${days} days${risk}`,
    risk: (risk: string) => `, churn risk ${risk}`,
    asOf: (day: string) => `Orders of the 365 days up to ${day}.`,
  },
  da: {
    title: (name: string, value: string) => `Livstidsværdi for ${name}: ${value}`,
    unknown: 'ukendt',
    own: 'Med det seneste års tempo: ',
    perYear: { one: 'ordre om året', many: 'ordrer om året' },
    years: { one: 'år', many: 'år' },
    entered: 'indtastet',
    fromChurn: (churn: string) => `1 ÷ årlig kundeafgang på ${churn}`,
    noOrders: 'ingen ordrer i de 365 dage før',
    noYears: 'Hvor mange år forholdet varer, er hverken indtastet eller kendt fra afgangen',
    cost: 'Minus det, kunden kostede at vinde: ',
    costOf: (cost: string, left: string) => `${cost}, tilbage er ${left}`,
    noCost: 'ukendt, så det er ikke trukket fra',
    won: 'Vundet ved anbefaling: ',
    lost: 'Tabt ved anbefaling: ',
    rewards: (amount: string) => `belønninger ${amount}`,
    together: 'Med anbefalinger: ',
    unknownAmount: 'et ukendt beløb',
    predicted: 'Ventet ifølge prognosen: ',
    ahead: (days: string, orders: string, value: string, risk: string) =>
      `${orders} ordrer for ${value} de næste ${days} dage${risk}`,
    risk: (risk: string) => `, risiko for frafald ${risk}`,
    asOf: (day: string) => `Ordrer fra de 365 dage til og med ${day}.`,
  },
  nb: {
    title: (name: string, value: string) => `Livstidsverdi for ${name}: ${value}`,
    unknown: 'ukjent',
    own: 'Med det siste årets tempo: ',
    perYear: { one: 'ordre i året', many: 'ordrer i året' },
    years: { one: 'år', many: 'år' },
    entered: 'lagt inn',
    fromChurn: (churn: string) => `1 ÷ årlig kundefrafall på ${churn}`,
    noOrders: 'ingen ordrer i de 365 dagene før',
    noYears: 'Hvor mange år forholdet varer, er verken lagt inn eller kjent fra frafallet',
    cost: 'Minus det kunden kostet å vinne: ',
    costOf: (cost: string, left: string) => `${cost}, igjen er ${left}`,
    noCost: 'ukjent, så det er ikke trukket fra',
    won: 'Vunnet ved anbefaling: ',
    lost: 'Tapt ved anbefaling: ',
    rewards: (amount: string) => `belønninger ${amount}`,
    together: 'Med anbefalinger: ',
    unknownAmount: 'et ukjent beløp',
    predicted: 'Ventet ifølge prognosen: ',
    ahead: (days: string, orders: string, value: string, risk: string) =>
      `${orders} ordrer for ${value} de neste ${days} dagene${risk}`,
    risk: (risk: string) => `, risiko for frafall ${risk}`,
    asOf: (day: string) => `Ordrer fra de 365 dagene til og med ${day}.`,
  },
});

/** What one customer is worth, step by step: alone, less what winning them cost, and with their recommendations. */
export const customerValueReply: Presenter<'customer-value'> = {
  draw({ value }, locale, { docsUrl, inTerminal }) {
    const text = words(locale);
    const worth = amount(locale, value, value.valueMinor);
    const small = text.asOf(formatDay(locale, value.asOf - 1));
    const message = toMessage(sentence(text.title(escapedNameOf(locale, value.customer), worth)), [
      header(text.title(nameOf(locale, value.customer), worth)),
      lines(
        [{ bold: text.own }, ownWords(locale, value)],
        [{ bold: text.cost }, costWords(locale, value)],
        ...recommendationLines(locale, value),
        ...predictedLines(locale, value),
      ),
      context(small),
      ...(inTerminal ? [] : [actions(...openCustomerElements(locale, value.customer))]),
    ]);
    return withDefinition(message, locale, docsUrl, 'clv');
  },
  json: ({ value }) => withIsoDays(value),
};

/** "DKK 50 × 7 orders a year × 5 years (as entered)". */
function ownWords(locale: Locale, value: CustomerValue): string {
  const text = words(locale);
  const { averageOrderMinor, orders, years, yearsEntered, yearlyChurn } = value;
  if (averageOrderMinor === null) return text.noOrders;
  if (years === null) return text.noYears;
  const { order, shownYears } = factors(locale, value, averageOrderMinor, years);
  const lasting = `${shownYears} ${shownYears === '1' ? text.years.one : text.years.many}`;
  const from = yearsEntered || yearlyChurn === null ? text.entered : text.fromChurn(formatPercent(locale, yearlyChurn));
  return `${order} × ${counted(locale, orders, text.perYear)} × ${lasting} (${from}) = ${amount(locale, value, value.valueMinor)}`;
}

/** Average order and years with as few decimals as let whoever multiplies them come to the value that is shown. */
function factors(locale: Locale, value: CustomerValue, averageMinor: number, years: number) {
  const worth = amount(locale, value, value.valueMinor);
  const unit = 10 ** minorDigits(value.currency);
  const rounded = Math.abs(averageMinor) < 100 * unit ? averageMinor : roundHalfAway(averageMinor / unit) * unit;
  for (let digits = 1; digits < 4; digits += 1) {
    const scale = 10 ** digits;
    const shown = Math.round(years * scale) / scale;
    for (const order of [roundHalfAway(rounded), roundHalfAway(averageMinor)]) {
      if (amount(locale, value, order * value.orders * shown) !== worth) continue;
      const money = amountWords(locale, { amountMinor: order, currency: value.currency });
      return { order: money, shownYears: formatNumber(locale, shown, digits) };
    }
  }
  return { order: amount(locale, value, averageMinor), shownYears: formatNumber(locale, years, 3) };
}

function costWords(locale: Locale, value: CustomerValue): string {
  const { costMinor, simpleMinor } = value;
  if (costMinor === null) return words(locale).noCost;
  return words(locale).costOf(amount(locale, value, costMinor), amount(locale, value, simpleMinor));
}

function recommendationLines(locale: Locale, value: CustomerValue): Piece[][] {
  const { won, lost, withRecommendationsMinor } = value;
  const text = words(locale);
  if (won.count + lost.count === 0) return [];
  const people = (count: number) => counted(locale, count, customersBase(locale));
  const rewards = won.rewardMinor === 0 ? '' : `, ${text.rewards(amount(locale, value, won.rewardMinor))}`;
  const wins = `${people(won.count)}, ${amount(locale, value, won.valueMinor)}${rewards}`;
  return [
    ...(won.count > 0 ? [[{ bold: text.won }, wins]] : []),
    ...(lost.count > 0
      ? [[{ bold: text.lost }, `${people(lost.count)}, ${amount(locale, value, lost.valueMinor)}`]]
      : []),
    [{ bold: text.together }, amount(locale, value, withRecommendationsMinor)],
  ];
}

function predictedLines(locale: Locale, value: CustomerValue): Piece[][] {
  const { predicted } = value;
  if (!predicted) return [];
  const text = words(locale);
  const told = text.ahead(
    formatNumber(locale, predicted.days),
    aboutNumber(locale, predicted.orders),
    predicted.valueMinor === null ? text.unknownAmount : aboutMoney(locale, predicted.valueMinor, value.currency),
    predicted.told ? text.risk(shareWords(locale, predicted.told)) : '',
  );
  return [[{ bold: text.predicted }, told]];
}

function amount(locale: Locale, { currency }: CustomerValue, minor: number | null): string {
  return minor === null ? words(locale).unknown : averageAmountWords(locale, minor, currency);
}
