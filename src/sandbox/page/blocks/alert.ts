import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { type Json, objectAt, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawTextObject } from '../text/draw-text.ts';

const levels = ['default', 'info', 'warning', 'error', 'success'];

export function drawAlert(block: Json, surface: Surface): HTMLElement {
  const said = textAt(block, 'level');
  const level = levels.includes(said) ? said : 'default';
  const sign = icon(level === 'success' ? 'check' : 'warning');
  const text = drawTextObject(objectAt(block, 'text'), surface.names);
  return el('div', { class: `block block-alert alert-${level}`, role: 'note' }, sign, text);
}
