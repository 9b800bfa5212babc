import { el, newId } from '../dom.ts';
import { drawElement } from '../elements/index.ts';
import { type Json, objectAt, textAt, toObject } from '../read.ts';
import type { Spot, Surface } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';

const groups = ['checkboxes', 'radio_buttons'];

/** A labelled field with its hint and a place for its error; `showErrors` fills that in. */
export function drawInput(block: Json, surface: Surface): HTMLElement {
  const element = objectAt(block, 'element');
  const controlId = newId('field');
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const labelId = `${controlId}-label`;
  const optional = block.optional === true;
  const label = plainWords(objectAt(block, 'label'));
  const isGroup = groups.includes(textAt(element, 'type'));
  const hint = toObject(block.hint);
  const spot: Spot = {
    surface,
    blockId: textAt(block, 'block_id'),
    controlId,
    labelledBy: labelId,
    label,
    describedBy: hint === null ? errorId : `${hintId} ${errorId}`,
    dispatches: block.dispatch_action === true,
    required: !optional,
  };
  const words = [label, optional ? el('span', { class: 'optional' }, ' (optional)') : null];
  return el(
    'div',
    { class: 'block block-input' },
    isGroup
      ? el('div', { class: 'label', id: labelId }, ...words)
      : el('label', { class: 'label', id: labelId, for: controlId }, ...words),
    drawElement(element, spot),
    hint === null ? null : el('p', { class: 'hint', id: hintId }, plainWords(hint)),
    el('p', { class: 'field-error', id: errorId, hidden: true }),
  );
}

/** Puts words under the fields that were refused and takes them away from the others. */
export function showErrors(within: HTMLElement, errors: Readonly<Record<string, string>>): void {
  for (const field of within.querySelectorAll<HTMLElement>('.block-input')) {
    const words = errors[field.getAttribute('data-block') ?? ''] ?? '';
    const error = field.querySelector<HTMLElement>('.field-error');
    if (error === null) continue;
    error.textContent = words;
    error.hidden = words === '';
    for (const control of field.querySelectorAll('[data-control]')) {
      if (words === '') control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    }
  }
}
