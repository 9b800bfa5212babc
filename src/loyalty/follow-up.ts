import type { ToldRisk } from './prediction/told-risk.ts';
import type { Role } from './settings.ts';
import { addWeekdays, type Day } from './time/period.ts';

export type FollowUpStatus = 'open' | 'claimed' | 'done';

export interface FollowUp {
  readonly id: number;
  /** Null: the answer was anonymous. */
  readonly customerId: number | null;
  readonly status: FollowUpStatus;
  readonly dueDay: Day;
  readonly openedAt: Date;
  readonly stewardId: string | null;
  readonly claimedAt: Date | null;
  readonly doneAt: Date | null;
  readonly cause: FollowUpCause | null;
  readonly outcome: string | null;
  readonly reason: FollowUpReason | null;
  /** What the message is about that it shares with others; null: it has a card of its own, or none. */
  readonly sharedAlert: string | null;
}

/** A place in a list of follow-ups, which is in this order: those past their day, then the dearest, then those due first. */
export interface FollowUpPlace {
  readonly id: number;
  readonly dueDay: Day;
  /** What the customer has bought for, in minor units of the reporting currency. */
  readonly worthMinor: number;
}

/** Why a member opened it, as things stood then; one without a reason is about what the customer said. */
export interface FollowUpReason {
  readonly kind: 'at-risk';
  readonly churnRisk: number;
  readonly riskDays: number;
  /** Expected to be lost; minor units. */
  readonly valueLostMinor: number;
  /** The risk as it was told, null where only as high; left out with what could be won in those of earlier releases. */
  readonly told?: ToldRisk | null;
  readonly winnableMinor?: number;
  readonly currency: string;
}

/** Where the source of the fault was found. */
export const followUpCauses = ['product', 'delivery', 'service', 'price', 'billing', 'communication', 'other'] as const;
export type FollowUpCause = (typeof followUpCauses)[number];

/** Two weekdays after it was opened. */
export function dueDayOf(openedDay: Day): Day {
  return addWeekdays(openedDay, 2);
}

const recentDays = 7;

/** One of the last seven days, today included. An import opens no follow-ups for older answers unless it is told to. */
export function isRecent(day: Day, today: Day): boolean {
  return day > today - recentDays;
}

/** Open or claimed past the end of its due day. */
export function isOverdue({ status, dueDay }: Pick<FollowUp, 'status' | 'dueDay'>, today: Day): boolean {
  return status !== 'done' && today > dueDay;
}

export type ClaimOutcome =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'already-yours' }
  | { readonly kind: 'taken'; readonly stewardId: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' };

/** What pressing Claim means for a follow-up as it stands. */
export function decideClaim(followUp: Pick<FollowUp, 'status' | 'stewardId'>, memberId: string): ClaimOutcome {
  switch (followUp.status) {
    case 'open':
      return { kind: 'claimed' };
    case 'claimed':
      if (followUp.stewardId === memberId) return { kind: 'already-yours' };
      return { kind: 'taken', stewardId: followUp.stewardId ?? '' };
    case 'done':
      return { kind: 'done' };
  }
}

export type ReleaseOutcome =
  | { readonly kind: 'released'; readonly stewardId: string }
  | { readonly kind: 'not-yours'; readonly stewardId: string | null }
  /** Somebody else has it by now than the one whom the member saw it with. */
  | { readonly kind: 'passed-on'; readonly stewardId: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' };

/** Who hands a follow-up back, or closes it. */
export interface Releaser {
  readonly memberId: string;
  readonly role: Role;
  /** Who had it when the member saw it; null where that is not known. */
  readonly seenWith: string | null;
}

/**
 * Whether a member may hand a follow-up back, or close it: who has it may, and so may admins and customer ambassadors
 * while the one they saw it with has it.
 */
export function decideRelease(
  { status, stewardId }: Pick<FollowUp, 'status' | 'stewardId'>,
  { memberId, role, seenWith }: Releaser,
): ReleaseOutcome {
  if (status === 'done') return { kind: 'done' };
  if (stewardId === memberId) return { kind: 'released', stewardId };
  if (stewardId === null || role === 'member') return { kind: 'not-yours', stewardId };
  if (seenWith !== null && seenWith !== stewardId) return { kind: 'passed-on', stewardId };
  return { kind: 'released', stewardId };
}

/** What the card of a follow-up shows of what was just done with it. */
export type CardState =
  | { readonly kind: 'shown' }
  /** It is on its way. */
  | { readonly kind: 'soon' }
  /** Slack does not take it; its word for why. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It is there as it was: Slack takes no change of it. */
  | { readonly kind: 'given-up'; readonly reason: string }
  /** There is no card, or it was taken away. */
  | { readonly kind: 'none' };
