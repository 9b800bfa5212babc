import { type Change, dimensions, type Figure, type Measure } from './figure.ts';
import { twoSidedP, z95 } from './normal.ts';

/** Votes on 0–10: 9–10, 7–8 and 0–6. */
export type NpsCounts = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
};

export const nps: Figure<NpsCounts> = {
  unit: 'score',
  better: 'higher',
  dimensions,
  reads: [{ kind: 'stays', of: 'nps' }],
  asks: 'nps',
  countsOf: ([promoters = 0, passives = 0, detractors = 0]) => ({ promoters, passives, detractors }),
  measure: npsMeasure,
  change: npsChange,
  isAdjusted: true,
  onHome: 'line-and-button',
  isAlwaysInOverview: true,
};

/**
 * % promoters − % detractors, −100 to 100. The interval is the adjusted Wald interval of Rocks (2016) around the
 * adjusted point, clipped to ±100, so that it need not lie evenly around the score: 50/30/20 → 30, [14.05, 44.20].
 */
export function npsMeasure(counts: NpsCounts): Measure<NpsCounts> {
  const base = baseOf(counts);
  const value = scoreOf(counts);
  if (value === null) return { value, base, counts, interval: null };
  const { point, error } = adjusted(counts);
  const margin = z95 * error;
  const interval = [Math.max(-100, 100 * (point - margin)), Math.min(100, 100 * (point + margin))] as const;
  return { value, base, counts, interval };
}

/**
 * The difference of two scores in points; proven or not by the z of the two adjusted scores (Rocks 2016).
 *
 * @returns null where one of the two has no votes
 */
export function npsChange(now: NpsCounts, before: NpsCounts): Change | null {
  const [score, scoreBefore] = [scoreOf(now), scoreOf(before)];
  if (score === null || scoreBefore === null) return null;
  const [a, b] = [adjusted(now), adjusted(before)];
  const p = twoSidedP((a.point - b.point) / Math.hypot(a.error, b.error));
  return { value: score - scoreBefore, p, proven: p < 0.05 };
}

function baseOf({ promoters, passives, detractors }: NpsCounts): number {
  return promoters + passives + detractors;
}

function scoreOf(counts: NpsCounts): number | null {
  const base = baseOf(counts);
  return base === 0 ? null : (100 * (counts.promoters - counts.detractors)) / base;
}

/** Three votes are added: ¾ promoter, 1½ passives, ¾ detractor. Point and standard error, −1 to 1. */
function adjusted(counts: NpsCounts): { readonly point: number; readonly error: number } {
  const n = baseOf(counts) + 3;
  const promoters = (counts.promoters + 0.75) / n;
  const detractors = (counts.detractors + 0.75) / n;
  const point = promoters - detractors;
  return { point, error: Math.sqrt((promoters + detractors - point * point) / n) };
}
