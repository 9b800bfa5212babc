import type { SandboxMessage } from '../../page-api.ts';
import { el, show } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Drawn } from '../keyed-list.ts';

/** The files that came with a message, as links that save them. */
export function drawFiles(): Required<Drawn<SandboxMessage>> {
  const node = el('ul', { class: 'files', 'aria-label': 'Files' });
  let drawn = '';
  const update = ({ files }: SandboxMessage): void => {
    const now = JSON.stringify(files);
    if (now !== drawn) node.replaceChildren(...files.map(drawFile));
    drawn = now;
    show(node, files.length > 0);
  };
  return { node, update };
}

function drawFile(file: SandboxMessage['files'][number]): HTMLElement {
  const name = el('span', { class: 'file-name' }, file.name);
  const size = el('span', { class: 'hint' }, fileSize(file.size));
  return el('li', {}, el('a', { class: 'file', href: file.url, download: file.name }, icon('file'), name, size));
}

function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
