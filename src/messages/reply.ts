import type { AnswerKind } from '../loyalty/answer.ts';
import type { Cohort } from '../loyalty/cohorts.ts';
import type { OwnValue } from '../loyalty/customer-value.ts';
import type { DigestSection } from '../loyalty/digest.ts';
import type { CampaignReport } from '../loyalty/figures/campaign.ts';
import type { Dimension, FigureName, FigureReport, Part } from '../loyalty/figures/figure.ts';
import type { FollowUpCause, FollowUpReason, FollowUpStatus } from '../loyalty/follow-up.ts';
import type { ImportKind } from '../loyalty/import-kind.ts';
import type { LadderRules, Placement, Rung, RungReason } from '../loyalty/ladder.ts';
import type { Day, Window } from '../loyalty/period.ts';
import type { CurrencyRate } from '../loyalty/rates.ts';
import type { Series } from '../loyalty/series.ts';
import type { NameStyle } from '../loyalty/settings.ts';
import type { NewSpend } from '../loyalty/spend.ts';
import type { Comparison, TargetSpan, TargetState } from '../loyalty/target.ts';
import type { Verification } from '../loyalty/verification.ts';
import type { DefinedName } from './definitions/index.ts';
import type { AtRiskReply, PredictionReply } from './prediction-reply.ts';

/** A customer as told in Slack; how the name is shown (full, initials, id) is decided before it comes here. */
export interface CustomerName {
  readonly id: number;
  /** The customer's own number in the company's systems. */
  readonly externalId: string;
  /** Null: no name is known, or the workspace shows none. */
  readonly shownName: string | null;
}

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export type RungCounts = Readonly<Record<Rung, number>>;

/** How many went from one rung to another in a window; `from` null: newly known. */
export interface Movement {
  readonly from: Rung | null;
  readonly to: Rung;
  readonly count: number;
}

/** One customer's change of rung. */
export interface Mover extends CustomerName {
  readonly from: Rung | null;
  readonly to: Rung;
  readonly day: Day;
  readonly reason: RungReason;
}

export interface LadderFacts {
  /** The day the counts are as of (exclusive): facts before it count. */
  readonly asOf: Day;
  readonly window: Window;
  readonly counts: RungCounts;
  readonly movements: readonly Movement[];
  /** The newest, at most ten each; how many there are in all follows from `movements`. */
  readonly up: readonly Mover[];
  readonly down: readonly Mover[];
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
  /** 0–100. */
  readonly cliMean: number | null;
  readonly comment: string | null;
  readonly source: string | null;
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

export interface CustomerCard {
  readonly customer: CustomerName;
  readonly email: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly sinceDay: Day | null;
  /** How the customer was won. */
  readonly source: string | null;
  readonly segments: readonly string[];
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
  readonly openFollowUp: {
    readonly id: number;
    readonly status: FollowUpStatus;
    readonly stewardId: string | null;
    readonly dueDay: Day;
  } | null;
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
  } | null;
}

/** A campaign with the response rate of each variant. */
export interface CampaignFacts extends CampaignReport {
  readonly id: number;
  readonly name: string;
}

export type FollowUpFilter = 'all' | 'mine' | 'open' | 'overdue';

