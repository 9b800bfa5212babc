import { type CountedHistories, greatestOf, type HistoryGroups, sampleGroups } from './histories.ts';
import { type Minimum, minimise, type Objective } from './minimise.ts';
import { digamma, logGamma } from './special-functions.ts';

/**
 * How a company's customers buy and drop out (BG/NBD: Fader, Hardie and Lee 2005). Customers buy at rates that are
 * gamma distributed (r, α), and drop out after an order with probabilities that are beta distributed (a, b). Weeks.
 */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export type BgNbdFit =
  | {
      readonly kind: 'fitted';
      readonly model: BgNbd;
      readonly logLikelihood: number;
      /** Of the best model in which nobody drops out: what drop-out explains. */
      readonly withoutDropOut: number;
      readonly evaluations: number;
      /** Different histories. */
      readonly groups: number;
    }
  | Degenerate;

export interface Degenerate {
  readonly kind: 'degenerate';
  readonly why: DegenerateReason;
}

export const degenerateReasons = ['too-few', 'no-repeats', 'no-drop-out', 'no-maximum'] as const;
/**
 * `too-few`: customers, or repeat customers. `no-repeats`: nobody came back. `no-drop-out`: the orders are as likely when
 * nobody drops out. `no-maximum`: the likelihood has its maximum at infinity.
 */
export type DegenerateReason = (typeof degenerateReasons)[number];

export const fewestCustomers = 50;
export const fewestRepeaters = 20;

/** Twice the gain in log-likelihood that chance brings in one of twenty cases where nobody drops out (χ², 2 degrees). */
const provenGain = 5.99;
/** A sample of this size finds the neighbourhood of the maximum. */
const sampleSize = 40_000;

/** The model under which the histories are the most likely. */
export function fitGroups(groups: HistoryGroups): BgNbdFit {
  const repeaters = groups.counts.reduce((sum, count, i) => sum + ((groups.repeats[i] ?? 0) > 0 ? count : 0), 0);
  if (groups.customers < fewestCustomers) return { kind: 'degenerate', why: 'too-few' };
  if (repeaters === 0) return { kind: 'degenerate', why: 'no-repeats' };
  if (repeaters < fewestRepeaters) return { kind: 'degenerate', why: 'too-few' };

  const scaleDays = meanAge(groups);
  const found = search(groups, scaleDays, 4);
  const { model, logLikelihood } = toWeeks(groups, scaleDays, found);
  if (!found.converged) return { kind: 'degenerate', why: 'no-maximum' };
  const withoutDropOut = toWeeks(groups, scaleDays, search(groups, scaleDays, 2)).logLikelihood;
  if (2 * (logLikelihood - withoutDropOut) < provenGain) return { kind: 'degenerate', why: 'no-drop-out' };
  if (!isFinding(model)) return { kind: 'degenerate', why: 'no-maximum' };
  return {
    kind: 'fitted',
    model,
    logLikelihood,
    withoutDropOut,
    evaluations: found.evaluations,
    groups: groups.counts.length,
  };
}

/** Parameters at the edge say nothing of single customers: all would be the same, or nobody would ever drop out. */
function isFinding({ r, alpha, a, b }: BgNbd): boolean {
  return [r, alpha, a, b].every((one) => one > 1e-4 && one < 1e4) && a / (a + b) > 1e-3;
}

/** @param parameters 4, or 2 for the model without drop-out */
function search(groups: HistoryGroups, scaleDays: number, parameters: 2 | 4): Minimum {
  const start = new Float64Array(parameters);
  const step = Math.floor(groups.counts.length / sampleSize);
  if (step < 2) return minimise(objective(groups, scaleDays), start);
  const near = minimise(objective(sampleGroups(groups, step), scaleDays), start);
  return minimise(objective(groups, scaleDays), near.point, near.inverseHessian);
}

function toWeeks({ customers, counts, repeats }: HistoryGroups, scaleDays: number, { point, value }: Minimum) {
  const [r = 1, alpha = 1, a = 0, b = 1] = point.map(Math.exp);
  const scaleWeeks = scaleDays / 7;
  const orders = repeats.reduce((sum, x, i) => sum + x * (counts[i] ?? 0), 0);
  return {
    model: { r, alpha: alpha * scaleWeeks, a, b },
    logLikelihood: -value * customers - orders * Math.log(scaleWeeks),
  };
}

function meanAge({ ageDays, counts, customers }: HistoryGroups): number {
  return Math.max(1, ageDays.reduce((sum, age, i) => sum + age * (counts[i] ?? 0), 0) / customers);
}

/**
 * Minus the mean log-likelihood of a customer, in the logarithms of r, α, a, b, with time in units of `scaleDays`:
 *
 * ln L = lnΓ(r+x) − lnΓ(r) + r ln α + lnB(a, b+x) − lnB(a, b) + ln( (α+T)^−(r+x) + [x > 0] · a/(b+x−1) · (α+t_x)^−(r+x) )
 *
 * With two parameters, r and α, nobody drops out.
 */
