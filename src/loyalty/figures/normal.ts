/** The two-sided 95 % quantile of the standard normal distribution. */
export const z95 = 1.959963984540054;

/**
 * The chance that a standard normal value lies at least as far from zero as `z`.
 *
 * The series of Marsaglia (2004, Journal of Statistical Software 11(4)) near zero; the continued fraction of Laplace in
 * the tail, where the series would cancel.
 *
 * @returns 0 to 1
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 3) {
    let fraction = x;
    for (let k = 80; k > 0; k -= 1) fraction = x + k / fraction;
    return Math.min(1, (2 * density) / fraction);
  }
  let term = x;
  let sum = x;
  for (let k = 3; term > 1e-17 * sum; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 1 - 2 * density * sum;
}
