import type { Cohort } from '../loyalty/counts/cohorts.ts';
import type { Verification } from '../loyalty/counts/verification.ts';
import type { Money } from '../loyalty/facts/money.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { NewSpend } from '../loyalty/facts/spend.ts';
import type { CampaignReport } from '../loyalty/figures/campaign-response.ts';
import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import type { FigureName } from '../loyalty/figures/index.ts';
import type { FigureReport } from '../loyalty/figures/report.ts';
import type { Series } from '../loyalty/figures/series.ts';
import type { CardState, FollowUpPlace } from '../loyalty/follow-up.ts';
import type { Rung } from '../loyalty/ladder/rung-rules.ts';
import type { Settings } from '../loyalty/settings.ts';
import type { Survey } from '../loyalty/survey.ts';
import type { Day, Window } from '../loyalty/time/period.ts';
import type { Locale } from '../text/define-text.ts';
import type { CustomerCard, CustomerName, CustomerValue, FollowUpFacts } from './customer.ts';
import type { CustomerListFacts } from './customer-list.ts';
import type { DefinedName } from './defined.ts';
import type { ImportResult, ListedImport } from './import.ts';
import type { LadderFacts } from './ladder.ts';
import type { AtRiskReply, PredictionReply } from './prediction.ts';
import type { DigestFacts, DigestTurned, ReviewFacts, TargetFacts } from './report.ts';
import type { SegmentFacts } from './segment.ts';
import type { CausesFacts, VoiceListFacts } from './voice-list.ts';

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
      /** Parts all of which hold of everybody who is counted; left out: none. */
      readonly within?: readonly Part[];
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
      /** Further parts, all of which hold too; left out: none. */
      readonly within?: readonly Part[];
      /** As the values of the series are. */
      readonly target: number | null;
      /** Of amounts of money. */
      readonly currency?: string;
    }
  /** Who ordered in which month after the first order, by the month of the first. */
  | {
      readonly kind: 'cohorts';
      readonly cohorts: readonly Cohort[];
      /** The window in which they began; left out: the last 13 months. */
      readonly over?: Window;
      /** Parts all of which hold of everybody who is counted; left out: none. */
      readonly parts?: readonly Part[];
    }
  /** How a figure, or another term, is defined. */
  | { readonly kind: 'definition'; readonly name: DefinedName }
  /** The average lifetime value, and what a customer cost to win in the 365 days before. */
  | { readonly kind: 'clv'; readonly report: FigureReport; readonly cost: FigureReport }
  | { readonly kind: 'customer-value'; readonly value: CustomerValue }
  | { readonly kind: 'customer'; readonly card: CustomerCard }
  /** What a customer's card leaves out. */
  | { readonly kind: 'customer-more'; readonly card: CustomerCard }
  | {
      readonly kind: 'customer-list';
      readonly list: CustomerListFacts;
      /** The reporting one. */
      readonly currency: string;
      /** May have it as a file. */
      readonly mayExport: boolean;
    }
  /** What customers said. */
  | { readonly kind: 'voice-list'; readonly list: VoiceListFacts; readonly mayExport: boolean }
  /** Why customers complain: the causes of the follow-ups that were closed in a window. */
  | { readonly kind: 'causes'; readonly causes: CausesFacts }
  | {
      /** Several customers answer to what was typed. */
      readonly kind: 'customers';
      readonly typed: string;
      readonly found: readonly (CustomerName & { readonly rung: Rung | null })[];
      readonly more: boolean;
      /** May make a customer of what was typed. */
      readonly mayMake: boolean;
    }
  | {
      readonly kind: 'follow-ups';
      readonly filter: FollowUpFilter;
      readonly followUps: readonly FollowUpFacts[];
      readonly total: number;
      /** How many stood on the pages before; left out: none. */
      readonly before?: number;
      /** Where the next page begins; null, or left out: there is none. */
      readonly next?: FollowUpPlace | null;
    }
  | {
      readonly kind: 'help';
      /** The words that were not understood, the nearest command, and what was typed after them. */
      readonly unknown: {
        readonly typed: string;
        readonly nearest: string | null;
        readonly after?: string;
        /** Something of it was understood, though no command was named first. */
        readonly isSentence?: true;
      } | null;
      /** Left out: the most used ones are told. */
      readonly of?: 'all' | 'named';
      readonly commands: readonly string[];
    }
  | { readonly kind: 'import'; readonly result: ImportResult }
  /** The newest, each of which may be taken back. */
  | { readonly kind: 'imports'; readonly imports: readonly ListedImport[] }
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
      /** False: none is called as it was typed, and these are all there are. */
      readonly isFound?: boolean;
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
  /** Segments that keep themselves. */
  | { readonly kind: 'segments'; readonly segments: readonly SegmentFacts[]; readonly mayManage: boolean }
  | { readonly kind: 'settings'; readonly settings: SettingsFacts }
  | {
      /** A link by which a customer answers a survey, for whoever asked to hand on. */
      readonly kind: 'survey-link';
      readonly customer: CustomerName;
      readonly survey: Survey;
      readonly link: string;
      /** The company that asks, and the language that the customer reads. */
      readonly asker: string;
      readonly asksIn: Locale;
      readonly invitationId: number;
      /** Where it can be sent by mail now; null: nowhere. */
      readonly mailTo: string | null;
      /** False: it was made before, and is not answered yet. */
      readonly isNew: boolean;
      /** The last day on which it holds. */
      readonly untilDay: Day;
      /** The first day on which the customer may be asked again. */
      readonly againFrom: Day;
    }
  | {
      /** Nobody is asked twice within the contact limit. */
      readonly kind: 'asked-lately';
      readonly customer: CustomerName;
      readonly askedDay: Day;
      readonly isAnswered: boolean;
      readonly againFrom: Day;
    }
  | PredictionReply
  | AtRiskReply
  | { readonly kind: 'targets'; readonly targets: readonly TargetFacts[]; readonly mayChange: boolean }
  /** What came of holding all that is kept against the facts; `afterRepair` null: nothing was counted anew. */
  | { readonly kind: 'verification'; readonly found: Verification; readonly afterRepair: Verification | null }
  /** A short confirmation, for example feedback.recorded. */
  | { readonly kind: 'note'; readonly note: Note };

