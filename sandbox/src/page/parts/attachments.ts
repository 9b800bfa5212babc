import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import { toast } from './toast.ts';

interface Attachments {
  readonly button: HTMLElement;
  readonly list: HTMLElement;
  readonly ids: () => readonly string[];
  readonly clear: () => void;
}

/** Files to go with the next message. They are stored when they are picked. */
export function attachments(page: Page): Attachments {
  let files: readonly { readonly id: string; readonly name: string }[] = [];
  const list = el('ul', { class: 'chips', 'aria-label': 'Attached files', hidden: true });
  const input = el('input', {
    type: 'file',
    multiple: true,
    class: 'visually-hidden',
    tabindex: -1,
    'aria-label': 'Attach files',
  });
  const button = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Attach files',
      title: 'Attach files',
      onclick: () => input.click(),
    },
    icon('attach'),
  );
  const keep = (next: typeof files): void => {
    files = next;
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map((file) => drawChip(file.name, () => keep(files.filter((one) => one !== file)))));
  };
  input.addEventListener('change', () => {
    const picked = [...(input.files ?? [])];
    input.value = '';
    const stored = Promise.all(picked.map(async (file) => ({ id: await page.upload(file), name: file.name })));
    void stored
      .then((added) => keep([...files, ...added]))
      .catch((error: unknown) => toast(error instanceof Error ? error.message : 'The file could not be stored.'));
  });
  return {
    button: el('span', { class: 'attach' }, button, input),
    list,
    ids: () => files.map(({ id }) => id),
    clear: () => keep([]),
  };
}

function drawChip(name: string, remove: () => void): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': `Remove ${name}`, onclick: remove },
    icon('close'),
  );
  return el('li', { class: 'chip' }, icon('file'), el('span', {}, name), button);
}
