import { h, html } from 'htm/preact';
import { blocksOn } from '../blocks/blocks.ts';
import * as state from '../state.ts';
import { Tip } from './company.ts';
import { Composer } from './composer.ts';
import { askMembers } from './dialogs.ts';
import { MessageList } from './message.ts';
import { appAvatar, icon, iconButton } from './signs.ts';

/** The channel one is in: its name, its messages, and the box to write in. */
export function ChannelView() {
  const here = state.channel.value;
  if (here === undefined) return null;
  const { id, kind, members, canvases } = here;
  const name = state.channelName(id);
  const where = kind === 'im' ? name : `#${name}`;
  const place = `${state.place.value.workspace} ${state.place.value.as} ${id}`;
  const messages = state.channelMessages(id);
  const count = members.length === 1 ? '1 member' : `${members.length} members`;
  const people = html`<button type="button" class="button border-transparent bg-transparent font-[500] text-soft" onClick=${() => void askMembers()}>
    ${icon('people')}<span>${count}</span>
  </button>`;
  const tabs = canvases.map(
    ({ id: key, title, url }) =>
      html`<a key=${key} class="mr-auto ml-4 flex items-center gap-1 text-md" href=${url} target="_blank" rel="noopener">
        ${icon('file')}<span>${title || 'Untitled'}</span>
      </a>`,
  );
  return html`<section class="channel-view flex h-full flex-col">
    <div class="view-head">
      <h1>
        <span class="font-normal text-soft" aria-hidden="true">${kind === 'channel' && '#'}</span><span>${name}</span>
      </h1>
      ${tabs}
      ${kind !== 'im' && people}
    </div>
    ${h(Tip, {})}
    ${messages.length === 0 && empty(state.isLoaded(id) ? emptyWords(where) : 'Looking …')}
    ${h(MessageList, { key: place, label: `Messages in ${where}`, messages, inThread: false })}
    ${h(Composer, { place, channel: id, thread: null, label: `Message ${where}` })}
  </section>`;
}

function empty(words: string) {
  return html`<p class="px-6 pt-12 text-center text-soft">${words}</p>`;
}

function emptyWords(where: string): string {
  const nothing = `Nothing has been said in ${where} yet.`;
  const { app, name, commands = [] } = state.workspace.value ?? {};
  if (app === undefined) return nothing;
  if (!app.installed) return `${nothing} ${app.name} is not installed in ${name}.`;
  return commands[0] === undefined ? nothing : `${nothing} Try ${commands[0].command} in the box below.`;
}

/** A thread beside its channel. Escape and the cross give the whole width back. */
export function ThreadPanel() {
  const { thread, workspace, as } = state.place.value;
  const id = state.channel.value?.id;
  if (thread === null || id === undefined) return null;
  const place = `${workspace} ${as} ${thread}`;
  const parent = state.messageAt(id, thread);
  const messages = [...(parent === undefined ? [] : [parent]), ...state.threadReplies(id, thread)];
  const leave = (): void => {
    state.go({ thread: null });
    document.querySelector<HTMLElement>(`[data-ts="${CSS.escape(thread)}"] article`)?.focus();
  };
  const leaveByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave();
  };
  const where = html`<span class="ml-2 text-md font-normal tracking-[0] text-soft">#${state.channelName(id)}</span>`;
  return html`<aside class="thread ml-0 flex w-[min(25rem,34vw)] flex-col [grid-area:thread] max-[60rem]:mx-[0.25rem_1rem] max-[60rem]:mt-0 max-[60rem]:w-auto narrow:m-0" aria-label="Thread" onKeyDown=${leaveByKey}>
    <div class="view-head"><h2>Thread${where}</h2>${iconButton('close', 'Close the thread', leave)}</div>
    ${h(MessageList, { key: place, label: 'Messages in the thread', messages, inThread: true })}
    ${h(Composer, { place, channel: id, thread, label: 'Reply' })}
  </aside>`;
}

/** The app's own page. */
export function HomeView() {
  if (state.place.value.channel !== state.appHome) return null;
  const { home } = state.screen.value;
  const surface = { on: { kind: 'view', viewId: home?.id ?? '' }, heading: 'h2', errors: {} } as const;
  return html`<section class="flex h-full flex-col">
    <div class="view-head"><h1>${appAvatar('size-6')}<span class="ml-2">${state.workspace.value?.app.name ?? 'App'}</span></h1></div>
    ${home === null && empty('The app has not put anything on its Home yet.')}
    <section class="scroll" tabindex="0" aria-label="Home">
      <div class="home-content mx-auto max-w-[46rem] p-6 narrow:p-4">${home !== null && blocksOn(surface, home.blocks)}</div>
    </section>
  </section>`;
}
