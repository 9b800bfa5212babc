import type { CustomerLink } from '../loyalty/customer-links.ts';
import type { OwnValue } from '../loyalty/customer-value.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { Money } from '../loyalty/facts/money.ts';
import type { Scale } from '../loyalty/facts/scale.ts';
import type { FollowUpReason, FollowUpStatus } from '../loyalty/follow-up.ts';
import type { NextRung, Placement, Rung, RungReason } from '../loyalty/ladder/rung-rules.ts';
import type { ToldRisk } from '../loyalty/prediction/told-risk.ts';
import type { Survey } from '../loyalty/survey.ts';
import type { Day } from '../loyalty/time/period.ts';

/** A customer as told in Slack; how the name is shown (full, initials, id) is decided before it comes here. */
export interface CustomerName {
  readonly id: number;
  /** The customer's own number in the company's systems. */
  readonly externalId: string;
  /** Null: no name is known, or the workspace shows none. */
  readonly shownName: string | null;
}

/** What a customer said, as told to members. */
export interface Voice {
  readonly answerId: number;
  /** Null: anonymous. */
  readonly customer: CustomerName | null;
  readonly rung: Rung | null;
  readonly kind: AnswerKind;
  readonly day: Day;
  readonly score: number | null;
  /** What was given on another scale than the kind's. */
  readonly given?: { readonly score: number; readonly scale: Scale } | null;
  /** 0–100. */
  readonly cliMean: number | null;
  readonly comment: string | null;
  readonly source: string | null;
  /** Who of the customer said it; null or left out: the customer itself, or no name is shown. */
  readonly respondent?: string | null;
  readonly negative: boolean;
}

export interface FollowUpFacts {
  readonly id: number;
  readonly customer: CustomerName | null;
  readonly rung: Rung | null;
  /** Revenue so far, per currency; empty: none. */
  readonly value: readonly Money[];
  readonly lastOrderDay: Day | null;
  readonly status: FollowUpStatus;
  readonly dueDay: Day;
  readonly overdue: boolean;
  readonly stewardId: string | null;
  /** The member who looks after the customer; left out: nobody. */
  readonly ownerId?: string;
  /** Who handed it back, or closed it, while another member had it; null: nobody else did. */
  readonly release: { readonly byId: string | null; readonly ofId: string | null } | null;
  readonly cause: string | null;
  readonly outcome: string | null;
  /** Why a member opened it; left out: for what the customer said. */
  readonly reason?: FollowUpReason;
  /** Newest first. */
  readonly voices: readonly Voice[];
  /** How many there are, when `voices` holds only the newest. */
  readonly voiceCount: number;
}

/** How likely a customer is to stay away, as the newest prediction sees it. */
export type CustomerRisk =
  /** An order has come since. */
  | { readonly kind: 'ordered-since' }
  | {
      readonly kind: 'predicted';
      /** As high as that of customers at risk. */
      readonly isHigh: boolean;
      readonly days: number;
      /** Null: as no number. */
      readonly told: ToldRisk | null;
    };

/** That a customer was asked, and what came of it so far: not arrived is a mail that no server took. */
export interface AskedFacts {
  readonly survey: Survey;
  readonly day: Day;
  readonly state: 'answered' | 'open' | 'not-arrived';
}

export interface CustomerCard {
  readonly customer: CustomerName;
  readonly email: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly sinceDay: Day | null;
  /** How the customer was won. */
  readonly source: string | null;
  /** The tags of this customer. */
  readonly segments: readonly string[];
  /** Of those that keep themselves, the ones whose rule holds of this customer today. */
  readonly segmentsByRule: readonly string[];
  /** How long the relationship is expected to last. */
  readonly relationshipYears: number | null;
  /** What winning the customer cost. */
  readonly cost: Money | null;
  /** What the recommender was paid. */
  readonly reward: Money | null;
  /** Recommendations by this customer that won nobody. */
  readonly lostRecommendations: number;
  readonly placement: Placement | null;
  /** Since when, and why, the customer stands on this rung. */
  readonly since: { readonly day: Day; readonly reason: RungReason } | null;
  /** What is missing for the next rung; null: it is the last one, or set by hand. */
  readonly next: NextRung | null;
  /** The day on which time alone ends the rung, if no order comes. */
  readonly endsOn: Day | null;
  readonly pin: {
    readonly id: number;
    readonly rung: Rung;
    readonly reason: string;
    readonly authorId: string;
    readonly untilDay: Day | null;
  } | null;
  readonly orderCount: number;
  readonly value: readonly Money[];
  readonly orders: readonly (Money & { readonly orderId: string; readonly day: Day; readonly status: string })[];
  readonly voices: readonly Voice[];
  readonly recommendedBy: CustomerName | null;
  /** Customers won by this customer's recommendation. */
  readonly recommended: readonly CustomerName[];
  readonly openFollowUp: Pick<FollowUpFacts, 'id' | 'status' | 'stewardId' | 'dueDay'> | null;
  /** The newest survey that the customer was asked; null: none. */
  readonly asked: AskedFacts | null;
  /** Null: nothing is predicted. */
  readonly risk: CustomerRisk | null;
  /** The member who looks after the customer. */
  readonly ownerId: string | null;
  /** Where the company looks customers up. */
  readonly links: readonly CustomerLink[];
  readonly mayPin: boolean;
}

/** What one customer is worth. Amounts in minor units of the reporting currency; null: not known. */
export interface CustomerValue extends OwnValue {
  readonly customer: CustomerName;
  /** Of the 365 days before this day. */
  readonly asOf: Day;
  readonly currency: string;
  /** 0 to 1. */
  readonly yearlyChurn: number | null;
  /** What winning the customer cost. */
  readonly costMinor: number | null;
  /** Yearly revenue × years − what winning the customer cost. */
  readonly simpleMinor: number | null;
  /** Customers won by this one's recommendation, their own values, and what was paid for them. */
  readonly won: { readonly count: number; readonly valueMinor: number | null; readonly rewardMinor: number };
  readonly lost: { readonly count: number; readonly valueMinor: number | null };
  readonly withRecommendationsMinor: number | null;
  /** Null: nothing is predicted for this customer. */
  readonly predicted: {
    readonly days: number;
    readonly orders: number;
    readonly valueMinor: number | null;
    /** 0 to 1. */
    readonly churnRisk: number;
    /** The risk as people are told it; null: as no number. */
    readonly told: ToldRisk | null;
  } | null;
}

/** What the message tells that many alerts of an hour share. */
export interface SharedAlertsFacts {
  /** How many an hour get a card of their own. */
  readonly alertsPerHour: number;
  readonly count: number;
  readonly open: number;
  readonly claimed: number;
  readonly done: number;
  /** The first to take, then those that somebody has, as many as there is room for. */
  readonly list: readonly FollowUpFacts[];
}
