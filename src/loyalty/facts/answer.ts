import type { Day } from '../time/period.ts';

export const answerKinds = ['nps', 'csat', 'cli', 'review', 'remark'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** A person at a customer who answers. */
export interface NewRespondent {
  /** By what the person is known again at this customer: the e-mail address in small letters, else the name, folded. */
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** What a customer said, as it came in. */
export interface NewAnswer {
  readonly answerId: string;
  /** What it was known by before, where it has no id of its own; null or left out: the same. */
  readonly formerIds?: readonly string[] | null;
  /** The customer's own number; null: anonymous. */
  readonly customer: string | null;
  /** The customer's e-mail address, where the row says it. */
  readonly email?: string | null;
  /** Who of the customer said it, where the row names a person there; null or left out: the customer itself. */
  readonly respondent?: NewRespondent | null;
  readonly kind: AnswerKind;
  readonly day: Day;
  /** Milliseconds since 1970-01-01T00:00Z, where the hour is known. */
  readonly at: number | null;
  /** NPS 0–10, CSAT 1–5, stars of a review 1–5; null for the other kinds. */
  readonly score: number | null;
  /** What was given, where that was on another scale than the kind's: `score` is what it counts as. */
  readonly given?: number | null;
  /** That scale, as `scaleText` writes it. */
  readonly scale?: string | null;
  /** The three parts of a CLI answer, 1 "definitely yes" to 6 "definitely no". */
  readonly recommend: number | null;
  readonly again: number | null;
  readonly other: number | null;
  readonly comment: string | null;
  readonly source: string | null;
  readonly public: boolean;
  /** What a person said of it; null leaves it to the score. */
  readonly markedNegative: boolean | null;
}

/** NPS ≤ 6, CSAT ≤ 2, a review of at most 2 stars, a CLI mean below 40, or what a person marks so. */
export function isNegative(
  answer: Omit<
    NewAnswer,
    | 'given'
    | 'scale'
    | 'answerId'
    | 'customer'
    | 'email'
    | 'respondent'
    | 'day'
    | 'at'
    | 'comment'
    | 'source'
    | 'public'
  >,
): boolean {
  if (answer.markedNegative !== null) return answer.markedNegative;
  switch (answer.kind) {
    case 'nps':
      return answer.score !== null && answer.score <= 6;
    case 'csat':
    case 'review':
      return answer.score !== null && answer.score <= 2;
    case 'cli': {
      const mean = cliMean(answer);
      return mean !== null && mean < 40;
    }
    case 'remark':
      return false;
  }
}

/** The least score of an answer good enough to be quoted: promoters, and the upper two of five. */
export const leastGood = { nps: 9, csat: 4, review: 4 } as const;

type CliParts = Pick<NewAnswer, 'recommend' | 'again' | 'other'>;

/** The mean of a complete CLI answer, 0–100 (1→100, 2→80 … 6→0); null when a part is missing. */
export function cliMean(parts: CliParts): number | null {
  const sum = cliSum(parts);
  return sum === null ? null : (sum * 20) / 3;
}

/** The sum of 6 − answer over the three parts of a complete CLI answer, 0 (worst) to 15; null when a part is missing. */
export function cliSum({ recommend, again, other }: CliParts): number | null {
  return recommend === null || again === null || other === null ? null : 18 - recommend - again - other;
}
