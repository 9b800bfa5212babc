import type { Part } from '../loyalty/figures/figure.ts';
import type { Rung } from '../loyalty/ladder/rung-rules.ts';
import type { StoredFacts } from '../loyalty/prediction/facts.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { CustomerName, FollowUpFacts } from './customer.ts';

/** A prediction as told: what it is of, and what it found. */
export interface ToldPrediction {
  /** Orders before this day count. */
  readonly asOf: Day;
  /** Of all amounts. */
  readonly currency: string;
  readonly facts: StoredFacts;
}

export interface PredictionReply {
  readonly kind: 'prediction';
  /** Null: none was made yet. */
  readonly prediction: ToldPrediction | null;
  /** A new one is being made. */
  readonly atWork: boolean;
  readonly mayRun: boolean;
}

export interface AtRiskReply extends Omit<PredictionReply, 'kind'> {
  readonly kind: 'at-risk';
  /** Parts all of which hold of everybody who is told; left out: none. */
  readonly parts?: readonly Part[];
  /** Of whom most can still be won first. */
  readonly customers: readonly AtRiskCustomer[];
  /** How many there are in all. */
  readonly total: number;
}

export interface AtRiskCustomer extends CustomerName {
  readonly rung: Rung | null;
  readonly churnRisk: number;
  readonly lastOrderDay: Day | null;
  /** The middle of the gaps between order days; null for who bought on one day only. */
  readonly usualGapDays: number | null;
  readonly expectedOrders: number;
  readonly orderValueMinor: number;
  /** The predicted CLV. */
  readonly valueMinor: number;
  /** What there is to lose: the same, were it certain that the customer is still one. */
  readonly stakeMinor: number;
  readonly valueLostMinor: number;
  /** What can still be won: stake × the chance of coming back, by the risk as it is told. */
  readonly winnableMinor: number;
  /** The one that is not done. */
  readonly followUp: Pick<FollowUpFacts, 'id' | 'status' | 'stewardId'> | null;
}
