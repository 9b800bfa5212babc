import { el } from '../dom.ts';
import { drawElement } from '../elements/index.ts';
import { plainSpot } from '../elements/spot.ts';
import { type Json, listAt, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';

export function drawActions(block: Json, surface: Surface): HTMLElement {
  const elements = listAt(block, 'elements').map((element) =>
    drawElement(element, plainSpot(element, textAt(block, 'block_id'), surface, '')),
  );
  return el('div', { class: 'block block-actions' }, ...elements);
}
