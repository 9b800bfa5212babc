import type { Change, Figure, Measure } from './figure.ts';
import { retention, type StayCounts, toStayCounts } from './retention.ts';
import { shareChange } from './share-change.ts';
import { wilsonInterval } from './wilson.ts';

export const churn: Figure<StayCounts> = {
  unit: 'share',
  better: 'lower',
  dimensions: retention.dimensions,
  reads: retention.reads,
  countsOf: toStayCounts,
  measure: churnMeasure,
  change: churnChange,
};

/** 1 − retention rate: the share of those active at the start who no longer are: 30 of 120 → .25. */
export function churnMeasure(counts: StayCounts): Measure<StayCounts> {
  const { active, lost } = counts;
  return { value: active === 0 ? null : lost / active, base: active, counts, interval: wilsonInterval(lost, active) };
}

/** The difference of two rates, −1 to 1. @returns null where nobody was active at one of the two starts */
export function churnChange(now: StayCounts, before: StayCounts): Change | null {
  const toShare = ({ active, lost }: StayCounts) => ({ hits: lost, base: active });
  return shareChange(toShare(now), toShare(before));
}

/**
 * The churn of a year from that of another length of time, if it goes on alike: who stays, stays again with the same
 * chance. 5 % a month is 45.96 % a year, not 60 %.
 *
 * @param churn 0 to 1, over one of `periodsPerYear` equal periods
 */
export function yearlyChurn(churn: number, periodsPerYear: number): number {
  return -Math.expm1(periodsPerYear * Math.log1p(-churn));
}
