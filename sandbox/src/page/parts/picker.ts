import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { type Choice, type ChoiceList, choiceList } from './choice-list.ts';

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
  const field = drawField(picker);
  const chips = el('ul', { class: 'chips', 'aria-label': 'Chosen' });
  let chosen = picker.chosen;
  let asked = 0;

  const drawChosen = (): void => {
    field.value = many ? '' : (chosen[0]?.words ?? '');
    const drop = (choice: Choice) => () => void take(chosen.filter((one) => one !== choice));
    chips.replaceChildren(...chosen.map((choice) => drawChip(choice, drop(choice))));
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
  const list = choiceList(field, (choice) => {
    list.shut();
    const others = chosen.filter(({ key }) => key !== choice.key);
    const isNew = others.length === chosen.length;
    void take(many && isNew ? [...chosen, choice] : many ? others : [choice]);
  });
  const look = async (typed: string): Promise<void> => {
    asked += 1;
    const mine = asked;
    list.open();
    const found = await picker.find(typed);
    // Answers may overtake each other; only the newest question's counts, and only while the list is wanted.
    if (mine === asked && list.isOpen()) list.show(found, chosen);
  };
  field.addEventListener('click', () => void look(''));
  field.addEventListener('focus', () => field.select());
  field.addEventListener('input', () => void look(field.value));
  field.addEventListener('blur', () => {
    list.shut();
    if (!many && field.value === '' && chosen.length > 0) void take([]);
    else drawChosen();
  });
  field.addEventListener('keydown', (event) => {
    if (pressInList(event, list, () => look(''))) return;
    if (event.key === 'Backspace' && many && field.value === '' && chosen.length > 0) void take(chosen.slice(0, -1));
  });
  drawChosen();
  const style = many ? 'picker picker-many' : 'picker';
  return el('div', { class: style }, many ? chips : null, field, icon('chevron'), list.node);
}

function drawField({ attributes, placeholder }: Picker): HTMLInputElement {
  return el('input', {
    ...attributes,
    class: 'control',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    placeholder,
  });
}

/** @returns whether the key was for the list */
function pressInList(event: KeyboardEvent, list: ChoiceList, look: () => Promise<void>): boolean {
  const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
  if (isArrow && !list.isOpen()) void look();
  else if (isArrow) list.move(event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter') list.pickActive();
  else if (event.key === 'Escape' && list.isOpen()) {
    // The dialog around it must not take this for itself.
    event.stopPropagation();
    list.shut();
  } else return false;
  event.preventDefault();
  return true;
}

function drawChip(choice: Choice, remove: () => void): HTMLElement {
  const label = `Remove ${choice.words}`;
  return el(
    'li',
    { class: 'chip' },
    el('span', {}, choice.words),
    el('button', { type: 'button', class: 'icon-button', 'aria-label': label, onclick: remove }, icon('close')),
  );
}
