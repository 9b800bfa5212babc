import type { DigestFacts, FigureAlertFacts, FollowUpFacts, ImportResult, Reply, ReviewFacts } from './reply.ts';

/**
 * What an outbox row says: kind, ids and facts, never blocks. What may change before it is sent (a card, a progress
 * line) is named by its id here and read when it is sent.
 */
export type Announcement =
  | { readonly kind: 'follow-up'; readonly followUpId: number }
  | { readonly kind: 'follow-up-event'; readonly followUpId: number; readonly event: FollowUpEventFacts }
  | { readonly kind: 'digest'; readonly digest: DigestFacts }
  | { readonly kind: 'review'; readonly review: ReviewFacts }
  | { readonly kind: 'figure-alert'; readonly alert: FigureAlertFacts }
  | { readonly kind: 'shared'; readonly reply: Reply; readonly memberId: string }
  | { readonly kind: 'import'; readonly importId: number }
  /** A file goes with it: the rows that were refused. */
  | { readonly kind: 'refused-rows'; readonly importId: number };

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

/** How far an import is. */
export interface ImportProgress {
  readonly importId: number;
  readonly fileName: string;
  readonly status: 'running' | 'finished' | 'failed' | 'cancelled';
  readonly rowsRead: number;
  /** Rows of the whole file. */
  readonly rows: number;
  readonly result: ImportResult;
  /** Words, when it failed. */
  readonly error: string | null;
}

/** An announcement with everything its words need, read at the moment of sending. */
export type ReadyAnnouncement =
  | { readonly kind: 'follow-up'; readonly followUp: FollowUpFacts }
  | { readonly kind: 'follow-up-event'; readonly event: FollowUpEventFacts; readonly followUp: FollowUpFacts }
  | { readonly kind: 'digest'; readonly digest: DigestFacts }
  | { readonly kind: 'review'; readonly review: ReviewFacts }
  | { readonly kind: 'figure-alert'; readonly alert: FigureAlertFacts }
  | { readonly kind: 'shared'; readonly reply: Reply; readonly memberId: string }
  | { readonly kind: 'import'; readonly progress: ImportProgress }
  | { readonly kind: 'refused-rows'; readonly progress: ImportProgress };