/** What a command answers: facts, not words. The shell prints them, messages/ draws them. */
export type Reply =
  | {
      readonly kind: 'overview';
      readonly ladder: LadderFacts;
      readonly figures: readonly FigureReport[];
      readonly followUps: { readonly open: number; readonly claimed: number; readonly overdue: number };
      readonly customers: number;
      readonly orders: number;
      readonly revenue: readonly Money[];
      /** Messages that Slack did not take; told to those who may change settings. */
      readonly undelivered: number;
    }
  | { readonly kind: 'ladder'; readonly ladder: LadderFacts }
  | { readonly kind: 'figure'; readonly report: FigureReport }
  | {
      readonly kind: 'figure-by';
      readonly figure: FigureName;
      readonly by: Dimension;
      readonly window: Window;
      /** A rung, `anonymous`, a country, a segment, a source; empty: not known. */
      readonly rows: readonly { readonly value: string; readonly report: FigureReport }[];
      readonly total: FigureReport;
    }
  | {
      /** A figure over time. */
      readonly kind: 'trend';
      readonly series: Series;
      /** Left out: of all. */
      readonly part?: Part;
      /** As the values of the series are. */
      readonly target: number | null;
      /** Of amounts of money. */
      readonly currency?: string;
    }
  /** Who ordered in which month after the first order, by the month of the first. */
  | { readonly kind: 'cohorts'; readonly cohorts: readonly Cohort[] }
  /** How a figure, or another term, is defined. */
  | { readonly kind: 'definition'; readonly name: DefinedName }
  /** The average lifetime value, and what a customer cost to win in the 365 days before. */
  | { readonly kind: 'clv'; readonly report: FigureReport; readonly cost: FigureReport }
  | { readonly kind: 'customer-value'; readonly value: CustomerValue }
  | { readonly kind: 'customer'; readonly card: CustomerCard }
  | {
      /** Several customers answer to what was typed. */
      readonly kind: 'customers';
      readonly typed: string;
      readonly found: readonly (CustomerName & { readonly rung: Rung | null })[];
      readonly more: boolean;
    }
  | {
      readonly kind: 'follow-ups';
      readonly filter: FollowUpFilter;
      readonly followUps: readonly FollowUpFacts[];
      readonly total: number;
    }
  | {
      readonly kind: 'help';
      /** The word that was not understood, and the nearest one that is. */
      readonly unknown: { readonly typed: string; readonly nearest: string | null } | null;
      readonly commands: readonly string[];
    }
  | { readonly kind: 'import'; readonly result: ImportResult }
  | {
      readonly kind: 'digest-settings';
      readonly schedules: readonly {
        readonly id: number;
        readonly kind: 'digest' | 'quarterly-review';
        readonly channelId: string;
        readonly cron: string;
        readonly timeZone: string;
        readonly locale: string;
        readonly sections: readonly string[];
        readonly active: boolean;
        readonly dueAt: Date;
      }[];
    }
  | { readonly kind: 'digest'; readonly digest: DigestFacts }
  | { readonly kind: 'review'; readonly review: ReviewFacts }
  | { readonly kind: 'campaign'; readonly campaign: CampaignFacts; readonly mayManage: boolean }
  | {
      /** All campaigns, or those that answer to what was typed, the newest first. */
      readonly kind: 'campaigns';
      readonly typed: string | null;
      readonly campaigns: readonly CampaignFacts[];
      readonly more: boolean;
    }
  /** The newest entries. */
  | { readonly kind: 'spend'; readonly spend: readonly NewSpend[]; readonly more: boolean; readonly mayManage: boolean }
  | {
      /** The newest first; into the reporting currency. */
      readonly kind: 'rates';
      readonly base: string;
      readonly rates: readonly CurrencyRate[];
      readonly more: boolean;
      readonly mayManage: boolean;
    }
  | { readonly kind: 'settings'; readonly settings: SettingsFacts }
  | PredictionReply
  | AtRiskReply
  | { readonly kind: 'targets'; readonly targets: readonly TargetFacts[]; readonly mayChange: boolean }
  /** What came of holding all that is kept against the facts; `afterRepair` null: nothing was counted anew. */
  | { readonly kind: 'verification'; readonly found: Verification; readonly afterRepair: Verification | null }
  /** A short confirmation, for example feedback.recorded. */
  | { readonly kind: 'note'; readonly note: Note };

export type Note =
  | { readonly kind: 'feedback-recorded'; readonly customer: CustomerName | null; readonly followUpOpened: boolean }
  /** The message was saved before, with other words or by somebody else; nothing was changed. */
  | { readonly kind: 'feedback-known'; readonly customer: CustomerName | null }
  | { readonly kind: 'pinned'; readonly customer: CustomerName; readonly rung: Rung; readonly untilDay: Day | null }
  | { readonly kind: 'unpinned'; readonly customer: CustomerName; readonly rung: Rung | null }
  | { readonly kind: 'settings-saved' }
  | { readonly kind: 'target-saved'; readonly target: TargetFacts }
  /** Null: it was gone already. */
  | { readonly kind: 'target-removed'; readonly target: Pick<TargetFacts, 'figure' | 'part'> | null }
  | { readonly kind: 'customer-edited'; readonly customer: CustomerName }
  | { readonly kind: 'recommendation-noted'; readonly customer: CustomerName; readonly outcome: 'won' | 'lost' }
  | { readonly kind: 'spend-added' }
  | { readonly kind: 'rate-set'; readonly currency: string; readonly base: string; readonly day: Day }
  | { readonly kind: 'campaign-removed'; readonly name: string }
  | { readonly kind: 'digest-saved'; readonly channelId: string; readonly dueAt: Date; readonly timeZone: string }
  | { readonly kind: 'review-saved'; readonly channelId: string; readonly dueAt: Date; readonly timeZone: string }
  /** No review comes to this channel. */
  | { readonly kind: 'review-off'; readonly channelId: string }
  | { readonly kind: 'digest-queued'; readonly channelId: string }
  | { readonly kind: 'shared'; readonly channelId: string }
  /** Its progress is told in the member's conversation with the app. */
  | { readonly kind: 'import-started' }
  /** So is this one's, and its answer. */
  | { readonly kind: 'prediction-asked'; readonly atWork: boolean }
  | { readonly kind: 'follow-up-opened'; readonly announced: boolean }
  | { readonly kind: 'follow-up-at-work'; readonly stewardId: string | null }
  | {
      readonly kind: 'claim';
      readonly outcome: 'claimed' | 'already-yours' | 'done' | 'gone' | 'handed-back' | 'closed';
    }
  | { readonly kind: 'claim-taken'; readonly stewardId: string }
  | { readonly kind: 'handed-back-for'; readonly stewardId: string }
  | { readonly kind: 'passed-on'; readonly stewardId: string }
  | { readonly kind: 'not-yours'; readonly stewardId: string | null };