/** The address takes no mail; nothing took it for days; it may have been sent, and is not sent again. */
export type MailTrouble = 'refused' | 'failed' | 'unsure';

/** Why a survey is not sent by mail. */
export type NotMailed = 'mailed' | 'no-address' | 'unsubscribed' | 'bounced' | 'closed' | 'no-server';

export type Note =
  | { readonly kind: 'feedback-recorded'; readonly customer: CustomerName | null; readonly followUpOpened: boolean }
  /** The message was saved before, with other words or by somebody else; nothing was changed. */
  | { readonly kind: 'feedback-known'; readonly customer: CustomerName | null }
  | { readonly kind: 'pinned'; readonly customer: CustomerName; readonly rung: Rung; readonly untilDay: Day | null }
  | { readonly kind: 'unpinned'; readonly customer: CustomerName; readonly rung: Rung | null }
  | { readonly kind: 'settings-saved' }
  /** A list of customers, as a file in the member's conversation with the app. */
  | { readonly kind: 'customers-sent' }
  | { readonly kind: 'customers-written' | 'voices-written'; readonly path: string; readonly count: number }
  | { readonly kind: 'segment-saved' | 'segment-removed'; readonly name: string }
  /** Somebody else deleted it meanwhile. */
  | { readonly kind: 'segment-gone' }
  | { readonly kind: 'target-saved'; readonly target: TargetFacts }
  /** Null: it was gone already. */
  | { readonly kind: 'target-removed'; readonly target: Pick<TargetFacts, 'figure' | 'part'> | null }
  | { readonly kind: 'customer-edited'; readonly customer: CustomerName }
  | { readonly kind: 'customer-made'; readonly customer: CustomerName }
  | {
      readonly kind: 'corrected';
      readonly what: 'order' | 'customer' | 'remove-order' | 'answer' | 'remove-answer' | 'remove-customer';
      /** Null: nobody is known to have said it. */
      readonly customer: CustomerName | null;
      /** False: it was gone already. */
      readonly done: boolean;
    }
  | { readonly kind: 'recommendation-noted'; readonly customer: CustomerName; readonly outcome: 'won' | 'lost' }
  | { readonly kind: 'spend-added' }
  | { readonly kind: 'rate-set'; readonly currency: string; readonly base: string; readonly day: Day }
  | { readonly kind: 'campaign-removed'; readonly name: string }
  | { readonly kind: 'digest-saved'; readonly channelId: string; readonly dueAt: Date; readonly timeZone: string }
  | { readonly kind: 'digest-turned'; readonly channelId: string; readonly turned: DigestTurned }
  | { readonly kind: 'review-saved'; readonly channelId: string; readonly dueAt: Date; readonly timeZone: string }
  /** No review comes to this channel. */
  | { readonly kind: 'review-off'; readonly channelId: string }
  /** What became of the post so far; left out where nobody waited for that. */
  | { readonly kind: 'digest-queued'; readonly channelId: string; readonly posted?: CardState }
  | { readonly kind: 'shared'; readonly channelId: string; readonly posted?: CardState }
  /** What waits for a channel is sent again now; false: nothing waits any more. */
  | { readonly kind: 'channel-tried'; readonly channelId: string; readonly waiting: boolean }
  | { readonly kind: 'channel-replaced'; readonly from: string; readonly to: string }
  /** Its progress is told in the member's conversation with the app. */
  | { readonly kind: 'import-started' }
  | { readonly kind: 'import-undone'; readonly fileName: string }
  /** The survey goes to the customer by mail. */
  | { readonly kind: 'mail-queued'; readonly customer: CustomerName; readonly address: string }
  | { readonly kind: 'link-taken-back'; readonly done: boolean }
  | { readonly kind: 'mail-trouble'; readonly customer: CustomerName; readonly why: MailTrouble }
  | { readonly kind: 'not-mailed'; readonly customer: CustomerName; readonly why: NotMailed }
  /** So is this one's, and its answer. */
  | { readonly kind: 'prediction-asked'; readonly atWork: boolean }
  | { readonly kind: 'follow-up-opened'; readonly announced: boolean }
  | { readonly kind: 'follow-up-at-work'; readonly stewardId: string | null }
  | { readonly kind: 'claim'; readonly outcome: 'already-yours' | 'done' | 'gone' | 'closed' }
  | { readonly kind: 'claimed'; readonly card: CardState }
  /** Null: it was their own; else whose it was. */
  | { readonly kind: 'handed-back'; readonly stewardId: string | null; readonly card: CardState }
  /** It is done, and its card does not show it. */
  | { readonly kind: 'closed'; readonly card: CardState }
  | { readonly kind: 'claim-taken'; readonly stewardId: string }
  | { readonly kind: 'passed-on'; readonly stewardId: string }
  | { readonly kind: 'not-yours'; readonly stewardId: string | null };

export interface SettingsFacts extends Omit<Settings, 'locale'> {
  readonly locale: string;
  readonly admins: readonly string[];
  readonly stewards: readonly string[];
  readonly ownLocale: string | null;
  readonly mayChange: boolean;
}
