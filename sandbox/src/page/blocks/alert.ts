import { el } from '../dom.ts';
import { type IconName, icon } from '../icons.ts';
import { type Json, objectAt, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawTextObject } from '../text/draw-text.ts';

const signs: Readonly<Record<string, IconName>> = {
  default: 'info',
  info: 'info',
  warning: 'warning',
  error: 'warning',
  success: 'check',
};

export function drawAlert(block: Json, surface: Surface): HTMLElement {
  const said = textAt(block, 'level');
  const level = said in signs ? said : 'default';
  const sign = icon(signs[level] ?? 'info');
  const text = drawTextObject(objectAt(block, 'text'), surface.names);
  return el('div', { class: `block block-alert alert-${level}`, role: 'note' }, sign, text);
}
