import type { FollowUpCause } from '../loyalty/follow-up.ts';
import type { Window } from '../loyalty/time/period.ts';
import type { VoicePlace, VoiceQuery } from '../loyalty/voice-query.ts';
import type { Voice } from './customer.ts';

/** A page of a list of answers, the newest first. */
export interface VoiceListFacts {
  readonly query: VoiceQuery;
  /** How many there are; where it is not exact, there are at least so many. */
  readonly count: number;
  readonly isExact: boolean;
  /** Of how many: of the same kind, period and parts, whatever they say. Null: not all were looked at. */
  readonly base: number | null;
  /** How many of the list were shown before. */
  readonly before: number;
  readonly voices: readonly Voice[];
  /** Where the next page begins; null: this was the last. */
  readonly next: VoicePlace | null;
}

/** Of the follow-ups that were closed in a window: where the fault was found, the most frequent first. */
export interface CausesFacts {
  readonly window: Window;
  readonly closed: number;
  readonly byCause: readonly { readonly cause: FollowUpCause; readonly count: number }[];
}
