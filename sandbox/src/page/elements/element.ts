import { h, html } from 'htm/preact';
import type { FunctionComponent } from 'preact';
import { usePressOnce } from '../acts.ts';
import { unknown } from '../blocks/surface.ts';
import { type Json, listAt, objectAt, textAt } from '../json.ts';
import { Menu } from '../parts/menu.ts';
import { plainWords, safeAddress } from '../text/text.ts';
import { Choices, DateInput, FileInput, TextInput } from './fields.ts';
import { Select } from './select.ts';
import { type ElementProps, type Spot, useControl } from './spot.ts';

/** Every element that this page can draw, by its type. Images and texts are drawn by the blocks that hold them. */
const drawings: readonly (readonly [type: RegExp, drawing: FunctionComponent<ElementProps>])[] = [
  [/^button$/, Button],
  [/^overflow$/, Overflow],
  [/^(checkboxes|radio_buttons)$/, Choices],
  [/^(date|time|datetime)picker$/, DateInput],
  [/^file_input$/, FileInput],
  [/^(plain_text|email_text|url_text|number)_input$/, TextInput],
  [/^(multi_)?(static|external|users|channels|conversations)_select$/, Select],
];

/** Draws one element; a type that is not in the list becomes a box that says so, never nothing. */
export function element(what: Json, spot: Spot) {
  const type = textAt(what, 'type');
  const [, drawing] = drawings.find(([pattern]) => pattern.test(type)) ?? [];
  return drawing === undefined ? unknown('element', type) : h(drawing, { element: what, spot });
}

/** A button; one with a url is a link that also tells the app that it was pressed. */
function Button(props: ElementProps) {
  const what = props.element;
  const { at, commit, press } = useControl(props);
  const value = { type: 'button', value: textAt(what, 'value') };
  const [isBusy, pressOnce] = usePressOnce(() => commit(value));
  const words = plainWords(objectAt(what, 'text'));
  const style = textAt(what, 'style');
  const href = safeAddress(textAt(what, 'url'));
  const attributes = {
    class: style === 'primary' || style === 'danger' ? `button button-${style}` : 'button',
    'data-action': at.actionId,
    'aria-label': textAt(what, 'accessibility_label') || undefined,
  };
  if (href === null)
    return html`<button type="button" ...${attributes} aria-busy=${isBusy} onClick=${pressOnce}>${words}</button>`;
  return html`<a ...${attributes} href=${href} target="_blank" rel="noopener noreferrer" onClick=${() => press(value)}>
    ${words}
  </a>`;
}

function Overflow(props: ElementProps) {
  const { at, commit } = useControl(props);
  const items = listAt(props.element, 'options').map((option) => ({
    words: plainWords(objectAt(option, 'text')),
    note: plainWords(objectAt(option, 'description')),
    pick: () => {
      const address = safeAddress(textAt(option, 'url'));
      if (address !== null) window.open(address, '_blank', 'noopener');
      void commit({ type: 'overflow', selected_option: option });
    },
  }));
  return h(Menu, { label: 'More actions', icon: 'more', items, action: at.actionId });
}
