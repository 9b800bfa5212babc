import { h, html } from 'htm/preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OptionsQuery } from '../../page-api.ts';
import { tell } from '../acts.ts';
import { keepValue } from '../blocks/surface.ts';
import { type Json, listAt, numberAt, objectAt, textAt, textsAt, toObject } from '../json.ts';
import { chips, icon } from '../parts/signs.ts';
import { actors, appHome, channelName, knownChannels, personName, place, who, workspace } from '../state.ts';
import { plainWords } from '../text/text.ts';
import { postOptionsQuery } from '../wire.ts';
import { type ElementProps, useControl } from './spot.ts';

type Kind = 'static' | 'external' | 'users' | 'channels' | 'conversations';

/** `group` is the heading it stands under, `option` what the app calls it where it is the app's. */
type Choice = Readonly<{ key: string; words: string; note?: string; group?: string; option?: Json }>;

/**
 * Every select, of one or of many, over options of its own, of the app's, or over people and channels. It is a combobox
 * whose choices are found while typing: arrow keys move, Enter picks, Escape closes the list.
 */
export function Select(props: ElementProps) {
  const { attributes, placeholder, isMany, most, first, find, change } = useSelection(props);
  const [chosen, setChosen] = useState(first);
  /** What is being typed; `null` while the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** `null` while it is looking. */
  const [found, setFound] = useState<readonly Choice[] | null>(null);
  const [active, setActive] = useState(0);
  const asked = useRef(0);
  const id = useId();
  const words = typed ?? (isMany ? '' : (chosen[0]?.words ?? ''));

  const take = async (next: readonly Choice[]): Promise<void> => {
    setTyped(null);
    setChosen(next.slice(-most));
    if (!(await change(next.slice(-most)))) setChosen(chosen);
  };
  const shut = (): void => {
    asked.current += 1;
    setOpen(false);
    setFound(null);
  };
  const pick = (choice: Choice): void => {
    shut();
    const others = chosen.filter(({ key }) => key !== choice.key);
    const isNew = others.length === chosen.length;
    void take(isMany ? [...others, ...(isNew ? [choice] : [])] : [choice]);
  };
  const look = async (text: string): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    setOpen(true);
    const answer = await find(text);
    // Answers may overtake each other; only the newest question's counts, and only while the list is wanted.
    if (mine !== asked.current) return;
    setFound(answer);
    const at = answer.findIndex(({ key }) => key === chosen[0]?.key);
    setActive(Math.max(0, at));
  };
  /** @returns whether the key was for the list */
  const pressInList = (key: string): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const count = found?.length ?? 0;
    const choice = found?.[active];
    if (step !== undefined && !isOpen) void look('');
    else if (step !== undefined) setActive((active + step + count) % Math.max(1, count));
    else if (key === 'Enter') choice !== undefined && pick(choice);
    else if (key === 'Escape' && isOpen) shut();
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    if (pressInList(event.key)) {
      event.preventDefault();
      // The dialog around it must not take Escape for itself.
      event.stopPropagation();
    } else if (event.key === 'Backspace' && isMany && words === '' && chosen.length > 0) void take(chosen.slice(0, -1));
  };
  const leave = (): void => {
    shut();
    if (!isMany && words === '' && chosen.length > 0) void take([]);
    else setTyped(null);
  };
  const type = ({ currentTarget: { value } }: Event & { currentTarget: HTMLInputElement }): void => {
    setTyped(value);
    void look(value);
  };
  const select = ({ currentTarget }: Event & { currentTarget: HTMLInputElement }): void => currentTarget.select();
  const current = found?.[active] && `${id}-${active}`;
  return html`<div class="relative max-w-full [&_.chips]:mb-[0.4rem] in-[.block-actions]:w-52 in-[.section-accessory]:w-52">
    ${isMany && chips('Chosen', chosen, (next) => void take(next))}
    <input ...${attributes} class="control pr-9 text-ellipsis" type="text" role="combobox" autocomplete="off" spellcheck=${false}
      aria-autocomplete="list" aria-controls=${id} aria-expanded=${isOpen} aria-activedescendant=${current}
      placeholder=${placeholder} value=${words} onClick=${() => void look('')} onFocus=${select} onInput=${type}
      onBlur=${leave} onKeyDown=${press} />
    ${icon('chevron', 'pointer-events-none absolute right-[0.65rem] bottom-[0.65rem] text-soft')}
    ${h(ChoiceList, { id, isOpen, found, active, chosen, pick })}
  </div>`;
}

