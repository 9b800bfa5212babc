import { type Money, minorDigits } from '../../loyalty/facts/money.ts';
import { roundHalfAway } from '../../loyalty/rounding.ts';
import type { Locale } from '../../text/define-text.ts';
import { formatSome } from '../../text/list.ts';
import { formatMoney } from '../../text/money.ts';

const mostShown = 5;

/** "1.234 kr. og 20 €": currencies are never added; the rest of very many is counted. Null for none. */
export function moneyWords(locale: Locale, amounts: readonly Money[]): string | null {
  if (amounts.length === 0) return null;
  const shown = amounts.map((amount) => amountWords(locale, amount));
  return formatSome(locale, shown, mostShown);
}

/** The same for a list or a headline, where small change only takes room: "1.235 kr. og 20 €". */
export function wholeMoneyWords(locale: Locale, amounts: readonly Money[]): string | null {
  return amounts.length === 0
    ? null
    : formatSome(
        locale,
        amounts.map((amount) => wholeAmountWords(locale, amount)),
        mostShown,
      );
}

/** One amount in whole units of its currency. */
export function wholeAmountWords(locale: Locale, { amountMinor, currency }: Money): string {
  const unit = 10 ** minorDigits(currency);
  return amountWords(locale, { amountMinor: roundHalfAway(amountMinor / unit) * unit, currency });
}

/** One amount, rounded here and nowhere before: "1.234,50 kr.". Letters alone make a currency, so that the words are safe wherever they stand. */
export function amountWords(locale: Locale, { amountMinor, currency }: Money): string {
  const code = currency.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 10);
  return formatMoney(locale, roundHalfAway(amountMinor), code, minorDigits(code)).trim();
}
