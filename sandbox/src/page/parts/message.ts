import type { SandboxMessage } from '../../page-api.ts';
import { blockDrawer } from '../blocks/draw-blocks.ts';
import { el, newId, setText, show } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Drawn } from '../keyed-list.ts';
import { currentWorkspace, threadReplies } from '../model.ts';
import type { Page } from '../page.ts';
import { drawMrkdwn } from '../text/draw-text.ts';
import { instantOf, timeOf } from '../text/slack-date.ts';
import { drawAppAvatar, drawAvatar } from './avatar.ts';
import { type MenuItem, menuButton } from './menu.ts';
import { drawFiles } from './message-files.ts';

type Part = Required<Drawn<SandboxMessage>>;

/** A message as a row of a list. Updating it leaves alone whatever did not change. */
export function drawMessage(page: Page, first: SandboxMessage, inThread: boolean): Drawn<SandboxMessage> {
  const nameId = newId('author');
  const author = first.isApp ? (currentWorkspace(page.model)?.app.name ?? 'App') : page.names.personName(first.user);
  const parts = [drawBody(page, first), drawFiles(), ...(inThread ? [] : [drawReplies(page, first)])];
  const head = drawHead(page, first, author, nameId);
  const note = first.ephemeral ? el('p', { class: 'only-you' }, icon('eye'), 'Only you can see this') : null;
  const avatar = first.isApp ? drawAppAvatar() : drawAvatar(first.user, page.names);
  const main = el('div', { class: 'message-main' }, head.node, note, ...parts.map(({ node }) => node));
  const menu = first.ephemeral ? null : drawMenu(page, first, author, inThread);
  const look = ['message', first.isApp ? 'message-app' : '', first.ephemeral ? 'message-ephemeral' : ''];
  const article = el('article', { 'aria-labelledby': nameId, tabindex: -1 }, avatar, main, menu);
  const node = el('li', { class: look.join(' ').trim(), 'data-ts': first.ts }, article);
  const update = (message: SandboxMessage): void => {
    for (const part of [head, ...parts]) part.update(message);
  };
  update(first);
  return { node, update };
}

function drawHead(page: Page, first: SandboxMessage, author: string, nameId: string): Part {
  const time = timeOf(first.ts, page.names.viewer());
  const edited = el('span', { class: 'edited' }, 'edited');
  const node = el(
    'div',
    { class: 'message-head' },
    el('span', { class: 'author', id: nameId }, author),
    first.isApp ? el('span', { class: 'tag' }, 'app') : null,
    el('time', { datetime: instantOf(first.ts).toISOString() }, time),
    edited,
  );
  return { node, update: (message) => show(edited, message.edited) };
}

/** The blocks, or where there are none the text. */
function drawBody(page: Page, first: SandboxMessage): Part {
  const text = el('div', { class: 'message-text' });
  const blocks = el('div', { class: 'blocks' });
  const drawBlocks = blockDrawer(blocks, page.surfaceOfMessage(first));
  let drawnText: string | null = null;
  const node = el('div', { class: 'message-body' }, text, blocks);
  const update = (message: SandboxMessage): void => {
    const hasBlocks = message.blocks.length > 0;
    drawBlocks(message.blocks);
    if (!hasBlocks && drawnText !== message.text) text.replaceChildren(drawMrkdwn(message.text, page.names));
    drawnText = hasBlocks ? null : message.text;
    show(blocks, hasBlocks);
    show(text, !hasBlocks);
    show(node, hasBlocks || message.text !== '');
  };
  return { node, update };
}

function drawReplies(page: Page, { channel, ts }: SandboxMessage): Part {
  const words = el('span', {});
  const node = el('a', { class: 'replies', href: page.linkTo({ channel, thread: ts }) }, icon('reply'), words);
  const update = (message: SandboxMessage): void => {
    // What was heard since may be more than what the message said of itself.
    const heard = threadReplies(page.model, channel, ts).filter(({ ephemeral }) => !ephemeral).length;
    const count = Math.max(message.replyCount, heard);
    setText(words, count === 1 ? '1 reply' : `${count} replies`);
    show(node, count > 0);
  };
  return { node, update };
}

function drawMenu(page: Page, { channel, ts }: SandboxMessage, author: string, inThread: boolean): HTMLElement {
  const reply: MenuItem = { words: 'Reply in thread', note: '', pick: () => page.go({ channel, thread: ts }) };
  const items = (): readonly MenuItem[] => {
    const workspace = currentWorkspace(page.model);
    const isInstalled = workspace?.app.installed === true;
    const shortcuts = isInstalled ? workspace.shortcuts.filter(({ type }) => type === 'message') : [];
    const offered = shortcuts.map(({ callbackId, name }) => ({
      words: name,
      note: workspace?.app.name ?? '',
      pick: () => void page.act({ do: 'message-shortcut', callbackId, channel, ts }),
    }));
    return inThread ? offered : [reply, ...offered];
  };
  const time = timeOf(ts, page.names.viewer());
  const label = `Actions for ${author}'s message of ${time}`;
  return menuButton({ label, icon: 'more', items, empty: 'No actions for this message' });
}
