import { html } from 'htm/preact';
import { createContext } from 'preact';
import type { ElementValue, OptionsQuery, StateValues } from '../../page-api.ts';
import { type Json, textAt } from '../json.ts';
import { icon } from '../parts/signs.ts';
import { messageAt, screen } from '../state.ts';

type On = OptionsQuery['on'];

/** Where blocks are drawn: a message or a view. */
export interface Surface {
  readonly on: On;
  /** The level that a header has in the outline of the page. */
  readonly heading: 'h2' | 'h3';
  /** The words under the fields that were refused, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

export const SurfaceContext = createContext<Surface>({ on: { kind: 'view', viewId: '' }, heading: 'h3', errors: {} });

/** What stands in for something that this page cannot draw. */
export function unknown(what: 'block' | 'element', type: string) {
  return html`<div class="unknown" role="note">
    ${icon('warning')}<span>The sandbox page cannot draw this ${what}: <code>${type || 'no type'}</code></span>
  </div>`;
}

type At = Pick<OptionsQuery, 'on' | 'blockId' | 'actionId'>;

/** What a person has changed on each surface. It outlives every redrawing of the elements. */
const forms = new Map<string, StateValues>();

export function keptValue({ on, blockId, actionId }: At): ElementValue | undefined {
  return forms.get(JSON.stringify(on))?.[blockId]?.[actionId];
}

export function keepValue({ on, blockId, actionId }: At, value: ElementValue): void {
  const form = forms.get(JSON.stringify(on)) ?? {};
  forms.set(JSON.stringify(on), { ...form, [blockId]: { ...form[blockId], [actionId]: value } });
}

/** The changed values of the blocks that are still there; an untouched element keeps its initial value. */
export function stateOf(on: On): StateValues {
  const present = new Set(blocksOf(on).map((block) => textAt(block, 'block_id')));
  const form = Object.entries(forms.get(JSON.stringify(on)) ?? {});
  return Object.fromEntries(form.filter(([blockId]) => present.has(blockId)));
}

function blocksOf(on: On): readonly Json[] {
  if (on.kind === 'message') return messageAt(on.channel, on.ts)?.blocks ?? [];
  const { modals, home } = screen.value;
  return [...modals, home].find((view) => view?.id === on.viewId)?.blocks ?? [];
}
