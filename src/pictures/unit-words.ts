import type { Locale } from '../text/define-text.ts';
import { formatMoney } from '../text/money.ts';
import { formatNumber, formatPercent, formatSigned } from '../text/number.ts';
import type { Unit } from './picture.ts';

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
