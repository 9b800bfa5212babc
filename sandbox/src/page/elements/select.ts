import type { ElementValue } from '../../page-api.ts';
import type { Choice } from '../parts/choice-list.ts';
import { drawPicker } from '../parts/picker.ts';
import { type Json, listAt, numberAt, objectAt, textAt, textsAt, toObject } from '../read.ts';
import type { Spot } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';
import { commit, keptValue } from './commit.ts';
import { controlAttributes } from './spot.ts';
import { conversationChoices, personChoices } from './workspace-choices.ts';

export function drawSelect(element: Json, spot: Spot): HTMLElement {
  return drawAs(element, spot, 1);
}

export function drawMultiSelect(element: Json, spot: Spot): HTMLElement {
  return drawAs(element, spot, numberAt(element, 'max_selected_items') ?? 100);
}

type OptionChoice = Choice & { readonly option: Json };
type Kind = 'static' | 'external' | 'users' | 'channels' | 'conversations';

/** The word in a value's and an initial value's key: selected_user, initial_users. */
const things: Readonly<Record<Kind, string>> = {
  static: 'option',
  external: 'option',
  users: 'user',
  channels: 'channel',
  conversations: 'conversation',
};

function drawAs(element: Json, spot: Spot, most: number): HTMLElement {
  const type = textAt(element, 'type');
  const many = type.startsWith('multi_');
  const kind = type.replace(/^multi_|_select$/g, '') as Kind;
  const thing = many ? `${things[kind]}s` : things[kind];
  return drawPicker({
    attributes: controlAttributes(element, spot),
    placeholder: plainWords(objectAt(element, 'placeholder')) || 'Choose …',
    // A multi select that takes one at most is still drawn with chips.
    most: many ? Math.max(most, 2) : 1,
    chosen: chosenAtFirst(element, spot, kind, thing),
    find: (typed) => findChoices(element, spot, kind, typed),
    change: (chosen) => {
      const values = chosen.slice(-most).map((choice) => ('option' in choice ? choice.option : choice.key));
      return commit(element, spot, {
        type,
        [`selected_${thing}`]: many ? values : (values[0] ?? null),
      } as ElementValue);
    },
  });
}

function chosenAtFirst(element: Json, spot: Spot, kind: Kind, thing: string): readonly Choice[] {
  const kept = keptValue(element, spot);
  const said =
    kept === undefined
      ? (element[`initial_${thing}`] ?? currentChannel(element, spot, thing))
      : kept[`selected_${thing}`];
  const values: readonly unknown[] = Array.isArray(said) ? said : [said];
  const { names } = spot.surface;
  return values.flatMap((value): readonly Choice[] => {
    const option = toObject(value);
    if (option !== null) return [toChoice(option, '')];
    if (typeof value !== 'string' || value === '') return [];
    const words = kind === 'users' ? names.personName(value) : `#${names.channelName(value)}`;
    return [{ key: value, words, note: '', group: '' }];
  });
}

/** A field that starts with the channel one is in counts as filled in, though nobody touched it. */
function currentChannel(element: Json, spot: Spot, thing: string): unknown {
  const channel = spot.surface.currentChannel();
  if (element.default_to_current_conversation !== true || channel === null) return undefined;
  const value = thing.endsWith('s') ? [channel] : channel;
  const whole = { type: textAt(element, 'type'), [`selected_${thing}`]: value };
  spot.surface.state.set(spot.blockId, textAt(element, 'action_id'), whole);
  return value;
}

async function findChoices(element: Json, spot: Spot, kind: Kind, typed: string): Promise<readonly Choice[]> {
  const { names } = spot.surface;
  switch (kind) {
    case 'static':
      return matching(optionChoices(element), typed);
    case 'external': {
      if (typed.length < (numberAt(element, 'min_query_length') ?? 3)) return [];
      return optionChoices(await spot.surface.suggest(spot.blockId, textAt(element, 'action_id'), typed));
    }
    case 'users':
      return matching(personChoices(names), typed);
    case 'channels':
      return matching(conversationChoices(names, ['public'], true), typed);
    case 'conversations': {
      const filter = objectAt(element, 'filter');
      return matching(conversationChoices(names, textsAt(filter, 'include'), filter.exclude_bot_users === true), typed);
    }
  }
}

function optionChoices(from: Json): readonly OptionChoice[] {
  const groups = listAt(from, 'option_groups');
  if (groups.length === 0) return listAt(from, 'options').map((option) => toChoice(option, ''));
  return groups.flatMap((group) => {
    const label = plainWords(objectAt(group, 'label'));
    return listAt(group, 'options').map((option) => toChoice(option, label));
  });
}

function toChoice(option: Json, group: string): OptionChoice {
  const words = plainWords(objectAt(option, 'text'));
  return { key: textAt(option, 'value'), words, note: plainWords(objectAt(option, 'description')), group, option };
}

function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter(({ words, note }) => `${words} ${note}`.toLowerCase().includes(wanted));
}
