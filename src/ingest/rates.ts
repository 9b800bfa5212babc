import type { RowReason } from '../facts/refusal.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import { cellsOf, type Fault } from './cells.ts';
import { toCurrency } from './currency.ts';
import { toMoment } from './dates.ts';
import { readNumber } from './numbers.ts';
import type { RowRules } from './row-rules.ts';
import { readWhen } from './when.ts';

/** How many decimals of a rate are kept. */
export const rateDigits = 10;
/** A rate of more is a slip. */
const mostRate = 1e9;

/** Turns the cells of one record into a rate, or says what is wrong with it. */
export function createRateReader(rules: RowRules): (cells: readonly string[]) => CurrencyRate | Fault {
  const cell = cellsOf(rules.columns);

  return (cells) => {
    const currency = readCurrency(cell(cells, 'currency').trim());
    if (typeof currency !== 'string') return { column: 'currency', reason: currency };
    const date = readWhen('date', cell(cells, 'date'), rules);
    if ('reason' in date) return date;
    const stated = cell(cells, 'base').trim() || (rules.columns.currency ?? rules.defaultCurrency ?? '');
    const base = readCurrency(stated, rules.defaultCurrency);
    if (typeof base !== 'string') return { column: 'base', reason: base };
    if (base === currency) return { column: 'currency', reason: { code: 'same-currency' } };
    const rate = readRate(cell(cells, 'rate').trim(), rules);
    if (typeof rate !== 'number') return { column: 'rate', reason: rate };
    const units = cell(cells, 'units').trim() || '1';
    if (!/^[1-9]\d{0,6}$/.test(units)) return { column: 'units', reason: { code: 'not-a-number' } };
    // Central banks tell many rates for 100 units.
    const kept = Number((rate / Number(units)).toFixed(rateDigits));
    if (kept === 0) return { column: 'rate', reason: { code: 'not-a-rate', digits: rateDigits } };
    return { currency, base, day: toMoment(date, rules.zone).day, rate: kept };
  };
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
