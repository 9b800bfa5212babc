import type { AnswerKind } from '../loyalty/answer.ts';
import type { DigestSection } from '../loyalty/digest.ts';
import type { CampaignReport } from '../loyalty/figures/campaign.ts';
import type { FigureName, FigureReport } from '../loyalty/figures/figure.ts';
import type { FollowUpStatus } from '../loyalty/follow-up.ts';
import type { ImportKind } from '../loyalty/import-kind.ts';
import type { LadderRules, Placement, Rung, RungReason } from '../loyalty/ladder.ts';
import type { Day, Window } from '../loyalty/period.ts';
import type { CurrencyRate } from '../loyalty/rates.ts';
import type { NameStyle } from '../loyalty/settings.ts';
import type { NewSpend } from '../loyalty/spend.ts';

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
  | {
      readonly kind: 'figure';
      readonly report: FigureReport;
      /** CSAT: the average of the answers, 1–5. */
      readonly average: number | null;
    }
  | {
      readonly kind: 'figure-by-rung';
      readonly figure: FigureName;
      readonly window: Window;
      /** Null: anonymous answers. */
      readonly rows: readonly { readonly rung: Rung | null; readonly report: FigureReport }[];
      readonly total: FigureReport;
    }
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
  /** A short confirmation, for example feedback.recorded. */
  | { readonly kind: 'note'; readonly note: Note };

export type Note =
  | { readonly kind: 'feedback-recorded'; readonly customer: CustomerName | null; readonly followUpOpened: boolean }
  | { readonly kind: 'pinned'; readonly customer: CustomerName; readonly rung: Rung; readonly untilDay: Day | null }
  | { readonly kind: 'unpinned'; readonly customer: CustomerName; readonly rung: Rung | null }
  | { readonly kind: 'settings-saved' }
  | { readonly kind: 'customer-edited'; readonly customer: CustomerName }
  | { readonly kind: 'recommendation-noted'; readonly customer: CustomerName; readonly outcome: 'won' | 'lost' }
  | { readonly kind: 'spend-added' }
  | { readonly kind: 'rate-set'; readonly currency: string; readonly base: string; readonly day: Day }
  | { readonly kind: 'campaign-removed'; readonly name: string }
  | { readonly kind: 'digest-saved'; readonly channelId: string; readonly dueAt: Date; readonly timeZone: string }
  | { readonly kind: 'digest-queued'; readonly channelId: string }
  | { readonly kind: 'shared'; readonly channelId: string }
  /** Its progress is told in the member's conversation with the app. */
  | { readonly kind: 'import-started' }
  | {
      readonly kind: 'claim';
      readonly outcome: 'claimed' | 'already-yours' | 'done' | 'gone' | 'handed-back' | 'closed';
    }
  | { readonly kind: 'claim-taken'; readonly stewardId: string }
  | { readonly kind: 'handed-back-for'; readonly stewardId: string }
  | { readonly kind: 'passed-on'; readonly stewardId: string }
  | { readonly kind: 'not-yours'; readonly stewardId: string | null };

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
