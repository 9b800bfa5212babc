import type { ElementValue } from '../../page-api.ts';
import { el, newId } from '../dom.ts';
import { type Json, listAt, objectAt, textAt, toObject } from '../read.ts';
import type { Spot } from '../surface.ts';
import { drawTextObject } from '../text/draw-text.ts';
import { commit, keptValue } from './commit.ts';

export function drawCheckboxes(element: Json, spot: Spot): HTMLElement {
  const kept = keptValue(element, spot);
  const chosen = kept === undefined ? listAt(element, 'initial_options') : listAt(kept, 'selected_options');
  return drawGroup(element, spot, 'checkbox', chosen, (options) => ({ type: 'checkboxes', selected_options: options }));
}

export function drawRadioButtons(element: Json, spot: Spot): HTMLElement {
  const kept = keptValue(element, spot);
  const chosen = toObject(kept === undefined ? element.initial_option : kept.selected_option);
  return drawGroup(element, spot, 'radio', chosen === null ? [] : [chosen], (options) => ({
    type: 'radio_buttons',
    selected_option: options[0] ?? null,
  }));
}

function drawGroup(
  element: Json,
  spot: Spot,
  type: 'checkbox' | 'radio',
  chosen: readonly Json[],
  toValue: (options: readonly Json[]) => ElementValue,
): HTMLElement {
  const options = listAt(element, 'options');
  const name = newId('choice');
  const boxes = options.map((option) => {
    const box = el('input', {
      type,
      name,
      'aria-describedby': spot.describedBy,
      'data-value': textAt(option, 'value'),
    });
    box.checked = chosen.some((one) => textAt(one, 'value') === textAt(option, 'value'));
    return box;
  });
  const rows = options.map((option, index) => drawRow(option, boxes[index] ?? null, spot));
  const group = el(
    'div',
    {
      class: 'choices',
      role: type === 'radio' ? 'radiogroup' : 'group',
      'data-control': textAt(element, 'type'),
      'data-action': textAt(element, 'action_id'),
      'aria-labelledby': spot.labelledBy,
      'aria-label': spot.labelledBy === null ? spot.label : null,
    },
    ...rows,
  );
  group.addEventListener('change', () => {
    void commit(element, spot, toValue(options.filter((_, index) => boxes[index]?.checked === true)));
  });
  return group;
}

function drawRow(option: Json, box: HTMLElement | null, spot: Spot): HTMLElement {
  const description = toObject(option.description);
  const words = el('span', { class: 'choice-words' }, drawTextObject(objectAt(option, 'text'), spot.surface.names));
  if (description !== null) {
    words.append(el('span', { class: 'hint' }, drawTextObject(description, spot.surface.names)));
  }
  return el('label', { class: 'choice' }, box, words);
}
