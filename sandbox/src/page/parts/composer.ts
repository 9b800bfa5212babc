import { el, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { attachments } from './attachments.ts';
import { menuButton } from './menu.ts';
import { messageField } from './message-field.ts';
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
  let channel = '';
  const field = messageField(page, inThread, () => void submit());
  const files = attachments(page);
  const waiting = el('span', { class: 'composer-hint', role: 'status' });
  const submit = async (): Promise<void> => {
    if (field.text() === '' && files.ids().length === 0) return;
    const place = field.place();
    const text = field.take();
    const timer = window.setTimeout(() => setText(waiting, 'Waiting for the app …'), patienceMs);
    const thread = inThread ? page.model.place.thread : null;
    const sent = await say(page, channel, thread, text, files.ids());
    window.clearTimeout(timer);
    setText(waiting, '');
    if (sent) files.clear();
    else field.giveBack(place, text);
  };
  const send = el('button', { type: 'submit', class: 'button button-primary send' }, icon('send'), 'Send');
  const shortcuts = inThread ? null : drawShortcuts(page);
  const tools = el('div', { class: 'composer-tools' }, files.button, shortcuts, waiting, send);
  const form = el('form', { class: 'composer', novalidate: true }, files.list, ...field.nodes, tools);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  return {
    node: form,
    focus: field.focus,
    draw: (place, nextChannel, label) => {
      channel = nextChannel;
      field.draw(place, label);
    },
  };
}

function drawShortcuts(page: Page): HTMLElement {
  const items = () => globalShortcuts(page);
  return menuButton({ label: 'Shortcuts', icon: 'bolt', align: 'start', items, empty: 'There are no shortcuts' });
}
