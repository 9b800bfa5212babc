import { currencyDigits, toCurrency } from './currency.ts';
import { readNumber, type WrittenNumber } from './numbers.ts';
import type { RowReason } from './refusal.ts';
import type { RowRules } from './row-rules.ts';

export interface Money {
  readonly minor: number;
  readonly currency: string;
  /** The amount and the currency as the row itself has them, for its content key: "29.33", "29.33 USD". */
  readonly written: string;
}

/** An amount and the currency column beside it ('' for none), as minor units; or which of the two is wrong, and why. */
export function readMoney(
  amount: string,
  currencyCell: string,
  rules: RowRules,
): Money | { readonly at: 'amount' | 'currency'; readonly reason: RowReason } {
  const number = readNumber(amount, rules.numberStyle);
  if ('code' in number) return { at: 'amount', reason: number };
  if ('readings' in number) return { at: 'amount', reason: { code: 'not-a-number' } };
  const currency = settleCurrency(number, currencyCell, rules);
  if (typeof currency !== 'string') return currency;
  const digits = currencyDigits(currency);
  const least = withoutTrailingZeros(number);
  if (least.scale > digits) return { at: 'amount', reason: { code: 'too-many-decimals', currency, digits } };
  const minor = least.unscaled * 10 ** (digits - least.scale);
  if (!Number.isSafeInteger(minor)) return { at: 'amount', reason: { code: 'amount-too-large' } };
  const says = currencyCell !== '' || number.currency !== null || rules.columns.currency !== null;
  return { minor, currency, written: toPlain(least) + (says ? ` ${currency}` : '') };
}

type MoneyFault = { readonly at: 'amount' | 'currency'; readonly reason: RowReason };

/** The column says it, else the amount's own sign, else the header, else the default; two that differ are a fault. */
function settleCurrency({ currency: sign }: WrittenNumber, cell: string, rules: RowRules): string | MoneyFault {
  let stated = rules.columns.currency;
  if (cell !== '') {
    const reading = toCurrency(cell, rules.columns.currency ?? rules.defaultCurrency);
    if ('code' in reading) return { at: 'currency', reason: reading };
    stated = reading.currency;
  }
  if (sign === null) return stated ?? rules.defaultCurrency ?? { at: 'amount', reason: { code: 'currency-missing' } };
  const reading = toCurrency(sign, stated ?? rules.defaultCurrency);
  if ('code' in reading) {
    const reason: RowReason = reading.code === 'unknown-currency' ? { code: 'not-a-number' } : reading;
    return { at: 'amount', reason };
  }
  if (stated && stated !== reading.currency) {
    return { at: 'amount', reason: { code: 'currency-differs', written: reading.currency, expected: stated } };
  }
  return reading.currency;
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
