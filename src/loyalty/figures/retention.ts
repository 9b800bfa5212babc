import { dimensions, type Figure } from './figure.ts';
import { shareOf } from './share.ts';

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
  /** The share of those active at the start who still are: 90 of 120 → .75. */
  ...shareOf(({ active, lost }) => ({ hits: active - lost, base: active })),
  better: 'higher',
  dimensions,
  reads: stayReads,
  countsOf: toStayCounts,
  rungAt: 'start',
  onHome: 'line-and-button',
  movesWith: 'churn',
};

export function toStayCounts([active = 0, lost = 0]: readonly number[]): StayCounts {
  return { active, lost };
}
