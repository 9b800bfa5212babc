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

/** A number for people: "+34", "44.1%", "66.7", "1.234 kr.". */
export function unitWords(locale: Locale, unit: Unit, value: number): string {
  switch (unit.kind) {
    case 'score':
      return formatSigned(locale, value);
    case 'share':
      return formatPercent(locale, value);
    case 'number':
      return formatNumber(locale, value, 1);
    case 'money':
      return formatMoney(locale, value, unit.currency, unit.digits);
  }
}

/** The same for an axis, where whole numbers do unless the steps are finer. */
export function tickWords(locale: Locale, unit: Unit, value: number): string {
  if (unit.kind !== 'money') return unitWords(locale, unit, value);
  const whole = 10 ** unit.digits;
  return formatMoney(locale, Math.round(value / whole) * whole, unit.currency, unit.digits);
}

/** The same beside a point: of large amounts the small change is left out. */
export function labelWords(locale: Locale, unit: Unit, value: number): string {
  const isLarge = unit.kind === 'money' && Math.abs(value) >= 100 * 10 ** unit.digits;
  return isLarge ? tickWords(locale, unit, value) : unitWords(locale, unit, value);
}
