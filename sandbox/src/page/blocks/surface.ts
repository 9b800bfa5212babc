import { html } from 'htm/preact';
import { type ComponentChild, createContext } from 'preact';
import type { OptionsQuery } from '../../page-api.ts';
import { icon } from '../parts/signs.ts';

/** Where blocks are drawn: a message or a view. */
export interface Surface {
  readonly on: OptionsQuery['on'];
  /** The level that a header has in the outline of the page. */
  readonly heading: 'h2' | 'h3';
  /** The words under the fields that were refused, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

export const SurfaceContext = createContext<Surface>({ on: { kind: 'view', viewId: '' }, heading: 'h3', errors: {} });

/** What stands in for something that this page cannot draw. */
export function unknown(what: 'block' | 'element', type: string): ComponentChild {
  return html`<div class="unknown" role="note">
    ${icon('warning')}<span>The sandbox page cannot draw this ${what}: <code>${type || 'no type'}</code></span>
  </div>`;
}
