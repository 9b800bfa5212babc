import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import type { SandboxWorkspace } from '../../page-api.ts';
import { workspace } from '../state.ts';

type Command = SandboxWorkspace['commands'][number];

/** The commands that begin as the text does. Once a whole one is there, it stays as a reminder of what may follow. */
export function matchingCommands(text: string): readonly Command[] {
  if (!text.startsWith('/') || text.includes('\n') || workspace.value?.app.installed !== true) return [];
  const word = text.split(' ', 1)[0] ?? '';
  const isOver = text.includes(' ');
  return workspace.value.commands.filter(({ command }) => (isOver ? command === word : command.startsWith(word)));
}

/** The list of commands above the message box while one is typed; the field keeps the focus. */
export function commandHints(
  id: string,
  commands: readonly Command[],
  active: number,
  pick: (command: string) => void,
): ComponentChild {
  const keepFocus = (event: Event): void => event.preventDefault();
  const options = commands.map(
    ({ command, usageHint, description }, index) => html`<div key=${command} id="${id}-${index}" class="command-hint"
      role="option" aria-selected=${index === active} onPointerDown=${keepFocus} onClick=${() => pick(command)}>
      <span class="font-bold text-accent">${command}</span>
      <span class="font-mono text-sm text-soft">${usageHint}</span>
      <span class="ml-auto text-md text-soft">${description}</span>
    </div>`,
  );
  return html`<div id=${id} class="command-hints" role="listbox" aria-label="Commands" hidden=${commands.length === 0}>
    ${options}
  </div>`;
}
