import type { Locale } from './define-text.ts';
import { formatNumber, numberFormats, trueMinus } from './number.ts';

/**
 * An amount for people: "1.234,50 kr.". Whole amounts show no decimals.
 *
 * @param amountMinor minor units of the currency (øre, cents)
 * @param currency ISO 4217; a code that `Intl` does not take is written after the plain number
 * @param digits decimals of the currency: `Intl` counts them by use, not by ISO 4217
 */
export function formatMoney(locale: Locale, amountMinor: number, currency: string, digits: number): string {
  const amount = amountMinor / 10 ** digits;
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${formatNumber(locale, amount, digits)} ${currency}`;
  return trueMinus(amounts(locale, currency, digits).format(amount));
}

const amounts = numberFormats((currency: string, digits: number) => ({
  style: 'currency',
  currency,
  trailingZeroDisplay: 'stripIfInteger',
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
}));
