import { minorDigits } from '../../loyalty/facts/money.ts';
import type { FigureReport } from '../../loyalty/figures/figure.ts';
import { figures } from '../../loyalty/figures/index.ts';
import { roundHalfAway } from '../../loyalty/rounding.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent, formatPoints, formatSigned } from '../../text/number.ts';
import { amountWords } from '../words/money-words.ts';

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
  switch (figures[figure].unit) {
    case 'score':
      return formatSigned(locale, value);
    case 'share':
      return formatPercent(locale, value);
    case 'index':
      return formatNumber(locale, value, 1);
    case 'money':
      return averageAmountWords(locale, value, currency ?? '');
  }
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

/**
 * "24 points". The exact difference, rounded once; it has one decimal more where, rounded like the two scores, it would
 * not be the difference that people work out from them: 30.6 shown as +31 after 29.4 shown as +29 is up 1.2, not 1.
 */
export function differenceWords(locale: Locale, report: FigureReport): string {
  const { figure, value, previous, change, currency } = report;
  const { point, points, percentagePoint, percentagePoints } = words(locale);
  const { unit } = figures[figure];
  const difference = change?.value ?? 0;
  const size = Math.abs(difference);
  if (unit === 'money') return averageAmountWords(locale, size, currency ?? '');
  const perStep = { score: 1, share: 1000, index: 10 }[unit];
  const steps = (of: number | null) => Math.sign(of ?? 0) * Math.round(Math.abs(of ?? 0) * perStep);
  const more = steps(value) - steps(previous.value) === steps(difference) ? 0 : 1;
  if (unit === 'share') {
    const shown = formatPoints(locale, size, 1 + more).replace('+', '');
    return `${shown} ${shown === '1' ? percentagePoint : percentagePoints}`;
  }
  const shown = formatNumber(locale, size, more + (unit === 'index' ? 1 : 0));
  return `${shown} ${shown === '1' ? point : points}`;
}
