import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { CustomerName } from '../../facts/customer.ts';
import { type AnswerKind, answerKinds } from '../../loyalty/facts/answer.ts';
import { type Day, isoFromDay } from '../../loyalty/time/period.ts';
import type { Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { answerKindTerms, capital } from '../../text/terms.ts';
import { manyLines, oneLine } from '../../text/typed.ts';
import { nameOf } from '../words/names.ts';
import { feedbackWords } from './feedback-words.ts';
import { choice, field, formKind, menu } from './form.ts';
import { formWords } from './form-words.ts';

/** A message in Slack whose words are saved. */
export type SavedMessage = z.infer<typeof messageSchema>;

const messageSchema = z.object({
  channelId: z.string(),
  ts: z.string(),
  /** Where who saves it is answered, beside the message. */
  responseUrl: z.string(),
});

/** Feedback that a person notes. */
export const feedbackForm = formKind('feedback.save', z.object({ message: messageSchema.optional() }));

/** The menu of kinds: choosing another one asks for the view to be drawn anew with the fields of that kind. */
export const feedbackKindAction = 'feedback.kind';
/** The menu of customers: what is typed in it is answered with `customerChoices`. */
export const feedbackCustomerAction = 'feedback.customer';

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

const longestComment = 3000;

/** Asks for what a customer said. Fields that stand in two kinds keep what was filled in. */
export function feedbackView(draft: FeedbackDraft, locale: Locale): ModalView {
  const text = feedbackWords(locale);
  const kinds = answerKinds.map((name) => choice(name, text.kinds[name]));
  const blocks = [
    customerField(draft, locale),
    field('kind', text.kind, menu(feedbackKindAction, kinds, draft.kind), { live: true }),
    ...scoreFields(draft.kind, locale),
    ...circumstanceFields(draft, locale),
  ];
  const look = { title: text.title, submit: formWords(locale).save, close: formWords(locale).cancel, blocks };
  return feedbackForm.view(look, draft.message ? { message: draft.message } : {});
}

/** Customers to choose from, for the menu that asks while one types. The value is the customer's id. */
export function customerChoices(found: readonly CustomerName[], locale: Locale): PlainTextOption[] {
  return found.slice(0, 100).map((customer) => {
    const number = shortened(oneLine(customer.externalId), 20);
    return choice(String(customer.id), `${shortened(nameOf(locale, customer), 50)} · ${number}`);
  });
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

function customerField({ customer }: FeedbackDraft, locale: Locale): KnownBlock {
  const text = feedbackWords(locale);
  const [chosen] = customer ? customerChoices([customer], locale) : [];
  const select = { type: 'external_select', action_id: feedbackCustomerAction, min_query_length: 2 } as const;
  const element = chosen ? { ...select, initial_option: chosen } : select;
  return field('customer', text.customer, element, { optional: true, hint: text.customerHint });
}

function circumstanceFields({ kind, day, comment, message }: FeedbackDraft, locale: Locale): KnownBlock[] {
  const text = feedbackWords(locale);
  const said = comment === null ? '' : shortened(manyLines(comment), longestComment);
  const marks = [choice('negative', text.negative), ...(kind === 'review' ? [choice('public', text.public)] : [])];
  return [
    field(
      'comment',
      text.comment,
      {
        type: 'plain_text_input',
        action_id: 'feedback.comment',
        multiline: true,
        max_length: longestComment,
        ...(said !== '' && { initial_value: said }),
      },
      { optional: kind !== 'remark' },
    ),
    field('day', text.day, { type: 'datepicker', action_id: 'feedback.day', initial_date: isoFromDay(day) }),
    field(
      'source',
      text.source,
      {
        type: 'plain_text_input',
        action_id: 'feedback.source',
        max_length: 100,
        ...(message && { initial_value: 'slack' }),
      },
      { optional: true, hint: text.sourceHint },
    ),
    field('marks', text.marks, { type: 'checkboxes', action_id: 'feedback.marks', options: marks }, { optional: true }),
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