export function objective(groups: CountedHistories, scaleDays: number): Objective {
  const { repeats, ageDays, counts, customers } = groups;
  const byRepeats = new Float64Array(greatestOf(repeats) + 1);
  for (let i = 0; i < repeats.length; i += 1) {
    const x = repeats[i] ?? 0;
    byRepeats[x] = (byRepeats[x] ?? 0) + (counts[i] ?? 0);
  }
  const days = greatestOf(ageDays) + 1;
  const [logs, inverses] = [new Float64Array(days), new Float64Array(days)];
  const logOdds = new Float64Array(byRepeats.length);

  return (point, gradient) => {
    const dropsOut = point.length === 4;
    const [r = 1, alpha = 1, a = 0, b = 1] = point.map(Math.exp);
    const model = { r, alpha, a, b };
    for (let day = 0; day < days; day += 1) {
      const time = alpha + day / scaleDays;
      logs[day] = Math.log(time);
      inverses[day] = 1 / time;
    }
    const start = { ...repeatTerms(byRepeats, logOdds, model, dropsOut), byAlpha: (customers * r) / alpha };
    const terms = historyTerms(start, groups, { logs, inverses, logOdds: dropsOut ? logOdds : null }, model);
    gradient[0] = (-terms.byR * r) / customers;
    gradient[1] = (-terms.byAlpha * alpha) / customers;
    if (dropsOut) {
      gradient[2] = (-terms.byA * a) / customers;
      gradient[3] = (-terms.byB * b) / customers;
    }
    return -terms.sum / customers;
  };
}

/** The log-likelihood of all customers and its derivatives by r, α, a, b. */
interface Terms {
  readonly sum: number;
  readonly byR: number;
  readonly byAlpha: number;
  readonly byA: number;
  readonly byB: number;
}

/** What hangs on the number of repeats alone, by their number; fills in the odds of having gone after as many. */
function repeatTerms(
  byRepeats: Float64Array,
  logOdds: Float64Array,
  { r, alpha, a, b }: BgNbd,
  dropsOut: boolean,
): Omit<Terms, 'byAlpha'> {
  let [sum, byR, byA, byB] = [0, 0, 0, 0];
  const [gammaR, gammaB, gammaAB] = [logGamma(r), logGamma(b), logGamma(a + b)];
  const [digammaR, digammaB, digammaAB] = [digamma(r), digamma(b), digamma(a + b)];
  for (let x = 0; x < byRepeats.length; x += 1) {
    const count = byRepeats[x] ?? 0;
    if (count === 0) continue;
    sum += count * (r * Math.log(alpha) + (x > 0 ? logGamma(r + x) - gammaR : 0));
    byR += count * (Math.log(alpha) + (x > 0 ? digamma(r + x) - digammaR : 0));
    if (!dropsOut || x === 0) continue;
    const digammaABx = digamma(a + b + x);
    sum += count * (gammaAB - gammaB + logGamma(b + x) - logGamma(a + b + x));
    byA += count * (digammaAB - digammaABx);
    byB += count * (digammaAB - digammaABx + digamma(b + x) - digammaB);
    logOdds[x] = Math.log(a / (b + x - 1));
  }
  return { sum, byR, byA, byB };
}

/** What hangs on the days as well, added to the rest. Without odds nobody drops out. */
function historyTerms(
  start: Terms,
  { repeats, recencyDays, ageDays, counts }: CountedHistories,
  { logs, inverses, logOdds }: Readonly<Record<'logs' | 'inverses', Float64Array> & { logOdds: Float64Array | null }>,
  { r, a, b }: BgNbd,
): Terms {
  let { sum, byR, byAlpha, byA, byB } = start;
  for (let i = 0; i < repeats.length; i += 1) {
    const [x = 0, recency = 0, age = 0, count = 0] = [repeats[i], recencyDays[i], ageDays[i], counts[i]];
    const rate = r + x;
    const [logAge = 0, inverseAge = 0] = [logs[age], inverses[age]];
    if (x === 0 || !logOdds) {
      sum -= count * rate * logAge;
      byR -= count * logAge;
      byAlpha -= count * rate * inverseAge;
      continue;
    }
    const behind = (logs[recency] ?? 0) - logAge;
    const odds = (logOdds[x] ?? 0) - rate * behind;
    const power = Math.exp(-Math.abs(odds));
    const gone = odds >= 0 ? 1 / (1 + power) : power / (1 + power);
    sum += count * (Math.max(odds, 0) + Math.log1p(power) - rate * logAge);
    byR -= count * (logAge + gone * behind);
    byAlpha -= count * rate * (inverseAge + gone * ((inverses[recency] ?? 0) - inverseAge));
    byA += (count * gone) / a;
    byB -= (count * gone) / (b + x - 1);
  }
  return { sum, byR, byAlpha, byA, byB };
}
