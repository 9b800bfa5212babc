import { z95 } from './normal.ts';

/**
 * The 95 % interval of a share (Wilson 1927, without continuity correction): 80 of 100 → [.7112, .8666].
 *
 * @returns null for a base of 0
 */
export function wilsonInterval(hits: number, base: number): readonly [number, number] | null {
  if (base === 0) return null;
  const share = hits / base;
  const spread = z95 * z95;
  const middle = (share + spread / (2 * base)) / (1 + spread / base);
  const half = (z95 * Math.sqrt((share * (1 - share)) / base + spread / (4 * base * base))) / (1 + spread / base);
  // At the ends the limits are 0 and 1 exactly; rounding errors would pass them.
  return [hits === 0 ? 0 : middle - half, hits === base ? 1 : middle + half];
}
