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

interface Picker {
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly placeholder: string;
  /** How many can be chosen; 1 is a plain select. */
  readonly most: number;
  readonly chosen: readonly Choice[];
  readonly find: (typed: string) => Promise<readonly Choice[]>;
  /** @returns whether the new choice stands */
  readonly change: (chosen: readonly Choice[]) => Promise<boolean>;
}

/** A combobox over choices that are found while typing: arrow keys move, Enter picks, Escape closes the list. */
export function drawPicker(picker: Picker): HTMLElement {
  const many = picker.most > 1;
  const listId = newId('choices');
  let chosen = picker.chosen;
  let found: readonly Choice[] = [];
  let active = -1;
  let asked = 0;
  let close: (() => void) | null = null;

  const chips = el('ul', { class: 'chips', 'aria-label': 'Chosen' });
  const input = el('input', {
    ...picker.attributes,
    class: 'control',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    placeholder: picker.placeholder,
  });
  const list = el('div', {
    id: listId,
    class: 'menu choices-list',
    role: 'listbox',
    popover: 'manual',
    'aria-label': 'Choices',
  });
  const host = el(
    'div',
    { class: many ? 'picker picker-many' : 'picker' },
    many ? chips : null,
    input,
    icon('chevron'),
    list,
  );

  const drawChosen = (): void => {
    if (!many) input.value = chosen[0]?.words ?? '';
    chips.replaceChildren(
      ...chosen.map((choice) => drawChip(choice, () => void take(chosen.filter((one) => one !== choice)))),
    );
    chips.hidden = chosen.length === 0;
  };
  const take = async (next: readonly Choice[]): Promise<void> => {
    const before = chosen;
    chosen = next.slice(-picker.most);
    drawChosen();
    if (await picker.change(chosen)) return;
    chosen = before;
    drawChosen();
  };
  const pick = (choice: Choice): void => {
    const isChosen = chosen.some((one) => one.key === choice.key);
    if (many) input.value = '';
    shut();
    void take(many ? (isChosen ? chosen.filter((one) => one.key !== choice.key) : [...chosen, choice]) : [choice]);
  };
  const mark = (index: number): void => {
    active = found.length === 0 ? -1 : (index + found.length) % found.length;
    const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
    for (const [at, option] of options.entries()) option.classList.toggle('active', at === active);
    const current = options[active];
    if (current === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', current.id);
      current.scrollIntoView({ block: 'nearest' });
    }
  };
  const look = async (typed: string): Promise<void> => {
    asked += 1;
    const mine = asked;
    open();
    const answer = await picker.find(typed);
    if (mine !== asked || close === null) return;
    found = answer;
    list.replaceChildren(...drawChoices(found, chosen, pick));
    mark(found.findIndex((choice) => choice.key === chosen[0]?.key));
    if (active < 0 && typed !== '') mark(0);
  };
  const open = (): void => {
    if (close !== null) return;
    list.replaceChildren(el('p', { class: 'menu-empty' }, 'Looking …'));
    close = openBeside(input, list);
    input.setAttribute('aria-expanded', 'true');
  };
  const shut = (): void => {
    close?.();
    close = null;
    found = [];
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  input.addEventListener('click', () => void look(''));
  input.addEventListener('focus', () => input.select());
  input.addEventListener('input', () => void look(input.value));
  input.addEventListener('blur', () => {
    shut();
    if (!many && input.value === '' && chosen.length > 0) void take([]);
    else if (many) input.value = '';
    else drawChosen();
  });
  input.addEventListener('keydown', (event) => {
    const isOpen = close !== null;
    const choice = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) void look('');
      else mark(event.key === 'ArrowDown' ? active + 1 : Math.max(active, 0) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isOpen && choice !== undefined) pick(choice);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      shut();
      drawChosen();
    } else if (event.key === 'Backspace' && many && input.value === '' && chosen.length > 0) {
      void take(chosen.slice(0, -1));
    }
  });
  drawChosen();
  return host;
}

function drawChoices(
  found: readonly Choice[],
  chosen: readonly Choice[],
  pick: (choice: Choice) => void,
): HTMLElement[] {
  if (found.length === 0)
    return [
      el(
        'p',
        { class: 'menu-empty', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
        'Nothing found',
      ),
    ];
  const groups = new Map<string, HTMLElement>();
  for (const choice of found) {
    const group = groups.get(choice.group) ?? drawGroup(choice.group);
    groups.set(choice.group, group);
    group.append(
      drawChoice(
        choice,
        chosen.some(({ key }) => key === choice.key),
        pick,
      ),
    );
  }
  return [...groups.values()];
}

function drawGroup(words: string): HTMLElement {
  if (words === '') return el('div', { role: 'presentation' });
  return el(
    'div',
    { role: 'group', 'aria-label': words },
    el('div', { class: 'menu-group', 'aria-hidden': 'true' }, words),
  );
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

function drawChip(choice: Choice, remove: () => void): HTMLElement {
  const label = `Remove ${choice.words}`;
  const button = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, onclick: remove },
    icon('close'),
  );
  return el('li', { class: 'chip' }, el('span', {}, choice.words), button);
}
