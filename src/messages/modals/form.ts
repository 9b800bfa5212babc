import type {
  Checkboxes,
  ConversationsSelect,
  InputBlock,
  InputBlockElement,
  KnownBlock,
  ModalView,
  PlainTextOption,
} from '@slack/types';
import type { z } from 'zod';
import { type Day, isoFromDay } from '../../loyalty/time/period.ts';
import type { Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { plain } from '../kit/blocks.ts';
import { jsonText } from '../kit/json-text.ts';
import { formWords } from './form-words.ts';

/** A modal with the schema of what it carries: who opens it and who reads it import the same. */
export interface FormKind<T> {
  /** Slack's callback_id, `noun.verb`. */
  readonly id: string;
  /** Reads the private_metadata of a submission (a string). */
  readonly carried: z.ZodType<T, string>;
  readonly view: (look: FormLook, carried: T, locale: Locale) => ModalView;
}

interface FormLook {
  /** 24 characters at most, as `submit`. */
  readonly title: string;
  /** Left out: "Save"; null: there is nothing to send. */
  readonly submit?: string | null;
  readonly blocks: readonly KnownBlock[];
}

/** What a person filled in, or what is wrong with it: words by block_id, for Slack to show under the fields. */
export type Filled<T> =
  | { readonly kind: 'filled'; readonly values: T }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

/** The most blocks that Slack takes in a modal. */
export const mostBlocks = 100;

/** @param schema of what the modal carries; 3,000 characters of JSON at most */
export function formKind<T>(id: string, schema: z.ZodType<T>): FormKind<T> {
  return {
    id,
    carried: jsonText(schema),
    view: ({ title, submit, blocks }, carried, locale) => ({
      type: 'modal',
      callback_id: id,
      private_metadata: JSON.stringify(carried),
      title: plain(title, 24),
      ...(submit !== null && { submit: plain(submit ?? formWords(locale).save, 24) }),
      close: plain(submit === null ? formWords(locale).close : formWords(locale).cancel, 24),
      blocks: blocks.slice(0, mostBlocks),
    }),
  };
}

/** A field; it must be filled in unless it is optional. One element to a block, so that errors find their field. */
export function field(
  blockId: string,
  label: string,
  element: InputBlockElement,
  look: { readonly optional?: boolean; readonly hint?: string; readonly live?: boolean } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label, 2000),
    element,
    optional: look.optional ?? false,
    ...(look.hint && { hint: plain(look.hint, 2000) }),
    ...(look.live && { dispatch_action: true }),
  };
}

/** A line to type in, or several, with what stands there already. */
export function textField(
  blockId: string,
  label: string,
  look: {
    readonly action: string;
    readonly initial?: string | undefined;
    readonly limit: number;
    readonly optional?: boolean;
    readonly hint?: string;
    readonly multiline?: boolean;
  },
): InputBlock {
  const initial = shortened(look.initial ?? '', look.limit);
  const element = {
    type: 'plain_text_input',
    action_id: look.action,
    ...(look.multiline && { multiline: true }),
    max_length: look.limit,
    ...(initial !== '' && { initial_value: initial }),
  } as const;
  return field(blockId, label, element, look);
}

/** A day to choose. */
export function dayField(
  blockId: string,
  label: string,
  look: { readonly action: string; readonly day?: Day; readonly optional?: boolean; readonly hint?: string },
): InputBlock {
  const initial = look.day !== undefined && { initial_date: isoFromDay(look.day) };
  return field(blockId, label, { type: 'datepicker', action_id: look.action, ...initial }, look);
}

/** One choice of a menu; `value` is at most 75 characters. */
export function choice(value: string, label: string): PlainTextOption {
  return { text: plain(label, 75), value };
}

/** A menu with one of its choices made. */
export function menu(actionId: string, options: readonly PlainTextOption[], chosen: string | null): InputBlockElement {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: actionId,
    options: [...options],
    ...(initial && { initial_option: initial }),
  };
}

/** A menu of channels, none of them direct messages. */
export function channelMenu(actionId: string, channelId: string | null): ConversationsSelect {
  return {
    type: 'conversations_select',
    action_id: actionId,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(channelId && { initial_conversation: channelId }),
  };
}

/** Boxes to tick, some of them ticked. */
export function boxes(actionId: string, options: Checkboxes['options'], chosen: readonly string[]): Checkboxes {
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  return {
    type: 'checkboxes',
    action_id: actionId,
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  };
}
