import { minorDigits } from '../../loyalty/facts/money.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import type { Unit } from '../../text/unit.ts';

/**
 * What the values of a figure are.
 *
 * @param currency of figures that are amounts of money
 */
export function unitOf(figure: FigureName, currency = ''): Unit {
  const kind = figures[figure].unit;
  if (kind === 'money') return { kind, currency, digits: minorDigits(currency) };
  return { kind: kind === 'index' ? 'number' : kind };
}
