/**
 * Rounds a figure for people, once and at the end, half away from zero: 13.333 → 13, −12.5 → −13.
 *
 * Figures are quotients of counts: one that is a half (57 of 200 is 28.5 %) may come out of the division a few last bits
 * below it, and is still a half.
 */
export function roundHalfAway(value: number, digits = 0): number {
  const scale = 10 ** digits;
  const rounded = Math.floor(Math.abs(value) * scale * (1 + 2 ** -50) + 0.5) / scale;
  // No "−0" for people.
  return value < 0 && rounded > 0 ? -rounded : rounded;
}
