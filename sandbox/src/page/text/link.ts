import { el } from '../dom.ts';

/** An address that may become a link: http, https or mailto; anything else is refused with `null`. */
export function safeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : null;
}

/** A link that opens beside this page; an address that must not become one is shown as its words alone. */
export function drawLink(address: string, ...words: readonly (Node | string)[]): HTMLElement {
  const href = safeAddress(address);
  if (href === null) return el('span', {}, ...words);
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}
