import { keyedList } from '../keyed-list.ts';
import { type Json, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawBlock } from './index.ts';

/**
 * Draws blocks into `host`, and on later calls redraws only those that changed. When the element that had the focus was
 * in a changed block, its successor with the same action id gets the focus.
 */
export function blockDrawer(host: HTMLElement, surface: Surface): (blocks: readonly Json[]) => void {
  const keyOf = (block: Json): string => JSON.stringify(block);
  const drawList = keyedList(host, keyOf, (block) => ({ node: drawMarked(block, surface) }));
  return (blocks) => {
    const focused = host.contains(document.activeElement) ? document.activeElement : null;
    const action = focused?.closest('[data-action]')?.getAttribute('data-action');
    drawList(blocks);
    if (focused === null || focused.isConnected) return;
    const successor = [...host.querySelectorAll<HTMLElement>('[data-action]')].find(
      (element) => element.getAttribute('data-action') === action,
    );
    (successor?.matches('button, input, textarea') ? successor : firstControl(successor ?? host))?.focus();
  };
}

function firstControl(within: HTMLElement): HTMLElement | null {
  return within.querySelector<HTMLElement>('button, input, textarea, a[href]');
}

function drawMarked(block: Json, surface: Surface): HTMLElement {
  const node = drawBlock(block, surface);
  node.setAttribute('data-block', textAt(block, 'block_id'));
  return node;
}
