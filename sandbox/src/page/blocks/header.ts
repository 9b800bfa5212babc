import { el } from '../dom.ts';
import { type Json, objectAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';

export function drawHeader(block: Json, surface: Surface): HTMLElement {
  return el(surface.heading, { class: 'block block-header' }, plainWords(objectAt(block, 'text')));
}
