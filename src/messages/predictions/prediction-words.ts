import type { ToldPrediction } from '../../facts/prediction.ts';
import type { DegenerateReason } from '../../loyalty/prediction/bg-nbd.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentence } from '../../text/sentence.ts';
import { amountWords } from '../words/money-words.ts';

const words = defineText({
  en: {
    none: 'There is no prediction yet. The first is made as soon as orders are imported, then one every night.',
    first: 'The first prediction is being made. Ask again in a minute.',
    atWork: 'A new prediction is being made.',
    asOf: (day: string) => `Orders before ${day}.`,
    noDropOut: 'No drop-out can be seen in these data',
    'too-few': 'there are too few customers who came back.',
    'no-repeats': 'no customer has come back yet.',
    'no-drop-out': 'the orders would look the same if nobody had dropped out.',
    'no-maximum': 'several models fit them equally well, so none can be chosen.',
    customers: (all: string, repeaters: string, share: string) =>
      `Customers with an order: ${all}. Of these, ${repeaters} (${share}) came back.`,
    gap: (orders: string, days: string) => `Repeat orders: ${orders}, on average ${days} days after the one before.`,
    recent: (count: string, days: string) => `Ordered in the last ${days} days: ${count}.`,
    orderValue: (money: string) => `Average repeat order: ${money}`,
    orders: { one: 'order', many: 'orders' },
    leftOut: (orders: string) => `Amounts left out for want of a rate: ${orders}.`,
  },
  da: {
    none: 'Der er ingen prognose endnu. Den første laves, så snart der er indlæst ordrer, derefter en hver nat.',
    first: 'Den første prognose er ved at blive lavet. Spørg igen om et minut.',
    atWork: 'En ny prognose er ved at blive lavet.',
    asOf: (day: string) => `Ordrer før ${day}.`,
    noDropOut: 'Ud fra disse data kan man ikke se, om kunder falder fra',
    'too-few': 'For få kunder er kommet igen.',
    'no-repeats': 'Ingen kunder er kommet igen endnu.',
    'no-drop-out': 'Ordrerne ville se ens ud, hvis ingen var faldet fra.',
    'no-maximum': 'Flere modeller passer lige godt, så ingen af dem kan vælges.',
    customers: (all: string, repeaters: string, share: string) =>
      `Kunder med en ordre: ${all}. Af dem er ${repeaters} (${share}) kommet igen.`,
    gap: (orders: string, days: string) => `Genkøb: ${orders}, i gennemsnit ${days} dage efter den forrige ordre.`,
    recent: (count: string, days: string) => `Har købt inden for de seneste ${days} dage: ${count}.`,
    orderValue: (money: string) => `Gennemsnitligt genkøb: ${money}`,
    orders: { one: 'ordre', many: 'ordrer' },
    leftOut: (orders: string) => `Beløb udeladt, da kursen mangler: ${orders}.`,
  },
  nb: {
    none: 'Det finnes ingen prognose ennå. Den første lages så snart det er importert ordrer, deretter en hver natt.',
    first: 'Den første prognosen er under arbeid. Spør igjen om et minutt.',
    atWork: 'En ny prognose er under arbeid.',
    asOf: (day: string) => `Ordrer før ${day}.`,
    noDropOut: 'Ut fra disse dataene kan man ikke se om kunder faller fra',
    'too-few': 'For få kunder har kommet tilbake.',
    'no-repeats': 'Ingen kunder har kommet tilbake ennå.',
    'no-drop-out': 'Ordrene ville sett like ut om ingen hadde falt fra.',
    'no-maximum': 'Flere modeller passer like godt, så ingen av dem kan velges.',
    customers: (all: string, repeaters: string, share: string) =>
      `Kunder med en ordre: ${all}. Av dem har ${repeaters} (${share}) kommet tilbake.`,
    gap: (orders: string, days: string) => `Gjenkjøp: ${orders}, i snitt ${days} dager etter forrige ordre.`,
    recent: (count: string, days: string) => `Har kjøpt de siste ${days} dagene: ${count}.`,
    orderValue: (money: string) => `Gjennomsnittlig gjenkjøp: ${money}`,
    orders: { one: 'ordre', many: 'ordrer' },
    leftOut: (orders: string) => `Beløp utelatt siden kursen mangler: ${orders}.`,
  },
});

/** That nothing is predicted yet, and when it will be. */
export function noPredictionWords(locale: Locale, atWork: boolean): string {
  return atWork ? words(locale).first : words(locale).none;
}

/** "Orders before 3 March 2026. A new prediction is being made." */
export function asOfWords(locale: Locale, { asOf, facts }: ToldPrediction, atWork: boolean): string[] {
  const text = words(locale);
  return [
    text.asOf(formatDay(locale, asOf)),
    ...(facts.amountsLeftOut > 0 ? [text.leftOut(counted(locale, facts.amountsLeftOut, text.orders))] : []),
    ...(atWork ? [text.atWork] : []),
  ];
}

/** "No drop-out can be seen in these data: …" */
export function degenerateWords(locale: Locale, why: DegenerateReason): string {
  const text = words(locale);
  return `${text.noDropOut}: ${text[why]}`;
}

/** What the orders say without a model. */
export function plainLines(locale: Locale, { facts, currency }: ToldPrediction): string[] {
  const text = words(locale);
  const { customers, repeaters, repeatOrders, meanGapDays, recentlyActive, meanOrderValue } = facts.plain;
  const count = (value: number) => formatNumber(locale, value);
  if (customers === 0) return [];
  return [
    text.customers(count(customers), count(repeaters), formatPercent(locale, repeaters / customers)),
    ...(meanGapDays === null ? [] : [text.gap(count(repeatOrders), count(meanGapDays))]),
    text.recent(count(recentlyActive), count(facts.terms.riskDays)),
    ...(meanOrderValue === null
      ? []
      : [sentence(text.orderValue(amountWords(locale, { amountMinor: Math.round(meanOrderValue), currency })))]),
  ];
}
