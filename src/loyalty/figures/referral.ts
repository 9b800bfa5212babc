import type { Figure } from './figure.ts';
import { shareOf } from './share.ts';

/** Customers, and those of them whose recommendation won another one. */
export type ReferralCounts = {
  readonly customers: number;
  readonly recommenders: number;
};

export const referral: Figure<ReferralCounts> = {
  /** The referral rate: 12 of 240 → .05. */
  ...shareOf(({ customers, recommenders }) => ({ hits: recommenders, base: customers })),
  better: 'higher',
  dimensions: ['country', 'segment', 'source'],
  reads: [{ kind: 'tallies', of: 'referral', days: 'before-end' }],
  countsOf: ([customers = 0, recommenders = 0]) => ({ customers, recommenders }),
  isAsOf: true,
};
