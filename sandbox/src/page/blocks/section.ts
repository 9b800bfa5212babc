import { el } from '../dom.ts';
import { drawElement } from '../elements/index.ts';
import { plainSpot } from '../elements/spot.ts';
import { type Json, listAt, objectAt, textAt, toObject } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawTextObject } from '../text/draw-text.ts';
import { drawPicture } from './image.ts';

export function drawSection(block: Json, surface: Surface): HTMLElement {
  const body = el('div', { class: 'section-body' });
  const text = toObject(block.text);
  if (text !== null) body.append(drawTextObject(text, surface.names));
  const fields = listAt(block, 'fields');
  if (fields.length > 0) {
    body.append(el('div', { class: 'fields' }, ...fields.map((field) => drawTextObject(field, surface.names))));
  }
  const accessory = toObject(block.accessory);
  if (accessory === null) return el('div', { class: 'block block-section' }, body);
  const drawn =
    textAt(accessory, 'type') === 'image'
      ? drawPicture(accessory, surface, 'picture-accessory')
      : drawElement(
          accessory,
          plainSpot(accessory, textAt(block, 'block_id'), surface, textAt(objectAt(block, 'text'), 'text')),
        );
  const side = el('div', { class: 'section-accessory' }, drawn);
  const isSmall = ['overflow', 'image'].includes(textAt(accessory, 'type'));
  const look = `block block-section with-accessory${isSmall ? ' with-small-accessory' : ''}`;
  return el('div', { class: look }, body, side);
}
