import { html } from 'htm/preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { workspace } from '../state.ts';
import { type IconName, iconButton } from './signs.ts';

type MenuItem = Readonly<{ words: string; note?: string; pick: () => void }>;

interface MenuProps {
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly MenuItem[];
  /** Shown inside the menu when it has no items. */
  readonly empty?: string;
  readonly align?: 'start' | 'end';
  /** The element that it stands for, to be found again when its block is drawn anew. */
  readonly action?: string;
}

/** A button that opens a menu: arrow keys move, Enter picks, Escape closes and gives the focus back. */
export function Menu({ label, icon, items, empty = 'Nothing here', align = 'end', action }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const list = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useLayoutEffect(() => {
    const source = menu.current?.parentElement?.querySelector('button');
    if (!isOpen || !source) return;
    menu.current?.showPopover({ source });
    list()[0]?.focus();
  }, [isOpen]);
  const move = (event: KeyboardEvent): void => {
    const entries = list();
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const last = entries.length - 1;
    const goals: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at + last, Home: 0, End: last };
    const goal = goals[event.key];
    if (goal !== undefined) entries[goal % entries.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') menu.current?.hidePopover();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const openByArrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
  };
  const pick = (item: MenuItem): void => {
    menu.current?.hidePopover();
    item.pick();
  };
  const entries = items.map((item) => {
    const note = item.note && html`<span class="hint">${item.note}</span>`;
    return html`<button type="button" role="menuitem" tabindex="-1" class="menu-item" onClick=${() => pick(item)}>
      <span>${item.words}</span>${note}
    </button>`;
  });
  const nothing = html`<p class="menu-empty" role="menuitem" tabindex="-1">${empty}</p>`;
  const more = { 'aria-haspopup': 'menu', 'aria-expanded': isOpen, title: label, onKeyDown: openByArrow };
  const follow = ({ newState }: ToggleEvent): void => setOpen(newState === 'open');
  return html`<div data-action=${action}>
    ${iconButton(icon, label, () => setOpen(!isOpen), more)}
    <div ref=${menu} class="menu ${align === 'start' ? '[position-area:bottom_span-right]' : ''}" role="menu" aria-label=${label} popover="auto" onToggle=${follow}
      onKeyDown=${move}>
      ${isOpen && (entries.length > 0 ? entries : nothing)}
    </div>
  </div>`;
}

/** The app's shortcuts of a kind. One for a message has the app's name beside it, one for everywhere what it is for. */
export function shortcutItems(kind: 'global' | 'message', run: (callbackId: string) => unknown): readonly MenuItem[] {
  const { app, shortcuts = [] } = workspace.value ?? {};
  return shortcuts
    .filter(({ type }) => type === kind && app?.installed)
    .map(({ callbackId, name, description }) => ({
      words: name,
      note: kind === 'global' ? description : (app?.name ?? ''),
      pick: () => void run(callbackId),
    }));
}
