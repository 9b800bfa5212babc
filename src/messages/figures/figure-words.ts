import { isEnough, isFirm, leastBase } from '../../loyalty/figures/figure.ts';
import { figures } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { previousWords } from '../words/window-words.ts';
import { scaleCounts, scaleMark } from './scale-words.ts';
import { differenceWords, scoreWords } from './score-words.ts';
import { baseCount } from './told/base-words.ts';
import { toldFigures } from './told/index.ts';

const words = defineText({
  en: {
    notEnough: (base: string) => `not enough data (${base})`,
    noRate: (currency: string) => `unknown (no rate for ${currency})`,
    interval: (low: string, high: string) => `95% interval ${low} to ${high}`,
    indicative: 'indicative',
    during: (period: string) => `in ${period}`,
    asOf: (day: string) => `as of ${day}`,
    up: (points: string, from: string, when: string) => `Up ${points} from ${from} ${when}: a proven change.`,
    down: (points: string, from: string, when: string) => `Down ${points} from ${from} ${when}: a proven change.`,
    unproven: (before: string, then: string) => `No change proven against ${before}: ${then}.`,
    untold: (when: string, then: string) =>
      `It was ${then} ${when}. Whether the difference is more than chance can’t be told.`,
    more: (size: string, then: string, when: string) => `${size} more than ${when}: ${then}.`,
    less: (size: string, then: string, when: string) => `${size} less than ${when}: ${then}.`,
    same: (then: string, when: string) => `As much as ${when}: ${then}.`,
    nothingBefore: (when: string, base: string) => `Too little ${when} to compare with (${base}).`,
    unknownBefore: (when: string) => `Unknown ${when}, so there is nothing to compare with.`,
    shortUnproven: 'no change proven',
    shortUntold: (then: string) => `before: ${then}`,
  },
  da: {
    notEnough: (base: string) => `ikke nok data (${base})`,
    noRate: (currency: string) => `ukendt (kurs mangler for ${currency})`,
    interval: (low: string, high: string) => `95 %-interval ${low} til ${high}`,
    indicative: 'vejledende',
    during: (period: string) => `i ${period}`,
    asOf: (day: string) => `pr. ${day}`,
    up: (points: string, from: string, when: string) => `Steget ${points} fra ${from} ${when}: en sikker ændring.`,
    down: (points: string, from: string, when: string) => `Faldet ${points} fra ${from} ${when}: en sikker ændring.`,
    unproven: (before: string, then: string) => `Ingen sikker ændring i forhold til ${before}: ${then}.`,
    untold: (when: string, then: string) =>
      `Tallet var ${then} ${when}. Det kan ikke afgøres, om forskellen skyldes mere end tilfældigheder.`,
    more: (size: string, then: string, when: string) => `${size} mere end ${when}: ${then}.`,
    less: (size: string, then: string, when: string) => `${size} mindre end ${when}: ${then}.`,
    same: (then: string, when: string) => `Lige så meget som ${when}: ${then}.`,
    nothingBefore: (when: string, base: string) => `For lidt at sammenligne med ${when} (${base}).`,
    unknownBefore: (when: string) => `Ukendt ${when}, så der er intet at sammenligne med.`,
    shortUnproven: 'ingen sikker ændring',
    shortUntold: (then: string) => `før: ${then}`,
  },
  nb: {
    notEnough: (base: string) => `ikke nok data (${base})`,
    noRate: (currency: string) => `ukjent (kurs mangler for ${currency})`,
    interval: (low: string, high: string) => `95 %-intervall ${low} til ${high}`,
    indicative: 'veiledende',
    during: (period: string) => `i ${period}`,
    asOf: (day: string) => `per ${day}`,
    up: (points: string, from: string, when: string) => `Opp ${points} fra ${from} ${when}: en sikker endring.`,
    down: (points: string, from: string, when: string) => `Ned ${points} fra ${from} ${when}: en sikker endring.`,
    unproven: (before: string, then: string) => `Ingen sikker endring sammenlignet med ${before}: ${then}.`,
    untold: (when: string, then: string) =>
      `Tallet var ${then} ${when}. Det kan ikke avgjøres om forskjellen skyldes mer enn tilfeldigheter.`,
    more: (size: string, then: string, when: string) => `${size} mer enn ${when}: ${then}.`,
    less: (size: string, then: string, when: string) => `${size} mindre enn ${when}: ${then}.`,
    same: (then: string, when: string) => `Like mye som ${when}: ${then}.`,
    nothingBefore: (when: string, base: string) => `For lite å sammenligne med ${when} (${base}).`,
    unknownBefore: (when: string) => `Ukjent ${when}, så det er ingenting å sammenligne med.`,
    shortUnproven: 'ingen sikker endring',
    shortUntold: (then: string) => `før: ${then}`,
  },
});

/** "100 answers", "1,200 active customers", "no customers won". */
export function baseWords(locale: Locale, report: Pick<FigureReport, 'figure' | 'base' | 'scales'>): string {
  const { figure, base } = report;
  return baseCount(locale, toldFigures[figure].base(locale), base) + scaleCounts(locale, report);
}

