import { el, newId } from '../dom.ts';
import { currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';

interface CommandHints {
  readonly list: HTMLElement;
  /** Looks at what is in the field and shows the commands that begin so. */
  readonly look: () => void;
  /** @returns whether the key was for the list */
  readonly key: (event: KeyboardEvent) => boolean;
}

type Command = { readonly command: string; readonly description: string; readonly usageHint: string };

/** The list of commands above the message box while one is typed; the field keeps the focus. */
export function commandHints(page: Page, field: HTMLTextAreaElement, allowed: () => boolean): CommandHints {
  const listId = newId('commands');
  const list = el('div', {
    id: listId,
    class: 'command-hints',
    role: 'listbox',
    'aria-label': 'Commands',
    hidden: true,
  });
  field.setAttribute('aria-autocomplete', 'list');
  let found: readonly Command[] = [];
  let active = 0;
  const mark = (index: number): void => {
    active = (index + found.length) % found.length;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === active));
    field.setAttribute('aria-activedescendant', list.children[active]?.id ?? '');
  };
  const shut = (): void => {
    found = [];
    list.hidden = true;
    field.removeAttribute('aria-activedescendant');
    field.removeAttribute('aria-controls');
  };
  const pick = (command: Command): void => {
    field.value = `${command.command} `;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  };
  return {
    list,
    look: () => {
      found = allowed() ? matching(page, field.value) : [];
      if (found.length === 0) return shut();
      list.replaceChildren(...found.map((command) => drawHint(command, pick)));
      list.hidden = false;
      field.setAttribute('aria-controls', listId);
      mark(0);
    },
    key: (event) => {
      if (found.length === 0) return false;
      const command = found[active];
      const typedWhole = command !== undefined && field.value.trimEnd().startsWith(command.command);
      // With nothing left to choose the arrow keys belong to the history of the field.
      const choosing = found.length > 1 || !typedWhole;
      if (event.key === 'ArrowDown' && choosing) mark(active + 1);
      else if (event.key === 'ArrowUp' && choosing) mark(active - 1);
      else if (event.key === 'Escape') shut();
      else if (command !== undefined && !typedWhole && (event.key === 'Enter' || event.key === 'Tab')) pick(command);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

function matching(page: Page, text: string): readonly Command[] {
  if (!text.startsWith('/') || text.includes('\n')) return [];
  const workspace = currentWorkspace(page.model);
  if (workspace === undefined || !workspace.app.installed) return [];
  const word = text.split(' ', 1)[0] ?? '';
  // Once the command is there, its line stays as a reminder of what may follow.
  return workspace.commands.filter(({ command }) => (text.includes(' ') ? command === word : command.startsWith(word)));
}

function drawHint(command: Command, pick: (command: Command) => void): HTMLElement {
  const option = el(
    'div',
    { id: newId('command'), class: 'command-hint', role: 'option', 'aria-selected': 'false' },
    el('span', { class: 'command-name' }, command.command),
    el('span', { class: 'command-usage' }, command.usageHint),
    el('span', { class: 'command-words' }, command.description),
  );
  option.addEventListener('pointerdown', (event) => event.preventDefault());
  option.addEventListener('click', () => pick(command));
  return option;
}
