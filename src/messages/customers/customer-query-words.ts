import type { ContactQuery, CustomerQuery, NumberRange } from '../../loyalty/customer-query.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import type { Dimension } from '../../loyalty/figures/figure.ts';
import { briefInQuotes } from '../../text/brief.ts';
import { formatDays } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { amountWords } from '../words/money-words.ts';
import { partWords } from '../words/part-words.ts';
import { boundWords, rangeWords } from '../words/range-words.ts';

const words = defineText({
  en: {
    lapsed: 'lapsed',
    owner: (name: string) => `looked after by ${name}`,
    nobodys: 'looked after by nobody',
    new: (days: string) => `new ${days}`,
    newest: (days: string) => `new in the last ${days} days`,
    knownFor: (range: string) => `known for ${range} days`,
    value: (range: string) => `value ${range}`,
    orders: (range: string) => `orders ${range}`,
    last: (range: string) => `newest order ${range} days ago`,
    nps: (range: string) => `newest NPS ${range}`,
    campaign: (name: string) => `campaign ${name}`,
    variant: (name: string) => `variant ${name}`,
    noVariant: 'no variant',
    responded: 'responded',
    over: 'over',
    under: 'under',
  },
  da: {
    lapsed: 'frafaldne',
    owner: (name: string) => `kundeansvarlig ${name}`,
    nobodys: 'uden kundeansvarlig',
    new: (days: string) => `nye ${days}`,
    newest: (days: string) => `nye de seneste ${days} dage`,
    knownFor: (range: string) => `kendt i ${range} dage`,
    value: (range: string) => `værdi ${range}`,
    orders: (range: string) => `ordrer ${range}`,
    last: (range: string) => `nyeste ordre for ${range} dage siden`,
    nps: (range: string) => `nyeste NPS ${range}`,
    campaign: (name: string) => `kampagnen ${name}`,
    variant: (name: string) => `varianten ${name}`,
    noVariant: 'uden variant',
    responded: 'svarede',
    over: 'over',
    under: 'under',
  },
  nb: {
    lapsed: 'frafalne',
    owner: (name: string) => `kundeansvarlig ${name}`,
    nobodys: 'uten kundeansvarlig',
    new: (days: string) => `nye ${days}`,
    newest: (days: string) => `nye de siste ${days} dagene`,
    knownFor: (range: string) => `kjent i ${range} dager`,
    value: (range: string) => `verdi ${range}`,
    orders: (range: string) => `ordrer ${range}`,
    last: (range: string) => `nyeste ordre for ${range} dager siden`,
    nps: (range: string) => `nyeste NPS ${range}`,
    campaign: (name: string) => `kampanjen ${name}`,
    variant: (name: string) => `varianten ${name}`,
    noVariant: 'uten variant',
    responded: 'svarte',
    over: 'over',
    under: 'under',
  },
});

const dimensions: readonly Dimension[] = ['rung', 'country', 'segment', 'source'];

/**
 * What has to hold of the customers of a list, in the order of the words: "ambassadors", "country NO", "orders 4 or more". Not escaped.
 *
 * @param ownerName what the member is called who looks after them; null: not known
 */
export function queryWords(
  locale: Locale,
  query: CustomerQuery,
  currency: string,
  ownerName: string | null = null,
): string[] {
  const text = words(locale);
  const { owner, lapsed, known, knownFor, value, orders, last, nps, campaign } = query;
  const parts = dimensions.flatMap((dimension) => {
    const part = query[dimension as 'country'];
    return part === null ? [] : [partWords(locale, { dimension, value: part })];
  });
  const range = (of: NumberRange) => rangeWords(locale, of);
  return [
    ...parts,
    // A row of an earlier release has none.
    ...(owner == null ? [] : [owner === '' ? text.nobodys : text.owner(ownerName ?? owner)]),
    ...(lapsed ? [text.lapsed] : []),
    ...(known ? [text.new(formatDays(locale, known.from, known.to))] : []),
    ...(knownFor ? [knownWords(locale, knownFor)] : []),
    ...(value ? [text.value(valueWords(locale, value, currency))] : []),
    ...(orders ? [text.orders(range(orders))] : []),
    ...(last ? [text.last(range(last))] : []),
    ...(nps ? [text.nps(range(nps))] : []),
    ...(campaign ? contactWords(locale, campaign) : []),
  ];
}

/** "campaign “Spring”", "variant “Box”", "responded" */
function contactWords(locale: Locale, { name, variant, responded }: ContactQuery): string[] {
  const text = words(locale);
  const quoted = (typed: string) => briefInQuotes(locale, typed);
  return [
    text.campaign(quoted(name)),
    ...(variant === null ? [] : [variant === '' ? text.noVariant : text.variant(quoted(variant))]),
    ...(responded ? [text.responded] : []),
  ];
}

/** Known since at most 29 days is new in the last 30. */
function knownWords(locale: Locale, range: NumberRange): string {
  const text = words(locale);
  const isNew = range.most !== null && (range.least ?? 0) <= 0;
  return isNew ? text.newest(formatNumber(locale, (range.most ?? 0) + 1)) : text.knownFor(rangeWords(locale, range));
}

/** One øre beyond a whole amount is "over" or "under" it, as it was typed. */
function valueWords(locale: Locale, { least, most }: NumberRange, currency: string): string {
  const text = words(locale);
  const bound = boundWords(locale);
  const unit = 10 ** minorDigits(currency);
  const amount = (amountMinor: number) => amountWords(locale, { amountMinor, currency });
  const from = (minor: number) =>
    (minor - 1) % unit === 0 ? `${text.over} ${amount(minor - 1)}` : bound.least(amount(minor));
  const to = (minor: number) =>
    (minor + 1) % unit === 0 ? `${text.under} ${amount(minor + 1)}` : bound.most(amount(minor));
  return [least === null ? '' : from(least), most === null ? '' : to(most)].filter((part) => part !== '').join(', ');
}
