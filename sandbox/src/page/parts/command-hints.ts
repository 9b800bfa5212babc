import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { SandboxWorkspace } from '../../page-api.ts';
import { workspace } from '../state.ts';

type Command = SandboxWorkspace['commands'][number];

interface CommandHints {
  readonly list: ComponentChild;
  /** What the field says of the list. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** @returns whether the key was for the list */
  readonly press: (key: string) => boolean;
}

/** The list of commands above the message box while one is typed; the field keeps the focus. */
export function useCommandHints(id: string, text: string, pick: (command: string) => void): CommandHints {
  const [at, setAt] = useState(0);
  useLayoutEffect(() => setAt(0), [text]);
  const found = at < 0 ? [] : matching(text);
  const active = found[at];
  const press = (key: string): boolean => {
    if (active === undefined) return false;
    const isWhole = text.trimEnd().startsWith(active.command);
    // With nothing left to choose the arrow keys belong to the history of the field.
    const step = found.length === 1 && isWhole ? undefined : { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) setAt((at + step + found.length) % found.length);
    else if (key === 'Escape') setAt(-1);
    else if (!isWhole && (key === 'Enter' || key === 'Tab')) pick(active.command);
    else return false;
    return true;
  };
  const keepFocus = (event: Event): void => event.preventDefault();
  const options = found.map(
    (
      { command, usageHint, description },
      index,
    ) => html`<div key=${command} id="${id}-${index}" class="flex cursor-pointer flex-wrap items-baseline gap-x-3 rounded-md px-3 py-2 aria-selected:bg-accent-soft forced-colors:aria-selected:outline-2 forced-colors:aria-selected:outline-[Highlight]"
      role="option" aria-selected=${index === at} onPointerDown=${keepFocus} onClick=${() => pick(command)}>
      <span class="font-bold text-accent">${command}</span>
      <span class="font-mono text-sm text-soft">${usageHint}</span>
      <span class="ml-auto text-md text-soft">${description}</span>
    </div>`,
  );
  const isHidden = found.length === 0;
  return {
    list: html`<div id=${id} class="absolute -inset-x-px bottom-[calc(100%+0.4rem)] z-1 rounded-lg border border-line bg-card p-[0.35rem] shadow-high" role="listbox" aria-label="Commands" hidden=${isHidden}>${options}</div>`,
    attributes: active ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${at}` } : {},
    press,
  };
}

/** The commands that begin as the text does. Once a whole one is there, it stays as a reminder of what may follow. */
function matching(text: string): readonly Command[] {
  if (!text.startsWith('/') || text.includes('\n') || workspace.value?.app.installed !== true) return [];
  const word = text.split(' ', 1)[0] ?? '';
  const isOver = text.includes(' ');
  return workspace.value.commands.filter(({ command }) => (isOver ? command === word : command.startsWith(word)));
}
