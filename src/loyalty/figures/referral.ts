import type { Change, Figure, Measure } from './figure.ts';
import { shareChange } from './share-change.ts';
import { wilsonInterval } from './wilson.ts';

/** Customers, and those of them whose recommendation won another one. */
export type ReferralCounts = {
  readonly customers: number;
  readonly recommenders: number;
};

export const referral: Figure<ReferralCounts> = {
  unit: 'share',
  better: 'higher',
  dimensions: ['country', 'segment', 'source'],
  reads: [{ kind: 'tallies', of: 'referral', days: 'before-end' }],
  countsOf: ([customers = 0, recommenders = 0]) => ({ customers, recommenders }),
  measure: referralMeasure,
  change: referralChange,
  isAsOf: true,
};

/** The referral rate, 0 to 1, with its Wilson 95 % interval: 12 of 240 → .05. */
export function referralMeasure(counts: ReferralCounts): Measure<ReferralCounts> {
  const { customers, recommenders } = counts;
  const value = customers === 0 ? null : recommenders / customers;
  return { value, base: customers, counts, interval: wilsonInterval(recommenders, customers) };
}

/** The difference of two rates, −1 to 1. @returns null where there were no customers in one of the two windows */
export function referralChange(now: ReferralCounts, before: ReferralCounts): Change | null {
  const toShare = ({ customers, recommenders }: ReferralCounts) => ({ hits: recommenders, base: customers });
  return shareChange(toShare(now), toShare(before));
}
