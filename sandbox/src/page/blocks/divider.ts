import { el } from '../dom.ts';

export function drawDivider(): HTMLElement {
  return el('hr', { class: 'block block-divider' });
}
