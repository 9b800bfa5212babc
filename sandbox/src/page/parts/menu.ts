import { el, newId } from '../dom.ts';
import { type IconName, icon } from '../icons.ts';
import { openBeside } from './floating.ts';

export interface MenuItem {
  readonly words: string;
  readonly note: string;
  readonly pick: () => void;
}

interface MenuButton {
  readonly label: string;
  readonly icon: IconName;
  /** Asked for each time the menu opens. */
  readonly items: () => readonly MenuItem[];
  /** Shown inside the menu when it has no items. */
  readonly empty?: string;
  readonly align?: 'start' | 'end';
}

/** A button that opens a menu: arrow keys move, Enter picks, Escape closes and gives the focus back. */
export function menuButton({ label, icon: name, items, empty, align = 'end' }: MenuButton): HTMLElement {
  const menuId = newId('menu');
  const menu = el('div', { id: menuId, class: 'menu', role: 'menu', 'aria-label': label, popover: 'auto' });
  const button = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      title: label,
    },
    icon(name),
  );
  let close = (): void => {};
  const open = (): void => {
    const found = items();
    const drawn = found.map((item) => drawItem(item, pick));
    menu.replaceChildren(
      ...(drawn.length > 0
        ? drawn
        : [el('p', { class: 'menu-empty', role: 'menuitem', tabindex: -1 }, empty ?? 'Nothing here')]),
    );
    close = openBeside(button, menu, align);
    (menu.firstElementChild as HTMLElement | null)?.focus();
  };
  const pick = (item: MenuItem): void => {
    close();
    button.focus();
    item.pick();
  };
  button.addEventListener('click', () => (menu.matches(':popover-open') ? close() : open()));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open();
  });
  menu.addEventListener('toggle', (event) => {
    const isOpen = event instanceof ToggleEvent && event.newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) close();
  });
  menu.addEventListener('keydown', (event) =>
    moveInMenu(event, menu, () => {
      close();
      button.focus();
    }),
  );
  return el('div', { class: 'menu-holder' }, button, menu);
}

function drawItem(item: MenuItem, pick: (item: MenuItem) => void): HTMLElement {
  const note = item.note === '' ? null : el('span', { class: 'menu-note' }, item.note);
  const words = el('span', { class: 'menu-words' }, item.words);
  return el(
    'button',
    { type: 'button', role: 'menuitem', tabindex: -1, class: 'menu-item', onclick: () => pick(item) },
    words,
    note,
  );
}

function moveInMenu(event: KeyboardEvent, menu: HTMLElement, leave: () => void): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (goal !== undefined) {
    event.preventDefault();
    items[goal % items.length]?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    leave();
  }
}
