import type { Locale } from './define-text.ts';
import { formatNumber, numberFormat, trueMinus } from './number.ts';

/**
 * An amount for people: "1.234,50 kr.". Whole amounts show no decimals.
 *
 * @param amountMinor minor units of the currency (øre, cents)
 * @param currency ISO 4217; a code that `Intl` does not take is written after the plain number
 */
export function formatMoney(locale: Locale, amountMinor: number, currency: string): string {
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${formatNumber(locale, amountMinor / 100, 2)} ${currency}`;
  const format = numberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return trueMinus(format.format(amountMinor / 10 ** digits));
}
