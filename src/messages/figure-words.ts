import { type FigureReport, firmBase, leastBase } from '../loyalty/figures/figure.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatNumber, formatPercent, formatPoints, formatSigned } from '../text/number.ts';
import { counted } from '../text/plural.ts';
import { figureTerms } from '../text/terms.ts';
import { previousWords } from './window-words.ts';

const words = defineText({
  en: {
    notEnough: (base: string) => `not enough data (${base})`,
    interval: (low: string, high: string) => `95% interval ${low} to ${high}`,
    indicative: 'indicative',
    up: (points: string, from: string, before: string) => `Up ${points} from ${from} in ${before}: a proven change.`,
    down: (points: string, from: string, before: string) =>
      `Down ${points} from ${from} in ${before}: a proven change.`,
    unproven: (before: string, then: string) => `No change proven against ${before}: ${then}.`,
    nothingBefore: (before: string, base: string) => `Too little in ${before} to compare with (${base}).`,
    shortUnproven: 'no change proven',
    point: 'point',
    points: 'points',
    percentagePoint: 'percentage point',
    percentagePoints: 'percentage points',
  },
  da: {
    notEnough: (base: string) => `ikke nok data (${base})`,
    interval: (low: string, high: string) => `95 %-interval ${low} til ${high}`,
    indicative: 'vejledende',
    up: (points: string, from: string, before: string) =>
      `Steget ${points} fra ${from} i ${before}: en sikker ændring.`,
    down: (points: string, from: string, before: string) =>
      `Faldet ${points} fra ${from} i ${before}: en sikker ændring.`,
    unproven: (before: string, then: string) => `Ingen sikker ændring i forhold til ${before}: ${then}.`,
    nothingBefore: (before: string, base: string) => `For lidt at sammenligne med i ${before} (${base}).`,
    shortUnproven: 'ingen sikker ændring',
    point: 'point',
    points: 'point',
    percentagePoint: 'procentpoint',
    percentagePoints: 'procentpoint',
  },
  nb: {
    notEnough: (base: string) => `ikke nok data (${base})`,
    interval: (low: string, high: string) => `95 %-intervall ${low} til ${high}`,
    indicative: 'veiledende',
    up: (points: string, from: string, before: string) => `Opp ${points} fra ${from} i ${before}: en sikker endring.`,
    down: (points: string, from: string, before: string) => `Ned ${points} fra ${from} i ${before}: en sikker endring.`,
    unproven: (before: string, then: string) => `Ingen sikker endring sammenlignet med ${before}: ${then}.`,
    nothingBefore: (before: string, base: string) => `For lite å sammenligne med i ${before} (${base}).`,
    shortUnproven: 'ingen sikker endring',
    point: 'poeng',
    points: 'poeng',
    percentagePoint: 'prosentpoeng',
    percentagePoints: 'prosentpoeng',
  },
});

/** "100 answers"; customers for the repeat purchase rate. */
export function baseWords(locale: Locale, { figure, base }: Pick<FigureReport, 'figure' | 'base'>): string {
  const terms = figureTerms(locale);
  if (figure === 'repeat') {
    return base === 0 ? terms.noCustomers : counted(locale, base, terms.customer, terms.customers);
  }
  return base === 0 ? terms.noAnswers : counted(locale, base, terms.answer, terms.answers);
}

/** Whether people are shown the score at all. */
export function isShown({ value, base }: Pick<FigureReport, 'value' | 'base'>): boolean {
  return value !== null && base >= leastBase;
}

/** Whether the score is shown as indicative. */
function isIndicative({ value, base }: Pick<FigureReport, 'value' | 'base'>): boolean {
  return isShown({ value, base }) && base < firmBase;
}

/** "+30" or "84%"; "not enough data (3 answers)" below the least base. */
export function valueWords(locale: Locale, report: Pick<FigureReport, 'figure' | 'value' | 'base'>): string {
  if (report.value === null || !isShown(report)) return words(locale).notEnough(baseWords(locale, report));
  return scoreWords(locale, report.figure, report.value);
}

/** "95% interval +14 to +44"; null where no score is shown. */
export function intervalWords(locale: Locale, report: FigureReport): string | null {
  if (!report.interval || !isShown(report)) return null;
  const [low, high] = report.interval;
  return words(locale).interval(scoreWords(locale, report.figure, low), scoreWords(locale, report.figure, high));
}

/** A sentence on the change against the window before; null where no score is shown. */
export function changeWords(locale: Locale, report: FigureReport): string | null {
  if (!isShown(report)) return null;
  const { figure, window, previous, change } = report;
  const before = previousWords(locale, window, previous.window);
  const base = baseWords(locale, { figure, base: previous.base });
  if (previous.value === null || !change || !isShown(previous)) return words(locale).nothingBefore(before, base);
  const then = `${scoreWords(locale, figure, previous.value)} (${base})`;
  if (!change.proven) return words(locale).unproven(before, then);
  const points = pointWords(locale, report);
  return change.value > 0 ? words(locale).up(points, then, before) : words(locale).down(points, then, before);
}

/** "+24 points" or "no change proven"; null where there is nothing to compare. */
export function shortChangeWords(locale: Locale, report: FigureReport): string | null {
  const { previous, change } = report;
  if (!change || !isShown(report) || !isShown(previous)) return null;
  if (!change.proven) return words(locale).shortUnproven;
  const sign = change.value > 0 ? '▲' : '▼';
  return `${sign} ${pointWords(locale, report)}`;
}

/** "indicative", for a score from few answers; null for a firm one. */
export function indicativeWords(locale: Locale, report: FigureReport): string | null {
  return isIndicative(report) ? words(locale).indicative : null;
}

function scoreWords(locale: Locale, figure: FigureReport['figure'], value: number): string {
  return figure === 'nps' ? formatSigned(locale, value) : formatPercent(locale, value);
}

/**
 * "24 points". The exact difference, rounded once; it has one decimal more where, rounded like the two scores, it would
 * not be the difference that people work out from them: 30.6 shown as +31 after 29.4 shown as +29 is up 1.2, not 1.
 */
function pointWords(locale: Locale, { figure, value, previous, change }: FigureReport): string {
  const { point, points, percentagePoint, percentagePoints } = words(locale);
  const difference = change?.value ?? 0;
  const isNps = figure === 'nps';
  const steps = (of: number | null) => Math.sign(of ?? 0) * Math.round(Math.abs(of ?? 0) * (isNps ? 1 : 1000));
  const more = steps(value) - steps(previous.value) === steps(difference) ? 0 : 1;
  const size = Math.abs(difference);
  if (isNps) {
    const shown = formatNumber(locale, size, more);
    return `${shown} ${shown === '1' ? point : points}`;
  }
  const shown = formatPoints(locale, size, 1 + more).replace('+', '');
  return `${shown} ${shown === '1' ? percentagePoint : percentagePoints}`;
}
