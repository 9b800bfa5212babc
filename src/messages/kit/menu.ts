import type { StaticSelect } from '@slack/types';
import { plain } from './blocks.ts';
import { type ButtonKind, type Confirming, confirmation } from './button.ts';

/** A group of choices, each with what its choice means. */
export interface ChoiceGroup<T> {
  readonly title: string;
  readonly choices: readonly { readonly label: string; readonly value: T }[];
}

/** The most choices that Slack takes in a group. */
const mostChoices = 100;

/** A menu in a message: a choice is a press of the same kind of button. Groups without choices are left out. */
export function menuElement<T>(
  kind: ButtonKind<T>,
  prompt: string,
  groups: readonly ChoiceGroup<T>[],
  { mark, confirm }: { readonly mark?: string; readonly confirm?: Confirming } = {},
): StaticSelect {
  return {
    type: 'static_select',
    action_id: mark === undefined ? kind.id : `${kind.id}:${mark}`,
    ...(confirm && { confirm: confirmation(confirm) }),
    placeholder: plain(prompt, 75),
    option_groups: groups
      .filter(({ choices }) => choices.length > 0)
      .map(({ title, choices }) => ({
        label: plain(title, 75),
        options: choices.slice(0, mostChoices).map(({ label, value }) => ({
          text: plain(label, 75),
          value: JSON.stringify(value),
        })),
      })),
  };
}
