import type { Locale } from './define-text.ts';
import { formatMoney } from './money.ts';
import { formatNumber, formatPercent, formatSigned } from './number.ts';

/** What numbers are. */
export type Unit =
  /** Signed, without a sign for percent: NPS. */
  | { readonly kind: 'score' }
  /** 0 to 1, told as percent. */
  | { readonly kind: 'share' }
  | { readonly kind: 'number' }
  /** Minor units; `digits` is how many decimals they are. */
  | { readonly kind: 'money'; readonly currency: string; readonly digits: number };

/** Decimals with which a value is shown, where it need not be exact; of a share those of its percent. */
export const leastDigits: Readonly<Record<Unit['kind'], number>> = { score: 0, share: 1, number: 1, money: 0 };

/** A number for people: "+34", "44.1%", "66.7", "1.234 kr.". @param digits of an amount all that it has, where left out */
export function unitWords(locale: Locale, unit: Unit, value: number, digits?: number): string {
  switch (unit.kind) {
    case 'score':
      return formatSigned(locale, value, digits ?? leastDigits.score);
    case 'share':
      return formatPercent(locale, value, digits ?? leastDigits.share);
    case 'number':
      return formatNumber(locale, value, digits ?? leastDigits.number);
    case 'money': {
      const step = digits === undefined ? null : 10 ** Math.max(0, unit.digits - digits);
      return formatMoney(locale, step ? roundAway(value / step) * step : value, unit.currency, unit.digits);
    }
  }
}

/** The same for an axis, where whole numbers do unless the steps are finer. */
export function tickWords(locale: Locale, unit: Unit, value: number): string {
  return unitWords(locale, unit, value, leastDigits[unit.kind]);
}

/** The same beside a point: of large amounts the small change is left out. */
export function labelWords(locale: Locale, unit: Unit, value: number): string {
  const isLarge = unit.kind === 'money' && Math.abs(value) >= 100 * 10 ** unit.digits;
  return isLarge ? tickWords(locale, unit, value) : unitWords(locale, unit, value);
}

/** Half away from zero. */
export function roundAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}
