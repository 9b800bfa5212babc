import type { LiveEvent } from '../../page-api.ts';
import { el } from '../dom.ts';
import type { Page } from '../page.ts';
import { drawMrkdwn } from '../text/draw-text.ts';

const longest = 200;

/** Reads new messages out to people who do not see them come in, politely and without the page around them. */
export function announcer(page: Page): { readonly node: HTMLElement; readonly hear: (event: LiveEvent) => void } {
  const node = el('div', { class: 'visually-hidden', 'aria-live': 'polite', 'data-announcer': true });
  return {
    node,
    hear: (event) => {
      if (event.type !== 'message') return;
      const { message } = event;
      const { place } = page.model;
      if (!message.isApp && message.user === place.as) return;
      const name = page.names.personName(message.user);
      const here = message.channel === place.channel;
      const words = drawMrkdwn(message.text, page.names).textContent.slice(0, longest);
      node.textContent = here ? `${name}: ${words}` : `New message in ${page.names.channelName(message.channel)}`;
    },
  };
}
