import type { RowReason } from '../facts/refusal.ts';
import { minorDigits } from '../loyalty/facts/money.ts';
import type { Fault } from './cells.ts';
import { toCurrency } from './currency.ts';
import { readNumber, type WrittenNumber } from './numbers.ts';
import type { RowRules } from './row-rules.ts';

/** What amounts are read by. */
export interface MoneyRules extends Pick<RowRules, 'numberStyle' | 'defaultCurrency' | 'decimals'> {
  readonly columns: Pick<RowRules['columns'], 'currency' | 'says'>;
}

export interface ReadMoney {
  readonly minor: number;
  readonly currency: string;
  /** The amount and the currency as the row itself has them, for its content key: "29.33", "29.33 USD". */
  readonly written: string;
  /** The same as it is meant: the currency stands behind it where it is another than that of amounts without one. */
  readonly meant: string;
}

/** An amount and the currency column beside it ('' for none), as minor units; or which of the two is wrong, and why. */
export function readMoney(
  amount: string,
  currencyCell: string,
  rules: MoneyRules,
  column = 'amount',
): ReadMoney | { readonly at: 'amount' | 'currency'; readonly reason: RowReason } {
  const number = readNumber(amount, rules.numberStyle);
  if ('code' in number) return { at: 'amount', reason: number };
  if ('readings' in number) return { at: 'amount', reason: { code: 'not-a-number' } };
  const currency = settleCurrency(number, currencyCell, rules, column);
  if (typeof currency !== 'string') return currency;
  const digits = minorDigits(currency);
  const least = withoutTrailingZeros(inUnits(number, rules.columns.says[column]?.unit, digits));
  if (least.scale > digits && rules.decimals !== 'round')
    return { at: 'amount', reason: { code: 'too-many-decimals', currency, digits } };
  const minor = inMinor(least, digits);
  if (!Number.isSafeInteger(minor)) return { at: 'amount', reason: { code: 'amount-too-large' } };
  const says = currencyCell !== '' || number.currency !== null || rules.columns.currency !== null;
  const [plain, named] = [toPlain(least), ` ${currency}`];
  const isOther = says && currency !== rules.defaultCurrency;
  return { minor, currency, written: plain + (says ? named : ''), meant: plain + (isOther ? named : '') };
}

/** Something paid, in a column of its own: 0 or more; null where the cell is empty. */
export function readPaid(column: string, cell: string, currency: string, rules: MoneyRules): ReadMoney | null | Fault {
  if (cell.trim() === '') return null;
  const money = readMoney(cell, currency.trim(), rules, column);
  if ('reason' in money) return { column: money.at === 'amount' ? column : 'currency', reason: money.reason };
  return money.minor < 0 ? { column, reason: { code: 'amount-negative' } } : money;
}

type MoneyFault = { readonly at: 'amount' | 'currency'; readonly reason: RowReason };

/** The column says it, else the header, else the amount's own sign, else the default; two that differ are a fault. */
function settleCurrency(
  { currency: sign }: WrittenNumber,
  cell: string,
  rules: MoneyRules,
  column: string,
): string | MoneyFault {
  const word = cell === '' ? rules.columns.currency : cell;
  const stated = word === null ? null : toCurrency(word, rules.defaultCurrency);
  if (stated && 'code' in stated) return { at: cell === '' ? 'amount' : 'currency', reason: stated };
  // "Beløb i DKK" beside "EUR": the column may say what was paid in, and the amount stands converted.
  const ofHeader = cell === '' ? undefined : rules.columns.says[column]?.currency;
  const named = stated && ofHeader !== undefined ? toCurrency(ofHeader, stated.currency) : null;
  if (stated && named && 'currency' in named && named.currency !== stated.currency) {
    return {
      at: 'currency',
      reason: { code: 'currency-of-header', written: stated.currency, expected: named.currency },
    };
  }
  const expected = stated?.currency ?? rules.defaultCurrency;
  if (sign === null) return expected ?? { at: 'amount', reason: { code: 'currency-missing' } };
  const own = toCurrency(sign, expected);
  if ('code' in own) {
    // A word beside the digits that is no currency: "12 pcs".
    return { at: 'amount', reason: own.code === 'unknown-currency' ? { code: 'not-a-number' } : own };
  }
  if (stated && stated.currency !== own.currency) {
    return { at: 'amount', reason: { code: 'currency-differs', written: own.currency, expected: stated.currency } };
  }
  return own.currency;
}

/** What the header makes of a number: thousands, or the smallest units of the currency. */
function inUnits(number: WrittenNumber, unit: number | 'minor' | undefined, digits: number): WrittenNumber {
  if (unit === undefined) return number;
  const scale = number.scale - (unit === 'minor' ? -digits : unit);
  return scale >= 0 ? { ...number, scale } : { ...number, scale: 0, unscaled: number.unscaled * 10 ** -scale };
}

/** What is less than the smallest unit is rounded, half away from zero. */
function inMinor({ unscaled, scale }: WrittenNumber, digits: number): number {
  if (scale <= digits) return unscaled * 10 ** (digits - scale);
  return Math.sign(unscaled) * Math.round(Math.abs(unscaled) / 10 ** (scale - digits)) + 0;
}

/** 1.50, 1,5 and 1.5 in one form. */
function withoutTrailingZeros(number: WrittenNumber): WrittenNumber {
  let { unscaled, scale } = number;
  for (; scale > 0 && unscaled % 10 === 0; scale--) unscaled /= 10;
  return scale === number.scale ? number : { ...number, unscaled, scale };
}

function toPlain({ unscaled, scale }: WrittenNumber): string {
  const digits = String(Math.abs(unscaled)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return (unscaled < 0 ? '-' : '') + (scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`);
}
