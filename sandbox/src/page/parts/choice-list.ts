import { el, newId } from '../dom.ts';
import { icon } from '../icons.ts';
import { openBeside } from './floating.ts';

export interface Choice {
  readonly key: string;
  readonly words: string;
  readonly note: string;
  /** The heading it stands under, or nothing. */
  readonly group: string;
}

export interface ChoiceList {
  readonly node: HTMLElement;
  readonly isOpen: () => boolean;
  /** Picks the active choice, if there is one. */
  readonly pickActive: () => void;
  /** Opens with a word that it is looking; `show` fills it. */
  readonly open: () => void;
  readonly show: (found: readonly Choice[], chosen: readonly Choice[]) => void;
  readonly move: (step: 1 | -1) => void;
  readonly shut: () => void;
}

/** The list that belongs to a combobox. The field keeps the focus and says which choice is the active one. */
export function choiceList(field: HTMLInputElement, pick: (choice: Choice) => void): ChoiceList {
  const id = newId('choices');
  const node = el('div', { id, class: 'menu', role: 'listbox', popover: 'manual', 'aria-label': 'Choices' });
  let found: readonly Choice[] = [];
  let active = -1;
  let close: (() => void) | null = null;
  field.setAttribute('aria-controls', id);
  field.setAttribute('aria-expanded', 'false');

  const mark = (index: number): void => {
    active = found.length === 0 ? -1 : (index + found.length) % found.length;
    const options = [...node.querySelectorAll<HTMLElement>('[role=option]')];
    for (const [at, option] of options.entries()) option.classList.toggle('active', at === active);
    const current = options[active];
    if (current === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', current.id);
    current?.scrollIntoView({ block: 'nearest' });
  };
  return {
    node,
    isOpen: () => close !== null,
    pickActive: () => {
      const choice = found[active];
      if (choice !== undefined) pick(choice);
    },
    open: () => {
      if (close !== null) return;
      node.replaceChildren(el('p', { class: 'menu-empty' }, 'Looking …'));
      close = openBeside(field, node);
      field.setAttribute('aria-expanded', 'true');
    },
    show: (choices, chosen) => {
      found = choices;
      node.replaceChildren(...drawChoices(found, chosen, pick));
      mark(
        Math.max(
          0,
          found.findIndex(({ key }) => key === chosen[0]?.key),
        ),
      );
    },
    move: (step) => mark(active + step),
    shut: () => {
      close?.();
      close = null;
      found = [];
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    },
  };
}

function drawChoices(
  found: readonly Choice[],
  chosen: readonly Choice[],
  pick: (choice: Choice) => void,
): readonly HTMLElement[] {
  if (found.length === 0) {
    const attributes = { class: 'menu-empty', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' };
    return [el('p', attributes, 'Nothing found')];
  }
  const groups = new Map<string, HTMLElement>();
  for (const choice of found) {
    const group = groups.get(choice.group) ?? drawGroup(choice.group);
    groups.set(choice.group, group);
    const isChosen = chosen.some(({ key }) => key === choice.key);
    group.append(drawChoice(choice, isChosen, pick));
  }
  return [...groups.values()];
}

function drawGroup(words: string): HTMLElement {
  if (words === '') return el('div', { role: 'presentation' });
  const title = el('div', { class: 'menu-group', 'aria-hidden': 'true' }, words);
  return el('div', { role: 'group', 'aria-label': words }, title);
}

function drawChoice(choice: Choice, isChosen: boolean, pick: (choice: Choice) => void): HTMLElement {
  const option = el(
    'div',
    { id: newId('choice'), class: 'menu-item', role: 'option', 'aria-selected': String(isChosen) },
    el('span', { class: 'menu-words' }, choice.words),
    choice.note === '' ? null : el('span', { class: 'menu-note' }, choice.note),
    isChosen ? icon('check') : null,
  );
  // Pointer down would take the focus from the field, and with it close the list before the click arrives.
  option.addEventListener('pointerdown', (event) => event.preventDefault());
  option.addEventListener('click', () => pick(choice));
  return option;
}
