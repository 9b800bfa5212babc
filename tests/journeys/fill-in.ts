import type { ElementValue, SandboxView, StateValues } from '@loyalty-ladder/sandbox/wire';

/** What is put in a field, by block: a text, a date, the value of an option, an id, or a list of them. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

type Json = Readonly<Record<string, unknown>>;

/** The state of a modal's fields as Slack's client sends it; fields that are left out keep what stands in them. */
export function filledIn(view: SandboxView, entries: Entries): StateValues {
  return Object.fromEntries(
    Object.entries(entries).map(([blockId, entry]) => {
      const element = elementOf(view, blockId);
      return [blockId, { [String(element.action_id)]: asGiven(element, entry) }];
    }),
  );
}

/** What stands in fields of a modal as it was drawn, as it would be put there. */
export function standsIn(view: SandboxView, blockIds: readonly string[]): Entries {
  return Object.fromEntries(blockIds.map((blockId) => [blockId, initialOf(elementOf(view, blockId))]));
}

function initialOf(element: Json): readonly string[] {
  const initial = Object.entries(element).find(([name]) => name.startsWith('initial_'))?.[1] ?? [];
  const all = Array.isArray(initial) ? initial : [initial];
  return all.map((one) => String(typeof one === 'object' && one !== null && 'value' in one ? one.value : one));
}

function elementOf(view: SandboxView, blockId: string): Json {
  const block = view.blocks.find((one) => one.block_id === blockId);
  if (!block)
    throw new Error(`There is no field ${blockId}, but: ${view.blocks.map((one) => one.block_id).join(', ')}`);
  return block.element as Json;
}

function asGiven(element: Json, entry: string | readonly string[]): ElementValue {
  const type = String(element.type);
  const one = String(entry);
  const many = Array.isArray(entry) ? (entry as readonly string[]) : [one];
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: one };
    case 'static_select':
      return { type, selected_option: optionOf(element, one) };
    case 'external_select':
      return { type, selected_option: { text: { type: 'plain_text', text: one }, value: one } };
    case 'checkboxes':
      return { type, selected_options: many.map((value) => optionOf(element, value)) };
    case 'datepicker':
      return { type, selected_date: one };
    case 'conversations_select':
      return { type, selected_conversation: one };
    case 'multi_users_select':
      return { type, selected_users: many };
    case 'file_input':
      return { type, files: many.map((id) => ({ id })) };
    default:
      throw new Error(`Nobody here fills in a ${type}.`);
  }
}

function optionOf(element: Json, value: string): unknown {
  const options = element.options as readonly Json[];
  const option = options.find((one) => one.value === value);
  if (!option) throw new Error(`There is no choice ${value}, but: ${options.map((one) => one.value).join(', ')}`);
  return option;
}
