import { el } from '../dom.ts';
import { icon } from '../icons.ts';

/** What stands in for something that this page cannot draw. */
export function drawUnknown(what: 'block' | 'element', type: string): HTMLElement {
  const name = el('code', {}, type === '' ? 'no type' : type);
  return el(
    'div',
    { class: 'unknown', role: 'note' },
    icon('warning'),
    el('span', {}, `The sandbox page cannot draw this ${what}: `, name),
  );
}
