import type { NumberRange } from './customer-query.ts';
import type { AnswerKind } from './facts/answer.ts';
import type { Rung } from './ladder/rung-rules.ts';
import type { Day, Window } from './time/period.ts';

/** What a list of answers is of: all that is asked for holds of each. Null: nothing is asked. */
export interface VoiceQuery {
  readonly kind: AnswerKind | null;
  /** On the scale of the kind. */
  readonly score: NumberRange | null;
  /** Each customer's newest answer in the period and no earlier one, as NPS counts. */
  readonly isVote: boolean;
  readonly isNegative: boolean;
  readonly hasWords: boolean;
  /** Where the customer stood when the day of the answer began, as figures count. */
  readonly rung: Rung | 'anonymous' | null;
  readonly country: string | null;
  readonly segment: string | null;
  /** Where the answer was given. */
  readonly source: string | null;
  readonly days: Window | null;
}

export const allVoices: VoiceQuery = {
  kind: null,
  score: null,
  isVote: false,
  isNegative: false,
  hasWords: false,
  rung: null,
  country: null,
  segment: null,
  source: null,
  days: null,
};

/** An answer's place in a list: the newest comes first. */
export interface VoicePlace {
  readonly day: Day;
  readonly id: number;
}