/** Whether people are shown the score at all. */
export function isShown({ figure, value, base }: Pick<FigureReport, 'figure' | 'value' | 'base'>): boolean {
  return value !== null && isEnough(figures[figure], base);
}

/** Whether the score is shown as indicative. */
function isIndicative(report: Pick<FigureReport, 'figure' | 'value' | 'base'>): boolean {
  return isShown(report) && !isFirm(figures[report.figure], report.base);
}

/** What is said where a part of a figure is not known, although enough was counted; null: nothing. */
export function missingOf(
  locale: Locale,
  { figure, base, missing }: Pick<FigureReport, 'figure' | 'base' | 'missing'>,
): { readonly value: string; readonly why: string } | null {
  if (missing === undefined || base < leastBase) return null;
  return toldFigures[figure].words(locale).missing?.[missing] ?? null;
}

/** "+30" or "84%"; "not enough data (3 answers)" below the least base; "unknown (no spend recorded)". */
export function valueWords(
  locale: Locale,
  report: Pick<FigureReport, 'figure' | 'value' | 'base' | 'currency' | 'missing' | 'missingRate' | 'scales'>,
): string {
  if (report.missingRate) return words(locale).noRate(report.missingRate.currency);
  const missing = missingOf(locale, report);
  if (missing) return missing.value;
  if (report.value === null || !isShown(report)) return words(locale).notEnough(baseWords(locale, report));
  const score = scoreWords(locale, report, report.value);
  return (toldFigures[report.figure].onScale?.(locale, score) ?? score) + scaleMark(report);
}

/** "95% interval +14 to +44"; null where no score is shown, and for a figure without an interval. */
export function intervalWords(locale: Locale, report: FigureReport): string | null {
  if (!report.interval || !isShown(report)) return null;
  const [low, high] = report.interval;
  return words(locale).interval(scoreWords(locale, report, low), scoreWords(locale, report, high));
}

/** A sentence on the change against the window before; null where no score is shown. */
export function changeWords(locale: Locale, report: FigureReport): string | null {
  if (!isShown(report)) return null;
  const text = words(locale);
  const { figure, previous, change } = report;
  const when = whenBefore(locale, report);
  const base = baseWords(locale, { figure, base: previous.base });
  if (previous.value === null && previous.base >= leastBase) return text.unknownBefore(when);
  if (previous.value === null || !change || !isShown({ ...previous, figure })) return text.nothingBefore(when, base);
  const then = `${scoreWords(locale, report, previous.value)} (${base})`;
  if (figures[figure].isTotal) return sumWords(locale, report, then, when);
  if (change.p === null) return text.untold(when, then);
  if (!change.proven) return text.unproven(before(locale, report), then);
  const size = differenceWords(locale, report);
  return change.value > 0 ? text.up(size, then, when) : text.down(size, then, when);
}

/** How far apart two sums are: arithmetic, which is not called a change. */
function sumWords(locale: Locale, report: FigureReport, then: string, when: string): string {
  const text = words(locale);
  const difference = report.change?.value ?? 0;
  const size = differenceWords(locale, report);
  if (difference === 0) return text.same(then, when);
  return difference > 0 ? text.more(size, then, when) : text.less(size, then, when);
}

/** Whether the figure is compared with the window before; null is no comparison. */
export function comparison(report: FigureReport): 'changed' | 'steady' | 'untold' | null {
  const { figure, previous, change } = report;
  if (!change || previous.value === null || !isShown(report) || !isShown({ ...previous, figure })) return null;
  if (change.p === null) return 'untold';
  return change.proven ? 'changed' : 'steady';
}

/** "▲ 24 points", "no change proven" or "before: 2,400 kr."; null where there is nothing to compare. */
export function shortChangeWords(locale: Locale, report: FigureReport): string | null {
  const { previous, change } = report;
  switch (comparison(report)) {
    case null:
      return null;
    case 'untold':
      return words(locale).shortUntold(scoreWords(locale, report, previous.value ?? 0));
    case 'steady':
      return words(locale).shortUnproven;
    case 'changed':
      // Up and down, not good and bad: of churn and cost, less is better.
      return `${(change?.value ?? 0) > 0 ? '▲' : '▼'} ${differenceWords(locale, report)}`;
  }
}

/** "indicative", for a score from few answers; null for a firm one. */
export function indicativeWords(locale: Locale, report: FigureReport): string | null {
  return isIndicative(report) ? words(locale).indicative : null;
}

/** Whether a figure tells how things stand when the window ends, rather than what happened in it. */
export function isAsOf({ figure }: Pick<FigureReport, 'figure'>): boolean {
  return figures[figure].isAsOf === true;
}

/** "the 90 days before", "February 2026"; "24 August 2026" of a figure that tells how things stand. */
function before(locale: Locale, report: FigureReport): string {
  const { window, previous } = report;
  if (isAsOf(report)) return formatDay(locale, previous.window.to - 1);
  return previousWords(locale, window, previous.window);
}

function whenBefore(locale: Locale, report: FigureReport): string {
  return isAsOf(report) ? words(locale).asOf(before(locale, report)) : words(locale).during(before(locale, report));
}
