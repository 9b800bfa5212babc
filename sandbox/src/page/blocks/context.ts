import { el } from '../dom.ts';
import { type Json, listAt, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawTextObject } from '../text/draw-text.ts';
import { drawPicture } from './image.ts';
import { drawUnknown } from './unknown.ts';

export function drawContext(block: Json, surface: Surface): HTMLElement {
  const parts = listAt(block, 'elements').map((element) => drawPart(element, surface));
  return el('div', { class: 'block block-context' }, ...parts);
}

function drawPart(element: Json, surface: Surface): HTMLElement {
  const type = textAt(element, 'type');
  if (type === 'image') return drawPicture(element, surface, 'picture-inline');
  if (type === 'mrkdwn' || type === 'plain_text') return drawTextObject(element, surface.names);
  return drawUnknown('element', type);
}
