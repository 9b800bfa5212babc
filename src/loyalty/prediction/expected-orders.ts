import type { BgNbd } from './bg-nbd.ts';

/** A customer's past in weeks: x, t_x, T. */
export interface History {
  readonly repeats: number;
  readonly recencyWeeks: number;
  readonly ageWeeks: number;
}

/** The probability that a customer has not dropped out. It is 1 for who never came back: no churn score by itself. */
export function aliveProbability({ r, alpha, a, b }: BgNbd, { repeats, recencyWeeks, ageWeeks }: History): number {
  if (repeats === 0) return 1;
  const logOdds =
    Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log1p((ageWeeks - recencyWeeks) / (alpha + recencyWeeks));
  return 1 / (1 + Math.exp(logOdds));
}

/** From here on the series takes thousands of terms, or does not fit into a number. */
const longSeries = 1000;
const mostTerms = 50_000;

/**
 * How many orders are expected in the next `weeks` of a customer who has not dropped out; it depends on x and T alone.
 * In place of the published form with ₂F₁, whose parts cancel: with q = (α+T)/(α+T+t), z = 1 − q, A = a+b−1−r, C = a+b+x−1 and g = (q^(a−1) − 1)/(a − 1),
 *
 * E = −( C·g + q^(a−1)·S ),  S = Σ (A)ₙ (a)ₙ₋₁ / ((C+1)ₙ₋₁ n!) · zⁿ over n = 1, 2, …
 */
export function expectedOrdersIfAlive(
  model: BgNbd,
  history: Pick<History, 'repeats' | 'ageWeeks'>,
  weeks: number,
): number {
  if (weeks <= 0) return 0;
  const { r, alpha, a, b } = model;
  const start = alpha + history.ageWeeks;
  if (((a + 1) * weeks) / start > longSeries) return ordersByIntegral(model, history, weeks);
  const logQ = -Math.log1p(weeks / start);
  const z = weeks / (start + weeks);
  const [upper, lower] = [a + b - 1 - r, a + b + history.repeats - 1];
  const growth = a === 1 ? logQ : Math.expm1((a - 1) * logQ) / (a - 1);
  let term = upper * z;
  let series = term;
  for (let n = 1; n < mostTerms; n += 1) {
    term *= ((upper + n) * (a + n - 1) * z) / ((lower + n) * (n + 1));
    series += term;
    if (Math.abs(term) <= 1e-16 * Math.abs(series)) break;
  }
  return Math.max(0, -(lower * growth + Math.exp((a - 1) * logQ) * series));
}

/**
 * The same as the mean over what the customer's probability p of dropping out may be, which is Beta(a, b+x):
 * (1 − (1 + p·t/(α+T))^−(r+x)) / p. With p = 1/(1 + e^−u) the trapezoid rule over u is exact to the last digits.
 */
function ordersByIntegral(
  { r, alpha, a, b }: BgNbd,
  { repeats, ageWeeks }: Pick<History, 'repeats' | 'ageWeeks'>,
  weeks: number,
): number {
  const stays = b + repeats;
  const width = Math.sqrt(1 / a + 1 / stays);
  const middle = Math.log(a / stays);
  const step = Math.min(1, width) / 16;
  const [from, to] = [middle - Math.max(12 * width, 40 / a), middle + Math.max(12 * width, 40 / stays)];
  const logDensity = (u: number) => -a * Math.log1p(Math.exp(-u)) - stays * Math.log1p(Math.exp(u));
  let [sum, weights] = [0, 0];
  for (let u = from; u <= to; u += step) {
    const weight = Math.exp(logDensity(u) - logDensity(middle));
    const p = 1 / (1 + Math.exp(-u));
    weights += weight;
    sum += (weight * -Math.expm1(-(r + repeats) * Math.log1p((p * weeks) / (alpha + ageWeeks)))) / p;
  }
  return sum / weights;
}

/**
 * 1 − the probability of an order within some weeks: by who dropped out, and by who is merely slow.
 *
 * @param alive the probability that the customer has not dropped out
 * @param orderIfAlive the probability of an order, if so
 */
export function churnRisk(alive: number, orderIfAlive: number): number {
  return 1 - alive * orderIfAlive;
}

/** The probability of an order within the next `weeks`, for a customer who has not dropped out. */
export function orderProbabilityIfAlive(
  { r, alpha }: BgNbd,
  { repeats, ageWeeks }: Pick<History, 'repeats' | 'ageWeeks'>,
  weeks: number,
): number {
  return -Math.expm1(-(r + repeats) * Math.log1p(weeks / (alpha + ageWeeks)));
}
