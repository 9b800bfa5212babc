import { h, html } from 'htm/preact';
import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Json, textAt } from '../json.ts';
import { Chart } from './chart.ts';
import { DataTable } from './data-table.ts';
import { Markdown } from './markdown.ts';
import { RichText } from './rich-text.ts';
import { Actions, Alert, Context, File, Header, Image, Input, Section } from './simple.ts';
import { type Surface, SurfaceContext, unknown } from './surface.ts';
import { Table } from './table.ts';

/** Every block that this page can draw, by its type. */
const drawings = new Map<string, FunctionComponent<{ readonly block: Json }>>([
  ['actions', Actions],
  ['alert', Alert],
  ['context', Context],
  ['data_table', DataTable],
  ['data_visualization', Chart],
  ['divider', () => html`<hr class="block-divider" />`],
  ['file', File],
  ['header', Header],
  ['image', Image],
  ['input', Input],
  ['markdown', Markdown],
  ['rich_text', RichText],
  ['section', Section],
  ['table', Table],
]);

/** Draws the blocks of a message or a view. */
export function blocksOn(surface: Surface, blocks: readonly Json[]) {
  return h(SurfaceContext.Provider, { key: JSON.stringify(surface.on), value: surface }, h(Blocks, { blocks }));
}

/**
 * Draws blocks, and later anew only those that changed. When the element that had the focus was in a changed block, the
 * focus goes to its successor: the element with the same action id, else the first in the block that stands there now, so
 * that a person on the keyboard isn't thrown back to the top.
 */
function Blocks({ blocks }: { blocks: readonly Json[] }) {
  const host = useRef<HTMLDivElement>(null);
  const focused = host.current?.contains(document.activeElement) ? document.activeElement : null;
  const position = [...(host.current?.children ?? [])].findIndex((block) => block.contains(focused));
  const action = focused?.closest('[data-action]')?.getAttribute('data-action');
  useLayoutEffect(() => {
    if (focused === null || focused.isConnected || host.current === null) return;
    const elements = [...host.current.querySelectorAll('[data-action]')];
    const successor = elements.find((element) => element.getAttribute('data-action') === action);
    const goals = [successor, host.current.children[position], host.current];
    goals.map(firstControl).find(Boolean)?.focus();
  });
  const seen = new Map<string, number>();
  const drawn = blocks.map((block) => {
    const key = JSON.stringify(block);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return h(Block, { key: `${key} ${seen.get(key)}`, block });
  });
  return html`<div ref=${host} class="blocks">${drawn}</div>`;
}

/** Draws one block; a type that is not in the list becomes a box that says so, never nothing. */
function Block({ block }: { block: Json }) {
  const type = textAt(block, 'type');
  const drawing = drawings.get(type);
  return drawing === undefined ? unknown('block', type) : h(drawing, { block });
}

const controls = 'button, input, textarea, a[href]';

function firstControl(within: Element | undefined): HTMLElement | null {
  if (within instanceof HTMLElement && within.matches(controls)) return within;
  return within?.querySelector<HTMLElement>(controls) ?? null;
}
