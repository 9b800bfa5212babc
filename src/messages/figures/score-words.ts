import { minorDigits } from '../../loyalty/facts/money.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { roundHalfAway } from '../../loyalty/rounding.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPoints } from '../../text/number.ts';
import { leastDigits, roundAway, type Unit, unitWords } from '../../text/unit.ts';
import { amountWords } from '../words/money-words.ts';
import { unitOf } from './figure-unit.ts';

const words = defineText({
  en: {
    point: 'point',
    points: 'points',
    percentagePoint: 'percentage point',
    percentagePoints: 'percentage points',
  },
  da: { point: 'point', points: 'point', percentagePoint: 'procentpoint', percentagePoints: 'procentpoint' },
  nb: { point: 'poeng', points: 'poeng', percentagePoint: 'prosentpoeng', percentagePoints: 'prosentpoeng' },
});

/** A figure's name and, of amounts, its currency. */
export type Measured = Pick<FigureReport, 'figure' | 'currency'>;

/** "+30" for a score, "84%" for a share, "66.7" for an index, "2,500 kr." for an amount. */
export function scoreWords(locale: Locale, { figure, currency }: Measured, value: number): string {
  const unit = unitOf(figure, currency);
  return unit.kind === 'money' ? averageAmountWords(locale, value, unit.currency) : unitWords(locale, unit, value);
}

/**
 * An amount that was worked out: whole units of the currency from a hundred on, where decimals would only look exact.
 *
 * @param minor minor units, not necessarily whole
 */
export function averageAmountWords(locale: Locale, minor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  const amountMinor = Math.abs(minor) < 100 * unit ? roundHalfAway(minor) : roundHalfAway(minor / unit) * unit;
  return amountWords(locale, { amountMinor, currency });
}

/** "24 points", "2.5 percentage points", "500 kr.": how far two values are apart. */
export function distanceWords(locale: Locale, unit: Unit, size: number, digits: number): string {
  if (unit.kind === 'money') return unitWords(locale, unit, size, digits);
  const { point, points, percentagePoint, percentagePoints } = words(locale);
  const isShare = unit.kind === 'share';
  const [one, many] = isShare ? [percentagePoint, percentagePoints] : [point, points];
  const shown = isShare ? formatPoints(locale, size, digits).replace('+', '') : formatNumber(locale, size, digits);
  return `${shown} ${shown === '1' ? one : many}`;
}

/**
 * "24 points". The exact difference, rounded once; it has one decimal more where, rounded like the two scores, it would
 * not be the difference that people work out from them: 30.6 shown as +31 after 29.4 shown as +29 is up 1.2, not 1.
 */
export function differenceWords(locale: Locale, report: FigureReport): string {
  const { figure, value, previous, change, currency } = report;
  const unit = unitOf(figure, currency);
  const difference = change?.value ?? 0;
  const size = Math.abs(difference);
  if (unit.kind === 'money') return averageAmountWords(locale, size, unit.currency);
  const perStep = { score: 1, share: 1000, number: 10 }[unit.kind];
  const steps = (of: number | null) => roundAway((of ?? 0) * perStep);
  const more = steps(value) - steps(previous.value) === steps(difference) ? 0 : 1;
  return distanceWords(locale, unit, size, leastDigits[unit.kind] + more);
}
