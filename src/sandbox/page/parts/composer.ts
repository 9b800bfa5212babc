import { el, newId } from '../dom.ts';
import { icon } from '../icons.ts';
import { currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';
import { attachments } from './attachments.ts';
import { commandHints } from './command-hints.ts';
import { inputHistory } from './input-history.ts';
import { menuButton } from './menu.ts';
import { toast } from './toast.ts';

export interface Composer {
  readonly node: HTMLElement;
  readonly draw: (place: string, channel: string, label: string) => void;
  readonly focus: () => void;
}

/** The message box: text, slash commands with hints, files, and the app's global shortcuts. */
export function composer(page: Page, { inThread }: { readonly inThread: boolean }): Composer {
  const drafts = new Map<string, string>();
  const history = inputHistory();
  const thread = (): string | null => (inThread ? page.model.place.thread : null);
  let place = '';
  let channel = '';
  const fieldId = newId('composer');
  const label = el('label', { class: 'visually-hidden', for: fieldId });
  const field = el('textarea', { id: fieldId, class: 'composer-field', rows: 1, autocomplete: 'off' });
  const hints = commandHints(page, field, () => !inThread);
  const files = attachments(page);
  const shortcuts = menuButton({
    label: 'Shortcuts',
    icon: 'bolt',
    align: 'start',
    items: () => globalShortcuts(page),
    empty: 'The app has no global shortcuts',
  });
  const send = el('button', { type: 'submit', class: 'button button-primary send' }, icon('send'), 'Send');
  const grow = (): void => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  };
  const fill = (text: string): void => {
    field.value = text;
    grow();
    hints.look();
  };
  const submit = async (): Promise<void> => {
    const text = field.value.trim();
    if (text === '' && files.ids().length === 0) return;
    history.add(text);
    drafts.delete(place);
    fill('');
    const sent = await say(page, channel, thread(), text, files.ids());
    if (sent) files.clear();
    else if (field.value === '') fill(text);
  };
  const form = el(
    'form',
    { class: 'composer', novalidate: true },
    label,
    files.list,
    field,
    el(
      'div',
      { class: 'composer-tools' },
      files.button,
      inThread ? null : shortcuts,
      el('span', { class: 'composer-hint', 'aria-hidden': 'true' }),
      send,
    ),
    hints.list,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  field.addEventListener('input', () => {
    drafts.set(place, field.value);
    grow();
    hints.look();
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || hints.key(event)) return;
    const older = history.key(event, field);
    if (older !== null) fill(older);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  });
  return {
    node: form,
    focus: () => field.focus(),
    draw: (nextPlace, nextChannel, words) => {
      channel = nextChannel;
      if (label.textContent !== words) {
        label.textContent = words;
        field.placeholder = words;
      }
      if (nextPlace === place) return;
      place = nextPlace;
      fill(drafts.get(place) ?? '');
    },
  };
}

function globalShortcuts(page: Page): readonly { words: string; note: string; pick: () => void }[] {
  const workspace = currentWorkspace(page.model);
  if (workspace === undefined || !workspace.app.installed) return [];
  const global = workspace.shortcuts.filter(({ type }) => type === 'global');
  return global.map(({ callbackId, name, description }) => ({
    words: name,
    note: description,
    pick: () => void page.act({ do: 'global-shortcut', callbackId }),
  }));
}

/** Sends a message or runs a command. @returns whether it went through, so that the text need not be typed again */
async function say(
  page: Page,
  channel: string,
  thread: string | null,
  text: string,
  fileIds: readonly string[],
): Promise<boolean> {
  const command = /^\/[a-z0-9_-]+/i.exec(text)?.[0];
  if (command === undefined) {
    const reply = thread === null ? {} : { threadTs: thread };
    const files = fileIds.length === 0 ? {} : { fileIds };
    const result = await page.act({ do: 'say', channel, text: withMentions(page, text), ...reply, ...files });
    return result?.ok === true;
  }
  const known = currentWorkspace(page.model)?.commands.some((one) => one.command === command) === true;
  if (!known || thread !== null) {
    toast(known ? 'Slack takes no commands in threads.' : `${command} is not a command of an installed app.`);
    return false;
  }
  await page.act({ do: 'command', channel, command, text: text.slice(command.length).trim() });
  return true;
}

/** Writes "@Ida Holm" and "#general" as the mentions that Slack stores; the sandbox escapes everything else. */
function withMentions({ names }: Page, text: string): string {
  const people = names
    .people()
    .flatMap(({ id, name, realName }) => [name, realName].map((one) => [`@${one}`, `<@${id}>`]));
  const channels = names.channels().map(({ id }) => [`#${names.channelName(id)}`, `<#${id}>`]);
  const marks = new Map([...people, ...channels].filter(([typed = '']) => typed.length > 1) as [string, string][]);
  const typed = [...marks.keys()].sort((one, other) => other.length - one.length).map(asPattern);
  if (typed.length === 0) return text;
  return text.replace(
    new RegExp(`(?:${typed.join('|')})(?![\\p{L}\\p{N}_])`, 'gu'),
    (found) => marks.get(found) ?? found,
  );
}

function asPattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
