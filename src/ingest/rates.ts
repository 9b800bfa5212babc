import type { RowReason } from '../facts/refusal.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import { toCurrency } from './currency.ts';
import { toMoment } from './dates.ts';
import { readNumber } from './numbers.ts';
import { known, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';

/** How many decimals of a rate are kept. */
export const rateDigits = 10;
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
    const kept = Number((rate / Number(units)).toFixed(rateDigits));
    if (kept === 0) refuse('rate', { code: 'not-a-rate', digits: rateDigits });
    return { currency, base, day: toMoment(date, rules.zone).day, rate: kept };
  });
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
