import type { AnswerKind, NewAnswer } from '../../loyalty/facts/answer.ts';
import { type Day, dayFromIso } from '../../loyalty/time/period.ts';
import type { Locale } from '../../text/define-text.ts';
import { feedbackKindOf, partBlocks, scoreBlock, scoreRanges } from './feedback-form.ts';
import { feedbackWords } from './feedback-words.ts';
import type { Filled } from './form.ts';
import { formWords } from './form-words.ts';
import { allChosenIn, chosenIn, dateIn, type StateValues, typedIn } from './state.ts';

/** What a person noted: an answer as it came in, its customer by our id. */
export interface FeedbackEntry extends Omit<NewAnswer, 'answerId' | 'customer' | 'at'> {
  /** Null: anonymous. */
  readonly customerId: number | null;
}

/** @param today in the workspace's time zone: nobody has answered tomorrow */
export function readFeedback(values: StateValues, locale: Locale, today: Day): Filled<FeedbackEntry> {
  const kind = feedbackKindOf(chosenIn(values, 'kind'));
  const day = dayFromIso(dateIn(values, 'day') ?? '');
  const comment = typedIn(values, 'comment');
  const score = readScore(values, kind);
  const parts = partBlocks.map((part) => (kind === 'cli' ? wholeIn(values, part, 1, 6) : null));
  const errors = {
    ...dayError(day, today, locale),
    ...(kind === 'remark' && comment === '' && { comment: feedbackWords(locale).sayIt }),
    ...(hasScore(kind) && score === null && { [scoreBlock(kind)]: formWords(locale).chooseOne }),
    ...(kind === 'cli' && missingParts(parts, locale)),
  };
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  const marks = allChosenIn(values, 'marks');
  const [recommend = null, again = null, other = null] = parts;
  return {
    kind: 'filled',
    values: {
      customerId: readCustomer(values),
      kind,
      day,
      score,
      recommend,
      again,
      other,
      comment: comment === '' ? null : comment,
      source: typedIn(values, 'source') || null,
      public: kind === 'review' && marks.includes('public'),
      markedNegative: marks.includes('negative') ? true : null,
    },
  };
}

function readCustomer(values: StateValues): number | null {
  const chosen = chosenIn(values, 'customer');
  return chosen !== null && /^\d+$/.test(chosen) ? Number(chosen) : null;
}

function readScore(values: StateValues, kind: AnswerKind): number | null {
  if (!hasScore(kind)) return null;
  const [least, most] = scoreRanges[kind];
  return wholeIn(values, scoreBlock(kind), least, most);
}

function hasScore(kind: AnswerKind): kind is keyof typeof scoreRanges {
  return kind in scoreRanges;
}

/** An empty field is no 0. */
function wholeIn(values: StateValues, blockId: string, least: number, most: number): number | null {
  const chosen = chosenIn(values, blockId);
  const number = chosen !== null && /^\d{1,2}$/.test(chosen) ? Number(chosen) : null;
  return number !== null && number >= least && number <= most ? number : null;
}

function dayError(day: Day, today: Day, locale: Locale): Record<string, string> {
  if (Number.isNaN(day)) return { day: formWords(locale).badDay };
  return day > today ? { day: formWords(locale).notInFuture } : {};
}

function missingParts(parts: readonly (number | null)[], locale: Locale): Record<string, string> {
  const missing = partBlocks.filter((_, i) => parts[i] === null);
  return Object.fromEntries(missing.map((part) => [part, formWords(locale).chooseOne]));
}
