import type { SandboxMessage } from '../../page-api.ts';
import { blockDrawer } from '../blocks/draw-blocks.ts';
import { el, newId, setText, show } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Drawn } from '../keyed-list.ts';
import { currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';
import { drawMrkdwn } from '../text/draw-text.ts';
import { instantOf, timeOf } from '../text/slack-date.ts';
import { drawAppAvatar, drawAvatar } from './avatar.ts';
import { type MenuItem, menuButton } from './menu.ts';

/** A message as a row of a list. Updating it leaves alone whatever did not change. */
export function drawMessage(page: Page, first: SandboxMessage, inThread: boolean): Drawn<SandboxMessage> {
  let message = first;
  const { names } = page;
  const nameId = newId('author');
  const author = first.isApp ? (currentWorkspace(page.model)?.app.name ?? 'App') : names.personName(first.user);
  const time = timeOf(first.ts, names.viewer());
  const edited = el('span', { class: 'edited' }, 'edited');
  const text = el('div', { class: 'message-text' });
  const blocks = el('div', { class: 'blocks' });
  const drawBlocks = blockDrawer(blocks, page.surfaceOfMessage(first));
  const files = el('ul', { class: 'files', 'aria-label': 'Files' });
  const replyWords = el('span', {});
  const replies = el(
    'a',
    { class: 'replies', href: page.linkTo({ channel: first.channel, thread: first.ts }) },
    icon('reply'),
    replyWords,
  );
  const menu = menuButton({
    label: `Actions for ${author}'s message of ${time}`,
    icon: 'more',
    items: () => menuItems(page, message, inThread),
    empty: 'No actions for this message',
  });

  let drawnText: string | null = null;
  let drawnFiles = '';
  const update = (next: SandboxMessage): void => {
    message = next;
    const hasBlocks = next.blocks.length > 0;
    show(blocks, hasBlocks);
    show(text, !hasBlocks && next.text !== '');
    drawBlocks(next.blocks);
    if (!hasBlocks && drawnText !== next.text) text.replaceChildren(drawMrkdwn(next.text, names));
    drawnText = hasBlocks ? null : next.text;
    show(edited, next.edited);
    const filesNow = JSON.stringify(next.files);
    if (filesNow !== drawnFiles) files.replaceChildren(...next.files.map(drawFile));
    drawnFiles = filesNow;
    show(files, next.files.length > 0);
    const count = replyCount(page, next);
    show(replies, !inThread && count > 0);
    setText(replyWords, count === 1 ? '1 reply' : `${count} replies`);
  };
  const note = first.ephemeral ? el('p', { class: 'only-you' }, icon('eye'), 'Only you can see this') : null;
  const look = ['message', first.isApp ? 'message-app' : '', first.ephemeral ? 'message-ephemeral' : ''];
  const node = el(
    'li',
    { class: look.join(' ').trim(), 'data-ts': first.ts },
    el(
      'article',
      { 'aria-labelledby': nameId, tabindex: -1 },
      first.isApp ? drawAppAvatar() : drawAvatar(first.user, author),
      el(
        'div',
        { class: 'message-main' },
        el(
          'div',
          { class: 'message-head' },
          el('span', { class: 'author', id: nameId }, author),
          first.isApp ? el('span', { class: 'tag' }, 'app') : null,
          el('time', { datetime: instantOf(first.ts).toISOString() }, time),
          edited,
        ),
        note,
        el('div', { class: 'message-body' }, text, blocks),
        files,
        replies,
      ),
      first.ephemeral ? null : menu,
    ),
  );
  update(first);
  return { node, update };
}

/** The larger of what the sandbox said and what was heard since. */
function replyCount(page: Page, { channel, ts, replyCount: said }: SandboxMessage): number {
  const all = [...(page.model.messages.get(channel)?.values() ?? [])];
  return Math.max(said, all.filter((one) => one.threadTs === ts && one.ts !== ts && !one.ephemeral).length);
}

function menuItems(page: Page, message: SandboxMessage, inThread: boolean): readonly MenuItem[] {
  const workspace = currentWorkspace(page.model);
  const { channel, ts } = message;
  if (workspace === undefined) return [];
  const reply: MenuItem = {
    words: 'Reply in thread',
    note: '',
    pick: () => page.go({ channel, thread: ts }),
  };
  const shortcuts = workspace.app.installed ? workspace.shortcuts.filter(({ type }) => type === 'message') : [];
  const offered = shortcuts.map(({ callbackId, name }) => ({
    words: name,
    note: workspace.app.name,
    pick: () => void page.act({ do: 'message-shortcut', callbackId, channel, ts }),
  }));
  return inThread ? offered : [reply, ...offered];
}

function drawFile(file: SandboxMessage['files'][number]): HTMLElement {
  const link = el('a', { class: 'file', href: file.url, download: file.name }, icon('file'));
  link.append(el('span', { class: 'file-name' }, file.name), el('span', { class: 'hint' }, fileSize(file.size)));
  return el('li', {}, link);
}

function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
