import type { Change } from './figure.ts';
import { twoSidedP } from './normal.ts';

/** A change that is told from chance by a test. */
export interface TestedChange extends Change {
  readonly p: number;
}

/** Some of a base, for example 42 satisfied of 50. */
export interface Share {
  readonly hits: number;
  readonly base: number;
}

/**
 * The difference of two shares, and whether it is more than chance: the two-proportion z test with a pooled variance
 * (200 of 1000 against 250 of 1000 → p = .0074), or Fisher's exact test where an expected cell is below 5, as Cochran
 * (1954) advises (5 of 10 against 9 of 10 → p = .141).
 *
 * @returns null where one of the two has no base
 */
export function shareChange(now: Share, before: Share): TestedChange | null {
  if (now.base === 0 || before.base === 0) return null;
  const value = now.hits / now.base - before.hits / before.base;
  const p = smallestExpected(now, before) < 5 ? fisherP(now, before) : zTestP(value, now, before);
  return { value, p, proven: p < 0.05 };
}

function smallestExpected(a: Share, b: Share): number {
  const hits = a.hits + b.hits;
  const total = a.base + b.base;
  return (Math.min(hits, total - hits) * Math.min(a.base, b.base)) / total;
}

function zTestP(difference: number, a: Share, b: Share): number {
  const pooled = (a.hits + b.hits) / (a.base + b.base);
  return twoSidedP(difference / Math.sqrt(pooled * (1 - pooled) * (1 / a.base + 1 / b.base)));
}

/** Two-sided: the chance of all tables with the same margins that are no likelier than the one seen. */
function fisherP(a: Share, b: Share): number {
  const hits = a.hits + b.hits;
  const least = Math.max(0, hits - b.base);
  const most = Math.min(hits, a.base);
  // Each table's chance follows from its neighbour's; logarithms keep the unlikely ones from vanishing.
  const logs = [0];
  for (let k = least; k < most; k += 1) {
    const step = ((hits - k) * (a.base - k)) / ((k + 1) * (b.base - hits + k + 1));
    logs.push((logs.at(-1) ?? 0) + Math.log(step));
  }
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const seen = weights[a.hits - least] ?? 0;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  // Tables that are exactly as likely may differ in the last digits.
  return Math.min(1, sum(weights.filter((weight) => weight <= seen * (1 + 1e-7))) / sum(weights));
}
