import { twoSidedP, z95 } from './normal.ts';

/**
 * The chance that Student's t with `df` degrees of freedom lies at least as far from zero as `t`: the regularised
 * incomplete beta function I(df/2, 1/2) at df / (df + t²).
 *
 * @param df above 0, not necessarily whole
 * @returns 0 to 1
 */
export function studentP(t: number, df: number): number {
  if (df > normalFrom) return twoSidedP(t);
  const x = df / (df + t * t);
  const [a, b] = [df / 2, 0.5];
  if (x === 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast on one side of the middle; the other side follows by symmetry.
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The two-sided 95 % quantile of Student's t: 12.706 with 1 degree of freedom, 2.776 with 4. */
export function studentT95(df: number): number {
  if (df > normalFrom) return z95;
  let [low, high] = [z95, 13];
  while (studentP(high, df) > 0.05) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentP(middle, df) > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** From here on the two distributions differ by less than a millionth. */
const normalFrom = 1_000_000;

/** The continued fraction of the incomplete beta function, by Lentz's method (Press et al., Numerical Recipes, 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const kept = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

/** The logarithm of the gamma function above 0, by the approximation of Lanczos (g = 7, nine terms). */
function logGamma(x: number): number {
  const z = x - 1;
  let sum = lanczos[0];
  for (const [i, term] of lanczos.slice(1).entries()) sum += term / (z + i + 1);
  const base = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum);
}

const lanczos: readonly [number, ...number[]] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
