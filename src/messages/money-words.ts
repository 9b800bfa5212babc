import { minorDigits } from '../loyalty/money.ts';
import type { Locale } from '../text/define-text.ts';
import { formatList } from '../text/list.ts';
import { formatMoney } from '../text/money.ts';
import { formatNumber } from '../text/number.ts';
import { shortened } from '../text/shorten.ts';
import { oneLine } from '../text/typed.ts';
import type { Money } from './reply.ts';

const mostShown = 5;

/** "1.234 kr. og 20 €": currencies are never added; the rest of very many is counted. Null for none. */
export function moneyWords(locale: Locale, amounts: readonly Money[]): string | null {
  if (amounts.length === 0) return null;
  const shown = amounts.slice(0, mostShown).map((amount) => amountWords(locale, amount));
  const left = amounts.length - shown.length;
  return formatList(locale, left > 0 ? [...shown, `+${formatNumber(locale, left)}`] : shown);
}

/** One amount: "1.234,50 kr.". */
export function amountWords(locale: Locale, { amountMinor, currency }: Money): string {
  return formatMoney(locale, amountMinor, shortened(oneLine(currency), 20), minorDigits(currency));
}
