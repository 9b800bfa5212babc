import { el, setText } from '../dom.ts';
import type { Page } from '../page.ts';
import type { Part } from './sidebar.ts';

/** Says when the page has lost the sandbox. */
export function statusLine(page: Page): Part {
  const node = el('p', { class: 'line-state', role: 'status' });
  return {
    node,
    draw: () => {
      setText(node, page.model.line === 'lost' ? 'The line to the sandbox is down. Trying again …' : '');
    },
  };
}
