import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { type Json, textAt } from '../read.ts';

export function drawFile(block: Json): HTMLElement {
  const name = textAt(block, 'external_id');
  return el('div', { class: 'block block-file' }, icon('file'), el('span', {}, name === '' ? 'A remote file' : name));
}