type ListState = Readonly<{ id: string; isOpen: boolean; found: readonly Choice[] | null; active: number }>;
type ChoiceListProps = ListState & Readonly<{ chosen: readonly Choice[]; pick: (choice: Choice) => void }>;

/** The list that belongs to a combobox. The field keeps the focus and says which choice is the active one. */
function ChoiceList({ id, isOpen, found, active, chosen, pick }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const source = list.current?.parentElement?.querySelector('input');
    if (isOpen && source) list.current?.showPopover({ source });
    else list.current?.hidePopover();
  }, [isOpen]);
  useLayoutEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [found, active]);
  const option = (choice: Choice, index: number) => {
    const isChosen = chosen.some(({ key }) => key === choice.key);
    const look = index === active ? 'menu-item active' : 'menu-item';
    return html`<div id="${id}-${index}" class=${look} role="option" aria-selected=${isChosen} onClick=${() => pick(choice)}>
      <span>${choice.words}</span>${choice.note && html`<span class="hint">${choice.note}</span>`}
      ${isChosen && html`<span class="text-accent">${icon('check')}</span>`}
    </div>`;
  };
  const groups = [...new Set(found?.map(({ group = '' }) => group))].map((name) => {
    const options = found?.map((choice, index) => (choice.group ?? '') === name && option(choice, index));
    if (name === '') return html`<div role="presentation">${options}</div>`;
    return html`<div role="group" aria-label=${name}>
      <div class="px-3 pt-[0.4rem] pb-[0.15rem] text-sm font-semi text-soft" aria-hidden="true">${name}</div>${options}
    </div>`;
  });
  const nothing = html`<p class="menu-empty" role="option" aria-disabled="true" aria-selected="false">Nothing found</p>`;
  // Pointer down would take the focus from the field, and with it close the list before the click arrives.
  return html`<div id=${id} ref=${list} class="menu [position-area:bottom_span-right]" role="listbox" popover="manual" aria-label="Choices"
    onPointerDown=${(event: Event) => event.preventDefault()}>
    ${found === null ? html`<p class="menu-empty">Looking …</p>` : found.length === 0 ? nothing : groups}
  </div>`;
}

/** What can be chosen and what is; of many at most so many, and they stand before the field. */
function useSelection(props: ElementProps) {
  const { element } = props;
  const { attributes, at, kept, commit } = useControl(props);
  const type = textAt(element, 'type');
  const isMany = type.startsWith('multi_');
  const kind = type.replace(/^multi_|_select$/g, '') as Kind;
  // The word in the keys of its values: selected_user, initial_users.
  const thing = (kind === 'static' || kind === 'external' ? 'option' : kind.slice(0, -1)) + (isMany ? 's' : '');
  const toValue = (all: readonly unknown[]) => ({ type, [`selected_${thing}`]: isMany ? all : (all[0] ?? null) });
  let said = kept === undefined ? element[`initial_${thing}`] : kept[`selected_${thing}`];
  const here = place.value.channel;
  if (said === undefined && element.default_to_current_conversation === true && here !== appHome) {
    // A field that starts with the channel one is in counts as filled in, though nobody touched it.
    keepValue(at, toValue([here]));
    said = here;
  }
  return {
    attributes,
    placeholder: plainWords(objectAt(element, 'placeholder')) || 'Choose …',
    isMany,
    most: isMany ? (numberAt(element, 'max_selected_items') ?? 100) : 1,
    first: (Array.isArray(said) ? said : [said]).flatMap((value) => toChoices(kind, value)),
    find: (typed: string) => findChoices(element, kind, { ...who(), ...at, typed }),
    change: (chosen: readonly Choice[]) => commit(toValue(chosen.map(({ key, option }) => option ?? key))),
  };
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

/** @param include 'public', 'private', 'im' and 'mpim'; none of them stands for all */
function channelChoices(include: readonly string[], withoutBots: boolean): readonly Choice[] {
  const kinds = { channel: 'public', group: 'private', im: 'im', mpim: 'mpim' };
  return knownChannels.value
    .map(({ id, kind }) => ({ key: id, words: `#${channelName(id)}`, note: kinds[kind] }))
    .filter(({ note }) => include.length === 0 || include.includes(note))
    .filter(({ note }) => !(withoutBots && note === 'im'));
}
