import type { RowReason } from '../facts/refusal.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import { toCurrency } from './currency.ts';
import { toMoment } from './dates.ts';
import { readNumber } from './numbers.ts';
import { known, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { toDirect } from './to-direct.ts';

/** How many decimals a rate may have. */
export const rateDigits = 10;
/** Digits of a rate that is worked out from how it is told: more would show what computers make of decimals. */
const sureDigits = 14;
const keptDecimals = 16;
/** A rate of more is a slip. */
const mostRate = 1e9;

/** Turns the cells of one record into a rate, or says what is wrong with it. */
export function createRateReader(rules: RowRules) {
  return rowReader<CurrencyRate>(rules, (row) => {
    const currency = known('currency', readCurrency(row.cell('currency')));
    const date = row.date('date');
    const stated = row.cell('base') || (rules.columns.currency ?? rules.defaultCurrency ?? '');
    const base = known('base', readCurrency(stated, rules.defaultCurrency));
    if (base === currency) refuse('currency', { code: 'same-currency' });
    const rate = known('rate', readRate(row.cell('rate'), rules));
    const units = row.cell('units') || '1';
    if (!/^[1-9]\d{0,6}$/.test(units)) refuse('units', { code: 'not-a-number' });
    // Central banks tell many rates for 100 units.
    const kept = toKept(toDirect(rate, Number(units), rules.rates));
    if (kept === 0) refuse('rate', { code: 'not-a-rate', digits: rateDigits });
    const { day } = toMoment(date, rules.zone);
    // Told the other way round it says just what is needed where the currency is the one that is reported in.
    if (rules.rates === 'inverse' && currency === rules.defaultCurrency)
      return { currency: base, base: currency, day, rate: toKept(rate / Number(units)) };
    return { currency, base, day, rate: kept };
  });
}

function toKept(rate: number): number {
  return Number(Number(rate.toPrecision(sureDigits)).toFixed(keptDecimals));
}

function readCurrency(text: string, expected: string | null = null): string | RowReason {
  if (text === '') return { code: 'missing' };
  const reading = toCurrency(text, expected);
  return 'currency' in reading ? reading.currency : reading;
}

/** A rate as typed: more than 0, with at most so many decimals as are kept. */
export function readRate(text: string, { numberStyle }: Pick<RowRules, 'numberStyle'>): number | RowReason {
  if (text === '') return { code: 'missing' };
  const number = readNumber(text, numberStyle);
  if (!('unscaled' in number) || number.currency !== null) return { code: 'not-a-number' };
  const rate = number.unscaled / 10 ** number.scale;
  return rate > 0 && rate <= mostRate && number.scale <= rateDigits ? rate : { code: 'not-a-rate', digits: rateDigits };
}
