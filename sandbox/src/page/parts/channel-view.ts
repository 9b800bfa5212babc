import { el, setText, show } from '../dom.ts';
import { icon } from '../icons.ts';
import { channelMessages, currentChannel, currentWorkspace } from '../model.ts';
import type { Page } from '../page.ts';
import { askMembers } from './channel-dialogs.ts';
import { composer } from './composer.ts';
import { emptyNote, messageList } from './message-list.ts';
import type { Part } from './sidebar.ts';

/** The channel one is in: its name, its messages, and the box to write in. */
export function channelView(page: Page): Part & { readonly focus: () => void } {
  const title = el('span', {});
  const sign = el('span', { class: 'title-sign', 'aria-hidden': 'true' });
  const count = el('span', {});
  const members = el(
    'button',
    { type: 'button', class: 'button button-quiet', onclick: () => void askMembers(page) },
    icon('people'),
    count,
  );
  const head = el('div', { class: 'view-head' }, el('h1', {}, sign, title), members);
  const list = messageList(page, { inThread: false });
  const empty = emptyNote();
  const box = composer(page, { inThread: false });
  const node = el('section', { class: 'channel-view', hidden: true }, head, empty.node, list.node, box.node);
  return {
    node,
    focus: box.focus,
    draw: () => {
      const channel = currentChannel(page.model);
      show(node, channel !== undefined);
      if (channel === undefined) return;
      const isApp = channel.kind === 'im';
      const name = page.names.channelName(channel.id);
      setText(title, name);
      setText(sign, isApp ? '' : channel.kind === 'group' ? '' : '#');
      setText(count, channel.members.length === 1 ? '1 member' : `${channel.members.length} members`);
      show(members, !isApp);
      const where = isApp ? name : `#${name}`;
      const place = `${page.model.place.workspace} ${page.model.place.as} ${channel.id}`;
      const messages = channelMessages(page.model, channel.id);
      const loaded = page.model.messages.has(channel.id);
      empty.say(messages.length > 0 ? null : loaded ? emptyWords(page, where) : 'Looking …');
      list.draw(place, `Messages in ${where}`, messages);
      box.draw(place, channel.id, `Message ${where}`);
    },
  };
}

function emptyWords(page: Page, where: string): string {
  const nothing = `Nothing has been said in ${where} yet.`;
  const workspace = currentWorkspace(page.model);
  if (workspace === undefined) return nothing;
  if (!workspace.app.installed) return `${nothing} ${workspace.app.name} is not installed in ${workspace.name}.`;
  const command = workspace.commands[0]?.command;
  return command === undefined ? nothing : `${nothing} Try ${command} in the box below.`;
}
