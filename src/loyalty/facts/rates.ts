import { roundHalfAway } from '../rounding.ts';
import type { Day } from '../time/period.ts';
import { type Money, minorDigits } from './money.ts';

/** One unit of `currency` is worth `rate` units of `base`, from `day` until the next rate. */
export interface CurrencyRate {
  readonly currency: string;
  readonly base: string;
  readonly day: Day;
  readonly rate: number;
}

/** About how many units one euro is worth, to tell the way round of a rate and its unit by. No figure is made of it. */
const roughlyPerEuro: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 1.1,
  GBP: 0.86,
  CHF: 0.95,
  DKK: 7.46,
  NOK: 11.5,
  SEK: 11.2,
  ISK: 148,
  PLN: 4.3,
  CZK: 25,
  HUF: 395,
  RON: 4.97,
  BGN: 1.96,
  TRY: 40,
  UAH: 45,
  JPY: 165,
  CNY: 7.8,
  KRW: 1560,
  INR: 95,
  IDR: 18_000,
  THB: 38,
  MYR: 4.9,
  SGD: 1.47,
  HKD: 8.6,
  TWD: 35,
  PHP: 64,
  VND: 28_000,
  AUD: 1.7,
  NZD: 1.85,
  CAD: 1.52,
  MXN: 21,
  BRL: 6.2,
  ZAR: 20,
  ILS: 4,
  AED: 4,
  SAR: 4.1,
};

/** About how many units of the base one unit of the currency is worth; null where that is not known. */
export function roughRate(currency: string, base: string): number | null {
  const [own, other] = [roughlyPerEuro[currency], roughlyPerEuro[base]];
  return own === undefined || other === undefined ? null : other / own;
}

/** What one currency's amounts are worth in the reporting currency, day by day. */
export interface Rates {
  /** The reporting currency, ISO 4217. */
  readonly base: string;
  /** Per currency, the oldest first. */
  readonly steps: ReadonlyMap<string, readonly CurrencyRate[]>;
}

/** An amount of a day. */
export interface DatedMoney extends Money {
  readonly day: Day;
}

/** An amount that is spread evenly over the days of a period, `to` not included. */
export interface SpreadMoney extends Money {
  readonly from: Day;
  readonly to: Day;
}

/** An amount in the reporting currency; or for which currency, on which day, there is no rate. Never taken 1:1. */
export type Converted =
  | { readonly kind: 'converted'; readonly amountMinor: number }
  | { readonly kind: 'missing'; readonly currency: string; readonly day: Day };

/** There is no rate by which an amount could be told in the reporting currency. */
export class MissingRate extends Error {
  readonly currency: string;
  readonly base: string;
  readonly day: Day;
  constructor(currency: string, base: string, day: Day) {
    super(`No rate from ${currency} into ${base}`);
    this.name = 'MissingRate';
    this.currency = currency;
    this.base = base;
    this.day = day;
  }
}

/** The rates into a reporting currency, out of all that a workspace keeps. */
export function ratesInto(base: string, all: readonly CurrencyRate[]): Rates {
  const steps = new Map<string, CurrencyRate[]>();
  for (const rate of all) {
    if (rate.base !== base || rate.currency === base) continue;
    const known = steps.get(rate.currency);
    if (known) known.push(rate);
    else steps.set(rate.currency, [rate]);
  }
  for (const list of steps.values()) list.sort((a, b) => a.day - b.day);
  return { base, steps };
}

/** How many units of the reporting currency one unit of `currency` is worth on a day; null: no rate holds yet. */
export function rateOn(rates: Rates, currency: string, day: Day): number | null {
  if (currency === rates.base) return 1;
  return rates.steps.get(currency)?.findLast((step) => step.day <= day)?.rate ?? null;
}

/**
 * The sum of amounts in minor units of the reporting currency, rounded once, half away from zero: 1 000 JPY at 0.0456 are
 * 45.60 kr.
 *
 * @returns the first amount's currency and day for which there is no rate, where there is none
 */
export function convert(rates: Rates, amounts: Iterable<DatedMoney | SpreadMoney>): Converted {
  const exact = convertExactly(rates, amounts);
  return exact.kind === 'converted' ? { ...exact, amountMinor: roundHalfAway(exact.amountMinor) } : exact;
}

/** The same, not rounded: for figures, which are rounded when they are told. */
export function convertExactly(rates: Rates, amounts: Iterable<DatedMoney | SpreadMoney>): Converted {
  let sum = 0;
  for (const amount of amounts) {
    const part = 'day' in amount ? worthOf(rates, amount, amount.day) : worthOfSpread(rates, amount);
    if (typeof part !== 'number') return part;
    sum += part;
  }
  return { kind: 'converted', amountMinor: sum };
}

type Missing = Extract<Converted, { kind: 'missing' }>;

/** Minor units of the reporting currency, unrounded. */
function worthOf(rates: Rates, { amountMinor, currency }: Money, day: Day): number | Missing {
  if (currency === rates.base) return amountMinor;
  const rate = rateOn(rates, currency, day);
  if (rate === null) return amountMinor === 0 ? 0 : { kind: 'missing', currency, day };
  const digits = minorDigits(rates.base) - minorDigits(currency);
  return digits >= 0 ? amountMinor * rate * 10 ** digits : (amountMinor * rate) / 10 ** -digits;
}

/** Each of its days at the rate of that day. */
function worthOfSpread(rates: Rates, { amountMinor, currency, from, to }: SpreadMoney): number | Missing {
  const changes = (rates.steps.get(currency) ?? []).map(({ day }) => day).filter((day) => day > from && day < to);
  const starts = [from, ...changes];
  let sum = 0;
  for (const [i, start] of starts.entries()) {
    const share = ((starts[i + 1] ?? to) - start) / (to - from);
    const part = worthOf(rates, { amountMinor: amountMinor * share, currency }, start);
    if (typeof part !== 'number') return part;
    sum += part;
  }
  return sum;
}
