import { h, html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import * as state from '../state.ts';
import { LanguageSwitch, SampleFiles } from './company.ts';
import { askNewChannel } from './dialogs.ts';
import { appAvatar, avatar, type IconName, icon, iconButton } from './signs.ts';

/** Where one is and who one is, and the ways to everywhere else. */
export function Sidebar({ left }: { left: () => void }) {
  const leave = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('a') !== null) left();
  };
  const [workspace, person] = [state.workspace.value, state.person.value];
  const rooms = state.knownChannels.value.filter(({ kind }) => kind !== 'im');
  const places = rooms.map(({ id, name, kind }) => entry(id, name, kind === 'group' ? 'lock' : 'hash'));
  const add = iconButton('plus', 'New channel', () => void askNewChannel(), { title: 'New channel' });
  const teams = state.offered.value.map(({ id, name }) => [id, name] as const);
  const people = (workspace ? state.actors(workspace) : []).map(({ id, realName, name, isAdmin, isGuest }) => {
    return [id, `${realName || name}${isAdmin ? ' (admin)' : isGuest ? ' (guest)' : ''}`] as const;
  });
  const goTo = (id: string): void => state.go({ workspace: id, as: '', channel: '', thread: null });
  const content =
    workspace !== undefined &&
    person !== undefined &&
    html`<div class="grid gap-3">${teams.length > 1 && pickOne('Workspace', teams, workspace.id, goTo)}
        ${pickOne('Act as', people, person.id, (as) => state.go({ as, thread: null }), avatar(person.id, 'pointer-events-none absolute top-[calc(50%-0.75rem)] left-2 size-6 text-[0.625rem]'))}
      </div>
      <section>
        <div class="places-head"><h2>Channels</h2>${add}</div>
        <ul class="grid gap-0.5">${places}</ul>
      </section>
      ${appPlaces()}
      ${h(SampleFiles, {})}
      ${h(LanguageSwitch, {})}`;
  return html`<nav id="sidebar" class="flex flex-col gap-6 overflow-y-auto pt-2 pr-3 pb-5 pl-5 [grid-area:side] narrow:hidden narrow:px-4 narrow:py-3 narrow:in-[.sidebar-open]:flex"
    aria-label="Workspace" onClick=${leave}>${content}</nav>`;
}

type Options = readonly (readonly [id: string, words: string])[];

/** A select that goes somewhere; what is chosen may have a sign before it. */
function pickOne(label: string, options: Options, value: string, pick: (id: string) => void, sign?: ComponentChild) {
  const change = ({ currentTarget }: Event & { currentTarget: HTMLSelectElement }): void => pick(currentTarget.value);
  const choices = options.map(([id, words]) => html`<option key=${id} value=${id}>${words}</option>`);
  return html`<label class="block">
    <span class="mb-[0.2rem] ml-[0.15rem] block text-xs font-medium text-soft">${label}</span>
    <span class="relative block">
      ${sign}
      <select class="control appearance-none bg-sheet pr-8 font-semi text-ellipsis ${sign ? 'pl-10' : ''}" value=${value}
        onChange=${change}>${choices}</select>
      ${icon('chevron', 'pointer-events-none absolute top-[calc(50%-0.5rem)] right-[0.6rem] size-4 text-soft')}
    </span>
  </label>`;
}

function appPlaces() {
  const { name, installed = false } = state.workspace.value?.app ?? {};
  const isRunning = state.appConnected.value;
  const conversation = state.knownChannels.value.find(({ kind }) => kind === 'im');
  const messages = conversation?.id ?? state.appMessages;
  const running = isRunning === null ? '' : isRunning ? 'Running' : 'Not running';
  const words = installed ? running : 'Not installed in this workspace';
  return html`<section>
    <div class="places-head">${appAvatar('size-6')}<h2>${name}</h2></div>
    <ul class="grid gap-0.5">
      ${installed && [entry(state.appHome, 'Home', 'home'), entry(messages, 'Messages', 'reply'), mailboxEntry()]}
    </ul>
    <p class="mt-[0.6rem] ml-3 flex items-center gap-2 text-sm text-soft" role="status">
      ${words && html`<i class="size-[0.55rem] rounded-full border-[0.125rem] ${isRunning === true ? 'border-moss bg-moss' : 'border-soft'}" />`}${words}
    </p>
  </section>`;
}

/** What customers get by mail is not Slack's: it opens as a page of its own. */
function mailboxEntry() {
  return html`<li>
    <a href="/mailbox" target="_blank" rel="noopener"
      class="place flex min-h-[2.125rem] items-center gap-[0.55rem] rounded-md px-[0.65rem] py-[0.2rem] text-ink no-underline hover:bg-ground-deep hover:text-ink [&_.icon]:size-4 [&_.icon]:text-soft">
      ${icon('letter')}<span class="min-w-0 flex-1 truncate">Customers’ mailbox</span>
    </a>
  </li>`;
}

function entry(id: string, words: string, sign: IconName) {
  const unread = state.unreadCount(id);
  const href = state.linkTo({ channel: id, thread: null });
  const current = state.place.value.channel === id && 'page';
  return html`<li key=${words}>
    <a href=${href} aria-current=${current || undefined}
      class="place flex min-h-[2.125rem] items-center gap-[0.55rem] rounded-md px-[0.65rem] py-[0.2rem] text-ink no-underline ${unread > 0 ? 'font-bold' : ''}
        hover:bg-ground-deep hover:text-ink [&_.icon]:size-4 [&:not([aria-current])_.icon]:text-soft
        aria-[current]:bg-sheet aria-[current]:font-semi aria-[current]:text-accent aria-[current]:shadow-low">
      ${icon(sign)}<span class="min-w-0 flex-1 truncate">${words}</span>
      <span class="rounded-lg bg-accent px-[0.4rem] text-center text-xs/[1.35rem] font-bold text-on-accent min-w-[1.35rem]" aria-hidden="true" hidden=${unread === 0}>${unread > 99 ? '99+' : unread}</span>
      <span class="sr-only">${unread > 0 && `, ${unread} unread`}</span>
    </a>
  </li>`;
}
