import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { toast } from '../parts/toast.ts';
import { type Json, numberAt, textsAt } from '../read.ts';
import type { Spot } from '../surface.ts';
import { commit } from './commit.ts';
import { controlAttributes } from './spot.ts';

interface StoredFile {
  readonly id: string;
  readonly name: string;
}

/** Files are stored as soon as they are picked; the value is the list of their ids. */
export function drawFileInput(element: Json, spot: Spot): HTMLElement {
  let files: readonly StoredFile[] = [];
  const most = numberAt(element, 'max_files') ?? 10;
  const list = el('ul', { class: 'file-list', 'aria-label': 'Chosen files' });
  const status = el('p', { class: 'hint', role: 'status' });
  const input = el('input', {
    ...controlAttributes(element, spot),
    type: 'file',
    class: 'control control-file',
    multiple: most > 1,
    accept:
      textsAt(element, 'filetypes')
        .map((type) => `.${type}`)
        .join(',') || null,
  });
  const keep = (next: readonly StoredFile[]): void => {
    files = next.slice(-most);
    list.replaceChildren(...files.map((file) => drawFile(file, () => keep(files.filter((one) => one !== file)))));
    list.hidden = files.length === 0;
    void commit(element, spot, { type: 'file_input', files: files.map(({ id }) => ({ id })) });
  };
  input.addEventListener('change', () => {
    const picked = [...(input.files ?? [])];
    status.textContent = 'Uploading …';
    const stored = Promise.all(picked.map(async (file) => ({ id: await spot.surface.upload(file), name: file.name })));
    void stored
      .then((added) => keep([...files, ...added]))
      .catch((error: unknown) => toast(error instanceof Error ? error.message : 'The file could not be stored.'))
      .finally(() => {
        status.textContent = '';
        input.value = '';
      });
  });
  list.hidden = true;
  return el('div', { class: 'file-field' }, input, list, status);
}

function drawFile(file: StoredFile, remove: () => void): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': `Remove ${file.name}`, onclick: remove },
    icon('close'),
  );
  return el('li', {}, icon('file'), el('span', {}, file.name), button);
}
