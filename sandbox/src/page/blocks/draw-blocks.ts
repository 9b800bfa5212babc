import { keyedList } from '../keyed-list.ts';
import { type Json, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawBlock } from './index.ts';

/**
 * Draws blocks into `host`, and on later calls redraws only those that changed. When the element that had the focus was
 * in a changed block, the focus goes to its successor: the element with the same action id, else the first in the block
 * that stands there now, so that a person on the keyboard isn't thrown back to the top.
 */
export function blockDrawer(host: HTMLElement, surface: Surface): (blocks: readonly Json[]) => void {
  const keyOf = (block: Json): string => JSON.stringify(block);
  const drawList = keyedList(host, keyOf, (block) => ({ node: drawMarked(block, surface) }));
  return (blocks) => {
    const focused = host.contains(document.activeElement) ? document.activeElement : null;
    const position = [...host.children].findIndex((block) => block.contains(focused));
    const action = focused?.closest('[data-action]')?.getAttribute('data-action');
    drawList(blocks);
    if (focused === null || focused.isConnected) return;
    const elements = [...host.querySelectorAll<HTMLElement>('[data-action]')];
    const successor = elements.find((element) => element.getAttribute('data-action') === action);
    (firstControl(successor) ?? firstControl(host.children[position]) ?? firstControl(host))?.focus();
  };
}

const controls = 'button, input, textarea, a[href]';

function firstControl(within: Element | undefined): HTMLElement | null {
  if (within instanceof HTMLElement && within.matches(controls)) return within;
  return within?.querySelector<HTMLElement>(controls) ?? null;
}

function drawMarked(block: Json, surface: Surface): HTMLElement {
  const node = drawBlock(block, surface);
  node.setAttribute('data-block', textAt(block, 'block_id'));
  return node;
}
