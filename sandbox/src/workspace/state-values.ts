import { isJson, type Json, jsonList } from '../json.ts';
import type { ElementValue, StateValues } from '../page-api.ts';

interface Kind {
  /** The member that holds what is chosen. */
  readonly key: string;
  /** The member of the element that it begins with. */
  readonly initial: string | null;
  /** A list where several can be chosen. */
  readonly many: boolean;
}

const one = (key: string, initial: string): Kind => ({ key, initial, many: false });
const many = (key: string, initial: string): Kind => ({ key, initial, many: true });

/** Every element that has a value, as Slack names it in view.state.values and in actions. */
export const statefulKinds: Readonly<Record<string, Kind>> = {
  plain_text_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value'),
  static_select: one('selected_option', 'initial_option'),
  external_select: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  multi_static_select: many('selected_options', 'initial_options'),
  multi_external_select: many('selected_options', 'initial_options'),
  multi_users_select: many('selected_users', 'initial_users'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
  radio_buttons: one('selected_option', 'initial_option'),
  checkboxes: many('selected_options', 'initial_options'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
  file_input: { key: 'files', initial: null, many: true },
};

export interface PlacedElement {
  readonly blockId: string;
  readonly actionId: string;
  readonly block: Json;
  readonly element: Json;
}

/** Every interactive element of the blocks, in reading order. */
export function elementsOf(blocks: readonly Json[]): readonly PlacedElement[] {
  return blocks.flatMap((block) => {
    const candidates = [
      block.element,
      block.accessory,
      ...jsonList(block.elements),
      ...jsonList(block.actions),
      ...jsonList(block.elements).flatMap((card) => jsonList(card.actions)),
    ];
    const here = candidates.filter(isJson).flatMap((element) => {
      const actionId = element.action_id;
      if (typeof actionId !== 'string') return [];
      return [{ blockId: String(block.block_id), actionId, block, element }];
    });
    return [...here, ...elementsOf(jsonList(block.child_blocks))];
  });
}

/**
 * The state of the blocks as Slack sends it: every stateful element is in it, with what the person gave, else with its
 * initial value, else empty (null, or an empty list).
 */
export function completeState(
  blocks: readonly Json[],
  given: StateValues,
): Record<string, Record<string, ElementValue>> {
  const state: Record<string, Record<string, ElementValue>> = {};
  for (const { blockId, actionId, element } of elementsOf(blocks)) {
    const kind = statefulKinds[String(element.type)];
    if (!kind) continue;
    const block = state[blockId] ?? {};
    state[blockId] = block;
    const chosen = given[blockId]?.[actionId]?.[kind.key];
    const value = chosen === undefined ? initialValue(element, kind) : asOffered(element, chosen);
    block[actionId] = { type: element.type, [kind.key]: value === '' ? null : value };
  }
  return state;
}

/**
 * What was chosen among fixed options, as the app wrote those options: Slack sends them whole, whatever the client sent.
 * Null for an option that is not among them; anything else stays as it is.
 */
export function asOffered(element: Json, chosen: unknown): unknown {
  if (Array.isArray(chosen)) return chosen.map((one) => asOffered(element, one)).filter((one) => one !== null);
  const offered = optionsOf(element);
  if (offered === null || !isJson(chosen)) return chosen;
  return offered.find((option) => option.value === chosen.value) ?? null;
}

/** The fixed options of an element; null where there are none, or where the app is asked for them. */
function optionsOf(element: Json): readonly Json[] | null {
  if (element.options === undefined && element.option_groups === undefined) return null;
  return [...jsonList(element.options), ...jsonList(element.option_groups).flatMap((group) => jsonList(group.options))];
}

/** Whether a value of completeState is empty. */
export function isEmpty(value: ElementValue): boolean {
  const kind = statefulKinds[String(value.type)];
  const chosen = kind ? value[kind.key] : null;
  return chosen === null || chosen === undefined || (Array.isArray(chosen) && chosen.length === 0);
}

function initialValue(element: Json, kind: Kind): unknown {
  const initial = kind.initial === null ? undefined : element[kind.initial];
  return initial ?? (kind.many ? [] : null);
}