/** A target and how far it is: what digests, the Home, alerts and the list of targets tell alike. */
export interface TargetFacts {
  readonly id: number;
  readonly figure: FigureName;
  /** Null: all customers. */
  readonly part: Part | null;
  readonly comparison: Comparison;
  /** Unrounded, in the figure's unit. */
  readonly value: number;
  /** The last day on which it counts. */
  readonly untilDay: Day;
  readonly span: TargetSpan;
  readonly state: TargetState;
  readonly createdBy: string;
  /** ISO 4217, of targets that are amounts. */
  readonly currency: string;
  /** The figure as it stands, over the target's own window. */
  readonly report: FigureReport;
  /** How far it still has to go, unrounded, in the figure's unit: 0 or less where it is met. Null: no value. */
  readonly distance: number | null;
  /** 0 on its last day, negative after it. */
  readonly daysLeft: number;
}

/** Why the alert channel is told of a figure. */
export interface FigureAlertFacts {
  readonly kind: 'reached' | 'left' | 'wrong-way';
  readonly part: Part | null;
  readonly report: FigureReport;
  /** Null where it is not about a target. */
  readonly target: TargetFacts | null;
}

export interface ImportResult {
  readonly kind: ImportKind;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly refusedFile: string | null;
  readonly customersMade: number;
  readonly followUps: number;
  /** The first refused rows, in words already. */
  readonly firstRefused: readonly { readonly line: number; readonly column: string | null; readonly reason: string }[];
}

export interface SettingsFacts {
  readonly timeZone: string;
  readonly currency: string;
  readonly locale: string;
  readonly nameStyle: NameStyle;
  readonly alertChannelId: string | null;
  readonly ladderRules: LadderRules;
  readonly admins: readonly string[];
  readonly stewards: readonly string[];
  readonly ownLocale: string | null;
  readonly mayChange: boolean;
}

export interface DigestFacts {
  readonly window: Window;
  readonly sections: readonly DigestSection[];
  readonly figures: readonly FigureReport[];
  /** Left out in what was written before there were targets. */
  readonly targets?: readonly TargetFacts[];
  readonly ladder: LadderFacts;
  readonly goodVoices: readonly Voice[];
  readonly badVoices: readonly Voice[];
  readonly followUps: {
    readonly open: number;
    readonly claimed: number;
    readonly overdue: number;
    readonly list: readonly FollowUpFacts[];
  };
  /** Set when it comes late: when it was due, and how many earlier ones are left out. Instants in ISO 8601. */
  readonly late: { readonly dueAt: string; readonly timeZone: string; readonly skipped: number } | null;
}

/** A quarter looked back on. */
export interface ReviewFacts {
  readonly window: Window;
  /** Each against the quarter before. */
  readonly figures: readonly FigureReport[];
  /** Those that held in the quarter, each against its value in it. */
  readonly targets: readonly TargetFacts[];
  readonly ladder: LadderFacts;
  /** Of the follow-ups that were closed: where the fault was found, the most frequent first. */
  readonly causes: {
    readonly closed: number;
    readonly closedBefore: number;
    readonly byCause: readonly { readonly cause: FollowUpCause; readonly count: number }[];
  };
  /** What losing one percentage point less of the customers a year would be worth, unrounded; null: not known. */
  readonly worth: {
    readonly active: number;
    readonly averageMinor: number;
    readonly worthMinor: number;
    readonly currency: string;
  } | null;
  /** As in a digest. */
  readonly late: DigestFacts['late'];
}
