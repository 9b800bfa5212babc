import { menuButton } from '../parts/menu.ts';
import { type Json, listAt, objectAt, textAt } from '../read.ts';
import type { Spot } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';
import { safeAddress } from '../text/link.ts';
import { commit } from './commit.ts';

export function drawOverflow(element: Json, spot: Spot): HTMLElement {
  const items = listAt(element, 'options').map((option) => ({
    words: plainWords(objectAt(option, 'text')),
    note: plainWords(objectAt(option, 'description')),
    pick: () => {
      const address = safeAddress(textAt(option, 'url'));
      if (address !== null) window.open(address, '_blank', 'noopener');
      void commit(element, spot, { type: 'overflow', selected_option: option });
    },
  }));
  const menu = menuButton({ label: 'More actions', icon: 'more', items: () => items });
  menu.setAttribute('data-action', textAt(element, 'action_id'));
  return menu;
}
