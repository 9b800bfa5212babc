import type { Button, ConfirmationDialog } from '@slack/types';
import type { z } from 'zod';
import { shortened } from '../../text/shorten.ts';
import { plain } from './blocks.ts';
import { jsonText } from './json-text.ts';

/** A button with the schema of its value: who draws it and who answers it import the same. */
export interface ButtonKind<T> {
  /** Slack's action_id, `noun.verb`. */
  readonly id: string;
  /** Reads the value of a press, as Slack sends it (a string). */
  readonly value: z.ZodType<T, string>;
  readonly element: (label: string, value: T, look?: ButtonLook) => Button;
}

/** Asks before anything is done. */
export interface Confirming {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

interface ButtonLook {
  readonly style?: 'primary' | 'danger';
  /** Asks before it does anything. */
  readonly confirm?: Confirming;
  /** Tells buttons of one kind apart that stand in one block: Slack wants their ids to differ. */
  readonly mark?: string;
  /** What a screen reader says, where the label alone is not enough. */
  readonly spoken?: string;
  /** Opens in a browser. */
  readonly url?: string;
}

/** The kind of a button that was pressed, by its action_id. */
export function buttonKindId(actionId: string): string {
  return actionId.split(':', 1)[0] ?? actionId;
}

/** @param schema of what the button carries; 2,000 characters of JSON at most */
export function buttonKind<T>(id: string, schema: z.ZodType<T>): ButtonKind<T> {
  return {
    id,
    value: jsonText(schema),
    element: (label, value, look = {}) => ({
      type: 'button',
      action_id: look.mark === undefined ? id : `${id}:${look.mark}`,
      text: plain(label, 75),
      value: JSON.stringify(value),
      ...(look.url && { url: look.url }),
      ...(look.style && { style: look.style }),
      ...(look.spoken && { accessibility_label: shortened(look.spoken, 75) }),
      ...(look.confirm && { confirm: confirmation(look.confirm) }),
    }),
  };
}

export function confirmation({ title, text, yes, no }: Confirming): ConfirmationDialog {
  return { title: plain(title, 100), text: plain(text, 300), confirm: plain(yes, 30), deny: plain(no, 30) };
}
