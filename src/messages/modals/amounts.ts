import { type Money, minorDigits } from '../../loyalty/facts/money.ts';
import type { Locale } from '../../text/define-text.ts';

/** An amount that was typed: null where nothing was, or what is wrong with it in words. */
export type TypedAmount = Money | null | { readonly wrong: string };

/** Reads an amount as a person of one language types it: "1.234,50" or "300 EUR". */
export type ReadAmount = (typed: string) => TypedAmount;

/** Whether a typed amount cannot be taken. */
export function isWrong(amount: TypedAmount): amount is { readonly wrong: string } {
  return amount !== null && 'wrong' in amount;
}

/** The words under the fields whose amounts cannot be taken. */
export function amountErrors(amounts: Readonly<Record<string, TypedAmount>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([block, amount]) => (isWrong(amount) ? [[block, amount.wrong]] : [])),
  );
}

/** An amount as it stands in a field to be changed: "1234,50 DKK"; read back it is the same. */
export function amountText(money: Money | null, locale: Locale): string {
  if (money === null) return '';
  const digits = minorDigits(money.currency);
  const plain = (money.amountMinor / 10 ** digits).toFixed(digits);
  return `${locale === 'en' ? plain : plain.replace('.', ',')} ${money.currency}`;
}
