import { h } from 'htm/preact';
import type { ElementValue, OptionsQuery } from '../../page-api.ts';
import { tell } from '../acts.ts';
import { keepValue } from '../blocks/surface.ts';
import { type Json, listAt, numberAt, objectAt, textAt, textsAt, toObject } from '../json.ts';
import { type Choice, Picker } from '../parts/picker.ts';
import { actors, appHome, channelName, knownChannels, personName, place, who, workspace } from '../state.ts';
import { plainWords } from '../text/text.ts';
import { postOptionsQuery } from '../wire.ts';
import { type ElementProps, useControl } from './spot.ts';

/** The word in a value's and an initial value's key: selected_user, initial_users. */
const things = {
  static: 'option',
  external: 'option',
  users: 'user',
  channels: 'channel',
  conversations: 'conversation',
};
type Kind = keyof typeof things;

/** Every select, of one or of many, over options of its own, of the app's, or over people and channels. */
export function Select(props: ElementProps) {
  const { element } = props;
  const { attributes, at, kept, commit } = useControl(props);
  const type = textAt(element, 'type');
  const isMany = type.startsWith('multi_');
  const kind = type.replace(/^multi_|_select$/g, '') as Kind;
  const thing = isMany ? `${things[kind]}s` : things[kind];
  const toValue = (all: readonly unknown[]): ElementValue => ({
    type,
    [`selected_${thing}`]: isMany ? all : (all[0] ?? null),
  });
  let said = kept === undefined ? element[`initial_${thing}`] : kept[`selected_${thing}`];
  const here = place.value.channel;
  if (said === undefined && element.default_to_current_conversation === true && here !== appHome) {
    // A field that starts with the channel one is in counts as filled in, though nobody touched it.
    keepValue(at, toValue([here]));
    said = here;
  }
  return h(Picker, {
    attributes,
    placeholder: plainWords(objectAt(element, 'placeholder')) || 'Choose …',
    most: isMany ? (numberAt(element, 'max_selected_items') ?? 100) : 1,
    isMany,
    chosen: (Array.isArray(said) ? said : [said]).flatMap((value) => toChoices(kind, value)),
    find: (typed) => findChoices(element, kind, { ...who(), ...at, typed }),
    change: (chosen) => commit(toValue(chosen.map(({ key, option }) => option ?? key))),
  });
}

function toChoices(kind: Kind, value: unknown): readonly Choice[] {
  const option = toObject(value);
  if (option !== null) return [toChoice(option)];
  if (typeof value !== 'string' || value === '') return [];
  return [{ key: value, words: kind === 'users' ? personName(value) : `#${channelName(value)}` }];
}

async function findChoices(element: Json, kind: Kind, query: OptionsQuery): Promise<readonly Choice[]> {
  if (kind === 'external') {
    if (query.typed.length < (numberAt(element, 'min_query_length') ?? 3)) return [];
    return postOptionsQuery(query).then(optionChoices, (error: unknown) => {
      tell(error);
      return [];
    });
  }
  const wanted = query.typed.trim().toLowerCase();
  const filter = objectAt(element, 'filter');
  const all = {
    static: () => optionChoices(element),
    users: personChoices,
    channels: () => channelChoices(['public'], true),
    conversations: () => channelChoices(textsAt(filter, 'include'), filter.exclude_bot_users === true),
  }[kind]();
  return all.filter(({ words, note = '' }) => `${words} ${note}`.toLowerCase().includes(wanted));
}

function optionChoices(from: Json): readonly Choice[] {
  const groups = listAt(from, 'option_groups');
  const grouped = groups.flatMap((group) =>
    listAt(group, 'options').map((option) => toChoice(option, plainWords(objectAt(group, 'label')))),
  );
  return groups.length > 0 ? grouped : listAt(from, 'options').map((option) => toChoice(option));
}

function toChoice(option: Json, group = ''): Choice {
  const words = plainWords(objectAt(option, 'text'));
  return { key: textAt(option, 'value'), words, note: plainWords(objectAt(option, 'description')), group, option };
}

function personChoices(): readonly Choice[] {
  const people = workspace.value === undefined ? [] : actors(workspace.value);
  return people.map(({ id, realName, name }) => ({ key: id, words: realName || name, note: `@${name}` }));
}

/** @param include 'public', 'private' and 'im'; none of them stands for all */
function channelChoices(include: readonly string[], withoutBots: boolean): readonly Choice[] {
  const kinds = { channel: 'public', group: 'private', im: 'im' };
  return knownChannels.value
    .map(({ id, kind }) => ({ key: id, words: `#${channelName(id)}`, note: kinds[kind] }))
    .filter(({ note }) => include.length === 0 || include.includes(note))
    .filter(({ note }) => !(withoutBots && note === 'im'));
}
