import { el, setText, show } from '../dom.ts';
import { icon } from '../icons.ts';
import { currentChannel, threadReplies } from '../model.ts';
import type { Page } from '../page.ts';
import { composer } from './composer.ts';
import { messageList } from './message-list.ts';
import type { Part } from './sidebar.ts';

/** A thread beside its channel. Escape and the cross give the whole width back. */
export function threadPanel(page: Page): Part {
  const where = el('span', { class: 'view-note' });
  const close = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Close the thread', onclick: () => leave(page) },
    icon('close'),
  );
  const list = messageList(page, { inThread: true });
  const box = composer(page, { inThread: true });
  const head = el('div', { class: 'view-head' }, el('h2', {}, 'Thread', where), close);
  const node = el('aside', { class: 'thread', 'aria-label': 'Thread', hidden: true }, head, list.node, box.node);
  let drawn: string | null = null;
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave(page);
  });
  return {
    node,
    draw: () => {
      const { thread, workspace, as } = page.model.place;
      const channel = currentChannel(page.model);
      const isOpen = thread !== null && channel !== undefined;
      show(node, isOpen);
      if (isOpen) {
        const parent = page.model.messages.get(channel.id)?.get(thread);
        const replies = threadReplies(page.model, channel.id, thread);
        setText(where, `#${page.names.channelName(channel.id)}`);
        list.draw(
          `${workspace} ${as} ${thread}`,
          'Messages in the thread',
          parent === undefined ? replies : [parent, ...replies],
        );
        box.draw(`${workspace} ${as} ${thread}`, channel.id, 'Reply');
        if (drawn !== thread) box.focus();
      }
      drawn = isOpen ? thread : null;
    },
  };
}

function leave(page: Page): void {
  const { thread } = page.model.place;
  page.go({ thread: null });
  document.querySelector<HTMLElement>(`[data-ts="${CSS.escape(thread ?? '')}"] article`)?.focus();
}
