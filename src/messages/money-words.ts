import type { Locale } from '../text/define-text.ts';
import { formatList } from '../text/list.ts';
import { formatMoney } from '../text/money.ts';
import { formatNumber } from '../text/number.ts';
import type { Money } from './reply.ts';

const mostShown = 5;

/** "1.234 kr. og 20 €": currencies are never added; the rest of very many is counted. Null for none. */
export function moneyWords(locale: Locale, amounts: readonly Money[]): string | null {
  if (amounts.length === 0) return null;
  const shown = amounts
    .slice(0, mostShown)
    .map(({ amountMinor, currency }) => formatMoney(locale, amountMinor, currency));
  const left = amounts.length - shown.length;
  return formatList(locale, left > 0 ? [...shown, `+${formatNumber(locale, left)}`] : shown);
}
