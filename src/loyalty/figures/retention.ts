import type { Change, Figure, Measure } from './figure.ts';
import { shareChange } from './share-change.ts';
import { wilsonInterval } from './wilson.ts';

/**
 * Customers who were active when the window began (ordered within the active window before it), and those of them who
 * were no longer when it ended. Newcomers are in neither.
 */
export type StayCounts = {
  readonly active: number;
  readonly lost: number;
};

/** Who was active when the window began, and who of them no longer is. */
export const stayReads = [
  { kind: 'tallies', of: 'active', days: 'before-start' },
  { kind: 'stays', of: 'lost' },
] as const;

export const retention: Figure<StayCounts> = {
  unit: 'share',
  better: 'higher',
  dimensions: ['country', 'segment', 'source'],
  reads: stayReads,
  countsOf: toStayCounts,
  measure: retentionMeasure,
  change: retentionChange,
  onHome: 'line-and-button',
  movesWith: 'churn',
};

export function toStayCounts([active = 0, lost = 0]: readonly number[]): StayCounts {
  return { active, lost };
}

/** The share of those active at the start who still are, with its Wilson 95 % interval: 90 of 120 → .75. */
export function retentionMeasure(counts: StayCounts): Measure<StayCounts> {
  const { active, lost } = counts;
  const value = active === 0 ? null : (active - lost) / active;
  return { value, base: active, counts, interval: wilsonInterval(active - lost, active) };
}

/** The difference of two rates, −1 to 1. @returns null where nobody was active at one of the two starts */
export function retentionChange(now: StayCounts, before: StayCounts): Change | null {
  const toShare = ({ active, lost }: StayCounts) => ({ hits: active - lost, base: active });
  return shareChange(toShare(now), toShare(before));
}
