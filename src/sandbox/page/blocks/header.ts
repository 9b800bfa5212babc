import { el } from '../dom.ts';
import { type Json, objectAt } from '../read.ts';
import { plainWords } from '../text/draw-text.ts';

export function drawHeader(block: Json): HTMLElement {
  return el('h3', { class: 'block block-header' }, plainWords(objectAt(block, 'text')));
}
