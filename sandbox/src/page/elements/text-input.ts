import type { ElementValue } from '../../page-api.ts';
import { el } from '../dom.ts';
import { type Json, numberAt, objectAt, textAt, textsAt } from '../read.ts';
import type { Spot } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';
import { commit, keptValue } from './commit.ts';
import { controlAttributes } from './spot.ts';

const keyboards: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** One line or several of text; email, address and number are text as well, with a fitting keyboard on a phone. */
export function drawTextInput(element: Json, spot: Spot): HTMLElement {
  const type = textAt(element, 'type');
  const kept = keptValue(element, spot);
  const attributes = {
    ...controlAttributes(element, spot),
    class: 'control',
    placeholder: plainWords(objectAt(element, 'placeholder')) || null,
    maxlength: numberAt(element, 'max_length'),
    autocomplete: 'off',
  };
  const control =
    element.multiline === true
      ? el('textarea', { ...attributes, rows: 4 })
      : el('input', { ...attributes, type: 'text', inputmode: keyboards[type] ?? null });
  control.value = kept === undefined ? textAt(element, 'initial_value') : textAt(kept, 'value');
  const value = (): ElementValue => ({ type, value: control.value === '' ? null : control.value });
  const quiet = { ...spot, dispatches: false };
  const triggers = textsAt(objectAt(element, 'dispatch_action_config'), 'trigger_actions_on');
  const onEachCharacter = spot.dispatches && triggers.includes('on_character_entered');
  control.addEventListener('input', () => void commit(element, onEachCharacter ? spot : quiet, value()));
  const onEnter = spot.dispatches && (triggers.length === 0 || triggers.includes('on_enter_pressed'));
  control.addEventListener('keydown', (event) => {
    if (!onEnter || !(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void commit(element, spot, value());
  });
  return control;
}
