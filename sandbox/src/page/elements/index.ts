import { drawUnknown } from '../blocks/unknown.ts';
import { type Json, textAt } from '../read.ts';
import type { Spot } from '../surface.ts';
import { drawButton } from './button.ts';
import { drawCheckboxes, drawRadioButtons } from './choice.ts';
import { drawDatepicker, drawDateTimepicker, drawTimepicker } from './date.ts';
import { drawFileInput } from './file-input.ts';
import { drawOverflow } from './overflow.ts';
import { drawMultiSelect, drawSelect } from './select.ts';
import { drawTextInput } from './text-input.ts';

type DrawElement = (element: Json, spot: Spot) => HTMLElement;

/** Every element that this page can draw, by its type. Images and texts are drawn by the blocks that hold them. */
const renderers: ReadonlyMap<string, DrawElement> = new Map([
  ['button', drawButton],
  ['channels_select', drawSelect],
  ['checkboxes', drawCheckboxes],
  ['conversations_select', drawSelect],
  ['datepicker', drawDatepicker],
  ['datetimepicker', drawDateTimepicker],
  ['email_text_input', drawTextInput],
  ['external_select', drawSelect],
  ['file_input', drawFileInput],
  ['multi_channels_select', drawMultiSelect],
  ['multi_conversations_select', drawMultiSelect],
  ['multi_external_select', drawMultiSelect],
  ['multi_static_select', drawMultiSelect],
  ['multi_users_select', drawMultiSelect],
  ['number_input', drawTextInput],
  ['overflow', drawOverflow],
  ['plain_text_input', drawTextInput],
  ['radio_buttons', drawRadioButtons],
  ['static_select', drawSelect],
  ['timepicker', drawTimepicker],
  ['url_text_input', drawTextInput],
  ['users_select', drawSelect],
]);

/** Draws one element; a type that is not in the list becomes a box that says so, never nothing. */
export function drawElement(element: Json, spot: Spot): HTMLElement {
  const draw = renderers.get(textAt(element, 'type'));
  return draw === undefined ? drawUnknown('element', textAt(element, 'type')) : draw(element, spot);
}
