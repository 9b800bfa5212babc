import type { Day } from '../time/period.ts';

/** A recommendation as it came in: it won somebody, or it won nobody. */
export type NewRecommendation = WonRecommendation | LostRecommendation;

interface Recommendation {
  /** Its own id, or a key made of its content. */
  readonly recommendationId: string;
  /** What it was known by before, where it has no id of its own; null or left out: the same. */
  readonly formerIds?: readonly string[] | null;
  /** The own number of the customer who recommended. */
  readonly recommender: string;
  readonly day: Day;
}

export interface WonRecommendation extends Recommendation {
  readonly outcome: 'won';
  /** The own number of the customer who was won; it has one recommender. */
  readonly customer: string;
  /** What the recommender was paid, in minor units; null says nothing. */
  readonly rewardMinor: number | null;
  readonly rewardCurrency: string | null;
}

export interface LostRecommendation extends Recommendation {
  readonly outcome: 'lost';
  readonly customer: null;
  /** What was lost with it, in minor units; null: the workspace's average customer lifetime value. */
  readonly valueMinor: number | null;
  readonly valueCurrency: string | null;
  readonly note: string | null;
}
