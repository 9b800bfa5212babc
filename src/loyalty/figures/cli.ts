import { type Change, dimensions, type Figure, type Measure } from './figure.ts';
import { studentP, studentT95 } from './student.ts';

/**
 * Complete responses: all three questions answered on 1 "definitely yes" to 6 "definitely no". A response's sum is
 * that of 6 − answer over its parts, 0 to 15.
 */
export type CliCounts = {
  readonly responses: number;
  readonly sum: number;
  /** Of the squared sums, for the spread. */
  readonly squares: number;
};

/** The Customer Loyalty Index. There is no standard: the scale and the base are told with it. */
export const cli: Figure<CliCounts> = {
  unit: 'index',
  better: 'higher',
  dimensions,
  reads: [{ kind: 'tallies', of: 'cli', days: 'in-window' }],
  countsOf: ([responses = 0, sum = 0, squares = 0]) => ({ responses, sum, squares }),
  measure: cliMeasure,
  change: cliChange,
  onHome: 'line',
};

/**
 * The mean of all answers of complete responses, 0 to 100 (1 → 100, 2 → 80 … 6 → 0): 1,2,3 and 2,2,6 → 66.7.
 *
 * The interval is Student's, from the standard error of the responses' means: the three answers of one person are no
 * three witnesses. It is clipped to the scale. There is none below 2 responses, nor where all are alike, as nothing is
 * known then of how much responses differ.
 */
export function cliMeasure(counts: CliCounts): Measure<CliCounts> {
  const base = counts.responses;
  const value = meanOf(counts);
  const error = errorOf(counts);
  if (value === null || !error) return { value, base, counts, interval: null };
  const margin = studentT95(base - 1) * error;
  return { value, base, counts, interval: [Math.max(0, value - margin), Math.min(100, value + margin)] };
}

/**
 * The difference of two indices in points, by Welch's (1947) test of the responses' means. Without a spread in either
 * (one response, or all alike) chance can't be told, and `p` is null.
 *
 * @returns null where one of the two has no responses
 */
export function cliChange(now: CliCounts, before: CliCounts): Change | null {
  const [mean, meanBefore] = [meanOf(now), meanOf(before)];
  if (mean === null || meanBefore === null) return null;
  const value = mean - meanBefore;
  const [error, errorBefore] = [errorOf(now), errorOf(before)];
  if (error === null || errorBefore === null || error + errorBefore === 0) return { value, p: null, proven: false };
  const [a, b] = [error ** 2, errorBefore ** 2];
  const df = (a + b) ** 2 / (a ** 2 / (now.responses - 1) + b ** 2 / (before.responses - 1));
  const p = studentP(value / Math.sqrt(a + b), df);
  return { value, p, proven: p < 0.05 };
}

/** A response's mean is its sum in twentieths of the scale, over its three parts. */
const perSum = 20 / 3;

function meanOf({ responses, sum }: CliCounts): number | null {
  return responses === 0 ? null : (perSum * sum) / responses;
}

/** The standard error of the mean of responses; null below two. Whole numbers up to the last step: nothing cancels. */
function errorOf({ responses, sum, squares }: CliCounts): number | null {
  if (responses < 2) return null;
  const variance = (responses * squares - sum * sum) / (responses * (responses - 1));
  return perSum * Math.sqrt(variance / responses);
}
