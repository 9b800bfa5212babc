import { el, newId, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { attachments } from './attachments.ts';
import { commandHints } from './command-hints.ts';
import { inputHistory } from './input-history.ts';
import { menuButton } from './menu.ts';
import { globalShortcuts, say } from './say.ts';

/** An answer that comes sooner needs no word about waiting. */
const patienceMs = 500;

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
  const waiting = el('span', { class: 'composer-hint', role: 'status' });
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
    const from = place;
    const timer = window.setTimeout(() => setText(waiting, 'Waiting for the app …'), patienceMs);
    const sent = await say(page, channel, thread(), text, files.ids());
    window.clearTimeout(timer);
    setText(waiting, '');
    if (sent) files.clear();
    else if (place === from && field.value === '') fill(text);
  };
  const form = el(
    'form',
    { class: 'composer', novalidate: true },
    label,
    files.list,
    field,
    el('div', { class: 'composer-tools' }, files.button, inThread ? null : shortcuts, waiting, send),
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
