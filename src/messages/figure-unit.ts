import type { FigureName } from '../loyalty/figures/figure.ts';
import { minorDigits } from '../loyalty/money.ts';
import type { Unit } from '../text/unit.ts';

/**
 * What the values of a figure are.
 *
 * @param currency of figures that are amounts of money
 */
export function unitOf(figure: FigureName, currency = ''): Unit {
  const kind = kinds[figure] ?? 'share';
  return kind === 'money' ? { kind, currency, digits: minorDigits(currency) } : { kind };
}

/** Those that are left out are shares. */
const kinds: Readonly<Record<string, Unit['kind']>> = { nps: 'score', cli: 'number', clv: 'money', cac: 'money' };
