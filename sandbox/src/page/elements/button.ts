import { el } from '../dom.ts';
import { type Json, objectAt, textAt } from '../read.ts';
import type { Spot } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';
import { safeAddress } from '../text/link.ts';
import { commit } from './commit.ts';

/** A button; one with a url is a link that also tells the app that it was pressed. */
export function drawButton(element: Json, spot: Spot): HTMLElement {
  const words = plainWords(objectAt(element, 'text'));
  const style = textAt(element, 'style');
  const look = style === 'primary' || style === 'danger' ? `button button-${style}` : 'button';
  const address = safeAddress(textAt(element, 'url'));
  const attributes = {
    class: look,
    'data-action': textAt(element, 'action_id'),
    'aria-label': textAt(element, 'accessibility_label') || null,
  };
  const value = { type: 'button', value: textAt(element, 'value') };
  if (address !== null) {
    const tell = (): void => void spot.surface.press(spot.blockId, textAt(element, 'action_id'), value);
    return el(
      'a',
      { ...attributes, href: address, target: '_blank', rel: 'noopener noreferrer', onclick: tell },
      words,
    );
  }
  const button = el('button', { ...attributes, type: 'button' }, words);
  button.addEventListener('click', () => void pressOnce(button, () => commit(element, spot, value)));
  return button;
}

/** A second press while the first is on its way does nothing; the button keeps its focus. */
export async function pressOnce(button: HTMLElement, press: () => Promise<unknown>): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  await press().finally(() => button.removeAttribute('aria-busy'));
}
