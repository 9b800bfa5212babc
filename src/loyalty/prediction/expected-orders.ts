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

/** How many orders are expected in the next `weeks`. */
export function expectedOrders(model: BgNbd, history: History, weeks: number): number {
  return aliveProbability(model, history) * expectedOrdersIfAlive(model, history, weeks);
}

const mostTerms = 20_000;

/**
 * The same for a customer who has not dropped out; it depends on x and T alone. In place of the published form with ₂F₁, whose
 * parts cancel: with q = (α+T)/(α+T+t), z = 1 − q, A = a+b−1−r, C = a+b+x−1 and g = (q^(a−1) − 1)/(a − 1),
 *
 * E = −( C·g + (1 + (a−1)·g)·S ),  S = Σ (A)ₙ (a)ₙ₋₁ / ((C+1)ₙ₋₁ n!) · zⁿ over n = 1, 2, …
 */
export function expectedOrdersIfAlive(
  { r, alpha, a, b }: BgNbd,
  { repeats, ageWeeks }: Pick<History, 'repeats' | 'ageWeeks'>,
  weeks: number,
): number {
  if (weeks <= 0) return 0;
  const start = alpha + ageWeeks;
  const logQ = -Math.log1p(weeks / start);
  const z = weeks / (start + weeks);
  const [upper, lower] = [a + b - 1 - r, a + b + repeats - 1];
  const growth = a === 1 ? logQ : Math.expm1((a - 1) * logQ) / (a - 1);
  let term = upper * z;
  let series = term;
  for (let n = 1; n < mostTerms; n += 1) {
    term *= (((upper + n) * (a + n - 1)) / ((lower + n) * (n + 1))) * z;
    series += term;
    if (Math.abs(term) <= 1e-16 * Math.abs(series)) break;
  }
  return Math.max(0, -(lower * growth + (1 + (a - 1) * growth) * series));
}

/** 1 − the probability of an order within the next `weeks`: by who dropped out, and by who is merely slow. */
export function churnRisk(model: BgNbd, history: History, weeks: number): number {
  return 1 - aliveProbability(model, history) * orderProbabilityIfAlive(model, history, weeks);
}

/** The probability of an order within the next `weeks`, for a customer who has not dropped out. */
export function orderProbabilityIfAlive(
  { r, alpha }: BgNbd,
  { repeats, ageWeeks }: Pick<History, 'repeats' | 'ageWeeks'>,
  weeks: number,
): number {
  return -Math.expm1(-(r + repeats) * Math.log1p(weeks / (alpha + ageWeeks)));
}
