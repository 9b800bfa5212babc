import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { CustomerName } from '../../facts/customer.ts';
import { type AnswerKind, answerKinds } from '../../loyalty/facts/answer.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Locale } from '../../text/define-text.ts';
import { answerKindTerms, capital } from '../../text/terms.ts';
import { manyLines } from '../../text/typed.ts';
import { buttonKind } from '../kit/button.ts';
import { customerMenu } from './customer-menu.ts';
import { feedbackWords } from './feedback-words.ts';
import { boxes, choice, dayField, field, formKind, menu, textField } from './form.ts';

/** A message in Slack whose words are saved. */
export type SavedMessage = z.infer<typeof messageSchema>;

const messageSchema = z.object({
  channelId: z.string(),
  ts: z.string(),
  /** Where who saves it is answered, beside the message. */
  responseUrl: z.string(),
});

/** Opens the form with a message's words anew, where Slack did not open it. */
export const saveMessageButton = buttonKind('message.save', messageSchema.extend({ text: z.string() }));

/** Feedback that a person notes. */
export const feedbackForm = formKind('feedback.save', z.object({ message: messageSchema.optional() }));

/** The menu of kinds: choosing another one asks for the view to be drawn anew with the fields of that kind. */
export const feedbackKindAction = 'feedback.kind';

/** What stands in the form when it opens. */
export interface FeedbackDraft {
  readonly kind: AnswerKind;
  /** The day on which it was said, unless somebody knows better. */
  readonly day: Day;
  /** Words that somebody wrote in Slack. */
  readonly comment: string | null;
  readonly customer: CustomerName | null;
  /** The message that they stand in. Who wrote it need not be the customer. */
  readonly message?: SavedMessage | undefined;
}

/** Asks for what a customer said. Fields that stand in two kinds keep what was filled in. */
export function feedbackView(draft: FeedbackDraft, locale: Locale): ModalView {
  const text = feedbackWords(locale);
  const kinds = answerKinds.map((name) => choice(name, text.kinds[name]));
  const blocks = [
    field('customer', text.customer, customerMenu(draft.customer, locale), { optional: true, hint: text.customerHint }),
    field('kind', text.kind, menu(feedbackKindAction, kinds, draft.kind), { live: true }),
    ...scoreFields(draft.kind, locale),
    ...circumstanceFields(draft, locale),
  ];
  return feedbackForm.view({ title: text.title, blocks }, draft.message ? { message: draft.message } : {}, locale);
}

/** The kind that was chosen, for drawing the view anew; a remark where none is known. */
export function feedbackKindOf(value: string | null | undefined): AnswerKind {
  return answerKinds.find((kind) => kind === value) ?? 'remark';
}

/** A kind's score has a block of its own, so that a 9 on one scale never becomes a 9 on another. */
export function scoreBlock(kind: AnswerKind): string {
  return `score-${kind}`;
}

/** The three parts of a CLI answer, by block. */
export const partBlocks = ['recommend', 'again', 'other'] as const;

export const scoreRanges = { nps: [0, 10], csat: [1, 5], review: [1, 5] } as const;

function circumstanceFields({ kind, day, comment, message }: FeedbackDraft, locale: Locale): KnownBlock[] {
  const text = feedbackWords(locale);
  const marks = [choice('negative', text.negative), ...(kind === 'review' ? [choice('public', text.public)] : [])];
  return [
    textField('comment', text.comment, {
      action: 'feedback.comment',
      initial: manyLines(comment ?? ''),
      limit: 3000,
      optional: kind !== 'remark',
      multiline: true,
    }),
    dayField('day', text.day, { action: 'feedback.day', day }),
    textField('source', text.source, {
      action: 'feedback.source',
      initial: message && 'slack',
      limit: 100,
      optional: true,
      hint: text.sourceHint,
    }),
    field('marks', text.marks, boxes('feedback.marks', marks, []), { optional: true }),
  ];
}

function scoreFields(kind: AnswerKind, locale: Locale): KnownBlock[] {
  const text = feedbackWords(locale);
  switch (kind) {
    case 'remark':
      return [];
    case 'cli':
      return partBlocks.map((part) =>
        field(part, text.parts[part], menu(`feedback.${part}`, numbers([1, 6]), null), { hint: text.partHint }),
      );
    case 'nps':
    case 'csat':
    case 'review':
      return [
        field(
          scoreBlock(kind),
          `${capital(answerKindTerms(locale)[kind])}: ${text.score}`,
          menu('feedback.score', numbers(scoreRanges[kind]), null),
          { hint: text.scoreHints[kind] },
        ),
      ];
  }
}

function numbers([first, last]: readonly [number, number]): PlainTextOption[] {
  return Array.from({ length: last - first + 1 }, (_, i) => choice(String(first + i), String(first + i)));
}
