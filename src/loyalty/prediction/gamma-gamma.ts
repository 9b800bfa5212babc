import type { DegenerateReason } from './bg-nbd.ts';
import { greatestOf } from './histories.ts';
import { type Minimum, minimise, type Objective } from './minimise.ts';
import { digamma, logGamma } from './special-functions.ts';

/**
 * What customers spend (Gamma-Gamma: Fader and Hardie 2013): amounts of a customer are gamma distributed (p), their
 * scales over customers again (q, v). `v` is in the unit of the amounts.
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** What repeat orders came to, one place per customer: same-day orders are one, and amounts are above zero. */
export interface Spending {
  readonly counts: Int32Array;
  readonly sums: Float64Array;
}

export type GammaGammaFit =
  | {
      readonly kind: 'fitted';
      readonly model: GammaGamma;
      readonly logLikelihood: number;
      readonly customers: number;
      readonly evaluations: number;
    }
  | { readonly kind: 'degenerate'; readonly why: DegenerateReason };

const fewestSpenders = 20;
const sampleSize = 40_000;

/** The model under which the amounts of repeat orders are the most likely. */
export function fitGammaGamma(spending: Spending): GammaGammaFit {
  const known = spenders(spending, 1);
  const customers = known.counts.length;
  if (customers < fewestSpenders) return { kind: 'degenerate', why: 'too-few' };
  const mean = known.sums.reduce((sum, one) => sum + one, 0) / known.counts.reduce((sum, one) => sum + one, 0);
  const found = search(known, mean);
  const [p = 1, q = 1, v = 1] = found.point.map(Math.exp);
  const isFinding = found.converged && [p, q, v].every((one) => one > 1e-4 && one < 1e4) && q > 1;
  if (!isFinding) return { kind: 'degenerate', why: 'no-maximum' };
  return {
    kind: 'fitted',
    model: { p, q, v: v * mean },
    logLikelihood: -found.value * customers - customers * Math.log(mean),
    customers,
    evaluations: found.evaluations,
  };
}

/** The expected amount of a customer's next order: their own mean, drawn toward that of all. */
export function expectedOrderValue({ p, q, v }: GammaGamma, count: number, sum: number): number {
  return (p * (v + sum)) / (p * count + q - 1);
}

function search(known: Spending, mean: number): Minimum {
  const start = new Float64Array(3);
  const step = Math.floor(known.counts.length / sampleSize);
  if (step < 2) return minimise(objective(known, mean), start);
  const near = minimise(objective(spenders(known, step), mean), start);
  return minimise(objective(known, mean), near.point, near.inverseHessian);
}

/** Every `step`-th customer with a repeat order that was paid for. */
function spenders({ counts, sums }: Spending, step: number): Spending {
  const places: number[] = [];
  let met = 0;
  for (let i = 0; i < counts.length; i += 1) {
    if ((counts[i] ?? 0) === 0 || !((sums[i] ?? 0) > 0)) continue;
    if (met % step === 0) places.push(i);
    met += 1;
  }
  return {
    counts: Int32Array.from(places, (i) => counts[i] ?? 0),
    sums: Float64Array.from(places, (i) => sums[i] ?? 0),
  };
}

/**
 * Minus the mean log-likelihood of a customer with x orders of the mean amount z, in the logarithms of p, q, v, with
 * amounts in units of `unit`:
 *
 * ln L = lnΓ(px+q) − lnΓ(px) − lnΓ(q) + q ln v + (px−1) ln z + px ln x − (px+q) ln(v + xz)
 */
export function objective({ counts, sums }: Spending, unit: number): Objective {
  const customers = counts.length;
  const byCount = new Float64Array(greatestOf(counts) + 1);
  const amounts = sums.map((sum) => sum / unit);
  let [logSums, weightedLogSums] = [0, 0];
  for (let i = 0; i < customers; i += 1) {
    const count = counts[i] ?? 0;
    const logMean = Math.log((amounts[i] ?? 1) / count);
    byCount[count] = (byCount[count] ?? 0) + 1;
    logSums += logMean;
    weightedLogSums += count * (logMean + Math.log(count));
  }

  return (point, gradient) => {
    const [p = 1, q = 1, v = 1] = point.map(Math.exp);
    let sum = p * weightedLogSums - logSums + customers * (q * Math.log(v) - logGamma(q));
    let [byP, byQ, byV] = [weightedLogSums, customers * (Math.log(v) - digamma(q)), (customers * q) / v];
    for (let x = 1; x < byCount.length; x += 1) {
      const count = byCount[x] ?? 0;
      if (count === 0) continue;
      sum += count * (logGamma(p * x + q) - logGamma(p * x));
      const both = digamma(p * x + q);
      byP += count * x * (both - digamma(p * x));
      byQ += count * both;
    }
    for (let i = 0; i < customers; i += 1) {
      const shape = p * (counts[i] ?? 0) + q;
      const total = v + (amounts[i] ?? 0);
      const logTotal = Math.log(total);
      sum -= shape * logTotal;
      byP -= (counts[i] ?? 0) * logTotal;
      byQ -= logTotal;
      byV -= shape / total;
    }
    gradient[0] = (-byP * p) / customers;
    gradient[1] = (-byQ * q) / customers;
    gradient[2] = (-byV * v) / customers;
    return -sum / customers;
  };
}
