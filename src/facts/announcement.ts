import type { CustomerQuery } from '../loyalty/customer-query.ts';
import type { StoredFacts } from '../loyalty/prediction/facts.ts';
import type { VoiceQuery } from '../loyalty/voice-query.ts';
import type { Locale } from '../text/define-text.ts';
import type { FollowUpFacts, SharedAlertsFacts } from './customer.ts';
import type { ImportProgress } from './import.ts';
import type { ToldPrediction } from './prediction.ts';
import type { Reply } from './reply.ts';
import type { DigestFacts, FigureAlertFacts, PostedDigest, ReviewFacts } from './report.ts';

/**
 * What an outbox row says: kind, ids and facts, never blocks. What may change before it is sent (a card, a progress
 * line) is named by its id here and read when it is sent.
 */
export type Announcement =
  | { readonly kind: 'follow-up'; readonly followUpId: number }
  | { readonly kind: 'follow-up-event'; readonly followUpId: number; readonly event: FollowUpEventFacts }
  /** The message that alerts share which have no card of their own. */
  | { readonly kind: 'alerts'; readonly subject: string }
  | WholeAnnouncement
  | { readonly kind: 'import'; readonly importId: number }
  | { readonly kind: 'prediction'; readonly runId: number }
  /** Messages to a channel wait; who is told is an admin. */
  | ObstacleAnnouncement
  /** A file goes with it: the customers of a list. */
  | { readonly kind: 'customer-file'; readonly query: CustomerQuery; readonly locale: Locale }
  /** A file goes with it: the answers of a list. */
  | { readonly kind: 'voice-file'; readonly query: VoiceQuery; readonly locale: Locale }
  /** A file goes with it: the rows that were refused. */
  | { readonly kind: 'refused-rows'; readonly importId: number };

interface ObstacleAnnouncement {
  readonly kind: 'obstacle';
  readonly channelId: string;
  /** Slack's word. */
  readonly reason: string;
  /** ISO 8601. */
  readonly since: string;
  readonly memberId: string;
}

/** Why messages to a channel wait. */
export interface ObstacleFacts extends Pick<ObstacleAnnouncement, 'channelId' | 'reason'> {
  /** How many do; null: it is over. */
  readonly waiting: number | null;
  /** Whether the channel has taken something since; else what waited went to another one, or was given up. */
  readonly isMended: boolean;
  readonly isAlertChannel: boolean;
}

/** What says all there is to say. */
type WholeAnnouncement =
  | { readonly kind: 'digest'; readonly digest: DigestFacts }
  /** In its thread: who moved, and every figure. */
  | { readonly kind: 'digest-details'; readonly digest: DigestFacts }
  | ({ readonly kind: 'review'; readonly review: ReviewFacts } & OnCanvas)
  | { readonly kind: 'figure-alert'; readonly alert: FigureAlertFacts }
  | ({ readonly kind: 'shared'; readonly reply: Reply; readonly memberId: string } & OnCanvas)
  /** Of an alert: the answers that it told of are no longer there. */
  | { readonly kind: 'follow-up-withdrawn' }
  | AnswerAnnouncement;

interface OnCanvas {
  /** Of a review: where it stands as a canvas; left out: nowhere yet. */
  readonly canvasUrl?: string;
}

/** The answer to what a member said in a message. */
interface AnswerAnnouncement {
  readonly kind: 'answer';
  readonly answer: MessageAnswer;
  /** Null: the workspace's. */
  readonly locale: Locale | null;
  /** Who alone sees it; null: a whole channel. */
  readonly memberId: string | null;
}

export type MessageAnswer =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** A refusal or a fault, in words. */
  | { readonly kind: 'problem'; readonly words: string }
  /** A modal, which only a press opens; the button says the words again. */
  | { readonly kind: 'opens'; readonly words: string }
  /** It takes a moment. */
  | { readonly kind: 'waiting' }
  /** In its place, where the answer was not for the channel. */
  | { readonly kind: 'told-alone' }
  /** To who asked: the answer waits in a channel that does not take it, under Slack's word for why. */
  | { readonly kind: 'held'; readonly channelId: string; readonly reason: string; readonly words: string }
  | { readonly kind: 'gave-up' };

export type FollowUpEventFacts =
  | { readonly kind: 'answered'; readonly answerId: number }
  | { readonly kind: 'claimed'; readonly memberId: string }
  | ({ readonly kind: 'handed-back' } & ReleasedBy)
  | ({ readonly kind: 'done'; readonly cause: string; readonly outcome: string } & ReleasedBy);

interface ReleasedBy {
  readonly memberId: string;
  /** Who had it, where somebody else let it go. */
  readonly ofId?: string;
}

/** How far a prediction is. */
export interface PredictionProgress extends Pick<ToldPrediction, 'asOf' | 'currency'> {
  readonly status: 'waiting' | 'running' | 'finished' | 'failed';
  /** Whose orders are read so far. */
  readonly customers: number;
  /** Of a finished one. */
  readonly facts: StoredFacts | null;
  /** Words, when it failed. */
  readonly error: string | null;
}

/** An announcement with everything its words need, read at the moment of sending. */
export type ReadyAnnouncement =
  | { readonly kind: 'follow-up'; readonly followUp: FollowUpFacts }
  | {
      readonly kind: 'follow-up-event';
      readonly event: FollowUpEventFacts;
      readonly followUp: FollowUpFacts;
      /** It stands in a thread that is about several. */
      readonly isShared?: boolean;
    }
  | { readonly kind: 'alerts'; readonly alerts: SharedAlertsFacts }
  | Exclude<WholeAnnouncement, { kind: 'digest' }>
  | { readonly kind: 'digest'; readonly digest: DigestFacts; readonly posted?: PostedDigest }
  | { readonly kind: 'obstacle'; readonly obstacle: ObstacleFacts }
  | { readonly kind: 'import'; readonly progress: ImportProgress }
  | { readonly kind: 'prediction'; readonly progress: PredictionProgress }
  | {
      readonly kind: 'customer-file';
      readonly query: CustomerQuery;
      readonly currency: string;
      /** What the member is called who looks after them; null: not asked for, or not known. */
      readonly ownerName: string | null;
    }
  | { readonly kind: 'voice-file'; readonly query: VoiceQuery }
  | { readonly kind: 'refused-rows'; readonly progress: ImportProgress };
