import { h, html } from 'htm/preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { act, type StoredFile, say, storePicked } from '../acts.ts';
import { workspace } from '../state.ts';
import { Menu, shortcutItems } from './menu.ts';
import { chips, icon, iconButton } from './signs.ts';

/** An answer that comes sooner needs no word about waiting. */
const patienceMs = 500;
const longestHistory = 50;

/** Each place where it stands has a draft of its own. */
type ComposerProps = Readonly<Record<'place' | 'channel' | 'label', string> & { thread: string | null }>;

/** The message box: text, slash commands with hints, files, and the app's global shortcuts. */
export function Composer({ place, channel, thread, label }: ComposerProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  const history = useHistory();
  const text = drafts[place] ?? '';
  const fill = (typed: string): void => setDrafts((all) => ({ ...all, [place]: typed }));
  const pick = (command: string): void => {
    fill(`${command} `);
    field.current?.focus();
  };
  const hints = useCommandHints(`${id}-hints`, thread === null ? text : '', pick);
  useLayoutEffect(() => {
    if (field.current === null) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${field.current.scrollHeight + 2}px`;
  }, [text, place]);
  useLayoutEffect(() => {
    if (thread !== null) field.current?.focus();
  }, [thread]);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const words = text.trim();
    if (words === '' && files.length === 0) return;
    history.add(words);
    fill('');
    const timer = window.setTimeout(() => setWaiting(true), patienceMs);
    const isSent = await say(channel, thread, words, files);
    window.clearTimeout(timer);
    setWaiting(false);
    if (isSent) setFiles([]);
    else setDrafts((all) => ({ ...all, [place]: all[place] || words }));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isForHints = hints.press(event.key);
    const older = isForHints || event.shiftKey ? null : history.call(event.key, text);
    if (older !== null) fill(older);
    const isEnter = !isForHints && event.key === 'Enter' && !event.shiftKey;
    if (isEnter) void submit(event);
    else if (isForHints || older !== null) event.preventDefault();
  };
  const attach = async ({ currentTarget }: Event & { currentTarget: HTMLInputElement }): Promise<void> => {
    const added = await storePicked(currentTarget);
    setFiles((all) => [...all, ...added]);
  };
  const openPicker = (): void => field.current?.form?.querySelector<HTMLElement>('[type=file]')?.click();
  const items = shortcutItems('global', (callbackId) => act({ do: 'global-shortcut', callbackId }));
  const placeholder = thread === null && workspace.value?.app.installed ? `${label}, or type / for a command` : label;
  return html`<form class="relative mx-5 mb-5 flex-none rounded-lg border border-edge bg-card
      focus-within:border-accent focus-within:shadow-[0_0_0_1px_var(--color-accent)] narrow:mx-2 narrow:mb-2 [&_.chips]:px-3 [&_.chips]:pt-[0.6rem]" novalidate onSubmit=${submit}>
    ${chips('Attached files', files, setFiles, 'file')}
    <label class="sr-only" for=${id}>${label}</label>
    <textarea id=${id} ref=${field} class="composer-field block max-h-48 w-full resize-none rounded-lg px-4 pt-3 pb-1 outline-none" rows="1" autocomplete="off" placeholder=${placeholder}
      value=${text} aria-autocomplete="list" ...${hints.attributes} onKeyDown=${press}
      onInput=${(event: Event & { currentTarget: HTMLTextAreaElement }) => fill(event.currentTarget.value)} />
    ${hints.list}
    <div class="flex items-center gap-1 px-2 pt-1 pb-2">
      ${iconButton('attach', 'Attach files', openPicker, { title: 'Attach files' })}
      <input type="file" multiple class="sr-only" tabindex="-1" aria-label="Attach files" onChange=${attach} />
      ${thread === null && h(Menu, { label: 'Shortcuts', icon: 'bolt', align: 'start', items, empty: 'There are no shortcuts' })}
      <span class="hint flex-1 px-2" role="status">${isWaiting && 'Waiting for the app …'}</span>
      <button type="submit" class="button button-primary [&_.icon]:size-4">${icon('send')}Send</button>
    </div>
  </form>`;
}

/**
 * What was sent before. `call` gives what an arrow key brings back while the field is empty or shows what was sent, and
 * `null` where the key is not for it.
 */
function useHistory() {
  const { current: sent } = useRef<string[]>([]);
  const at = useRef(0);
  return {
    add: (text: string): void => {
      if (text !== '' && sent.at(-1) !== text) sent.push(text);
      if (sent.length > longestHistory) sent.shift();
      at.current = sent.length;
    },
    call: (key: string, text: string): string | null => {
      const next = at.current + (key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : Number.NaN);
      const isOurs = text === '' || text === sent[at.current];
      if (!isOurs || sent.length === 0 || !(next >= 0 && next <= sent.length)) return null;
      at.current = next;
      return sent[next] ?? '';
    },
  };
}

/**
 * The list of commands above the message box while one is typed, what the field says of it, and what takes a key and says
 * whether it was for the list; the field keeps the focus.
 */
function useCommandHints(id: string, text: string, pick: (command: string) => void) {
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
  const options = found.map(({ command, usageHint, description }, index) => {
    const keepFocus = (event: Event): void => event.preventDefault();
    return html`<div key=${command} id="${id}-${index}" class="flex cursor-pointer flex-wrap items-baseline gap-x-3
        rounded-md px-3 py-2 aria-selected:bg-accent-soft forced-colors:aria-selected:outline-2 forced-colors:aria-selected:outline-[Highlight]"
      role="option" aria-selected=${index === at} onPointerDown=${keepFocus} onClick=${() => pick(command)}>
      <span class="font-bold text-accent">${command}</span>
      <span class="font-mono text-sm text-soft">${usageHint}</span>
      <span class="ml-auto text-md text-soft">${description}</span>
    </div>`;
  });
  return {
    list: html`<div id=${id} class="absolute -inset-x-px bottom-[calc(100%+0.4rem)] z-1 rounded-lg border border-line
        bg-card p-[0.35rem] shadow-high" role="listbox" aria-label="Commands" hidden=${found.length === 0}>${options}</div>`,
    attributes: active ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${at}` } : {},
    press,
  };
}

/** The commands that begin as the text does. Once a whole one is there, it stays as a reminder of what may follow. */
function matching(text: string) {
  if (!text.startsWith('/') || text.includes('\n') || workspace.value?.app.installed !== true) return [];
  const word = text.split(' ', 1)[0] ?? '';
  const isOver = text.includes(' ');
  return workspace.value.commands.filter(({ command }) => (isOver ? command === word : command.startsWith(word)));
}
