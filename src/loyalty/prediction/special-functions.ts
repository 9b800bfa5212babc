/**
 * The logarithm of the gamma function, for x > 0: Stirling's series (Abramowitz and Stegun 6.1.41), from 10 upwards
 * exact to the last digits; smaller arguments are brought there by Γ(x + 1) = x·Γ(x).
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  for (; shifted < 10; shifted += 1) product *= shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  let series = 0;
  for (const coefficient of stirling) series = series * square + coefficient;
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogOfTwoPi + series * inverse - Math.log(product);
}

/** The derivative of `logGamma`, for x > 0 (Abramowitz and Stegun 6.3.18, brought to 10 and above by 6.3.5). */
export function digamma(x: number): number {
  let shifted = x;
  let below = 0;
  for (; shifted < 10; shifted += 1) below += 1 / shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  let series = 0;
  for (const coefficient of bernoulli) series = series * square + coefficient;
  return Math.log(shifted) - inverse / 2 - series * square - below;
}

const halfLogOfTwoPi = 0.918_938_533_204_672_7;

/** B₂ₙ/(2n(2n − 1)) for n = 8 … 1. */
const stirling = [-3617 / 122_400, 1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

/** B₂ₙ/2n for n = 8 … 1. */
const bernoulli = [-3617 / 8160, 1 / 12, -691 / 32_760, 1 / 132, -1 / 240, 1 / 252, -1 / 120, 1 / 12];
