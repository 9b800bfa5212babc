import type { Figure } from './figure.ts';
import { retention, type StayCounts, toStayCounts } from './retention.ts';
import { shareOf } from './share.ts';

export const churn: Figure<StayCounts> = {
  /** 1 − retention rate: the share of those active at the start who no longer are: 30 of 120 → .25. */
  ...shareOf(({ active, lost }) => ({ hits: lost, base: active })),
  better: 'lower',
  dimensions: retention.dimensions,
  reads: retention.reads,
  rungAt: 'start',
  countsOf: toStayCounts,
};

/**
 * The churn of a year from that of another length of time, if it goes on alike: who stays, stays again with the same
 * chance. 5 % a month is 45.96 % a year, not 60 %.
 *
 * @param churn 0 to 1, over one of `periodsPerYear` equal periods
 */
export function yearlyChurn(churn: number, periodsPerYear: number): number {
  return -Math.expm1(periodsPerYear * Math.log1p(-churn));
}
