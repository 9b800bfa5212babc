import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { appHome, appMessages } from '../place.ts';
import * as state from '../state.ts';
import { askNewChannel } from './dialogs.ts';
import { appAvatar, avatar, type IconName, icon, iconButton } from './signs.ts';

/** Where one is and who one is, and the ways to everywhere else. */
export function Sidebar({ left }: { left: () => void }): ComponentChild {
  const leave = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('a') !== null) left();
  };
  const [workspace, person] = [state.workspace.value, state.person.value];
  const rooms = state.knownChannels.value.filter(({ kind }) => kind !== 'im');
  const places = rooms.map(({ id, name, kind }) => entry(id, name, kind === 'group' ? 'lock' : 'hash'));
  const add = iconButton('plus', 'New channel', () => void askNewChannel(), { title: 'New channel' });
  const teams = state.workspaces.value.map(({ id, name }) => [id, name] as const);
  const people = (workspace ? state.actors(workspace) : []).map(({ id, realName, name, isAdmin, isGuest }) => {
    return [id, `${realName || name}${isAdmin ? ' (admin)' : isGuest ? ' (guest)' : ''}`] as const;
  });
  const goTo = (id: string): void => state.go({ workspace: id, as: '', channel: '', thread: null });
  const content =
    workspace !== undefined &&
    person !== undefined &&
    html`<div class="grid gap-3">${pickOne('Workspace', teams, workspace.id, goTo)}
        ${pickOne('Act as', people, person.id, (as) => state.go({ as, thread: null }), avatar(person.id))}
      </div>
      <section>
        <div class="places-head"><h2>Channels</h2>${add}</div>
        <ul class="grid gap-0.5">${places}</ul>
      </section>
      ${appPlaces()}`;
  return html`<nav class="sidebar" id="sidebar" aria-label="Workspace" onClick=${leave}>${content}</nav>`;
}

/** A select that goes somewhere; what is chosen may have a sign before it. */
function pickOne(
  label: string,
  options: readonly (readonly [id: string, words: string])[],
  value: string,
  pick: (id: string) => void,
  sign?: ComponentChild,
): ComponentChild {
  const change = ({ currentTarget }: Event & { currentTarget: HTMLSelectElement }): void => pick(currentTarget.value);
  const choices = options.map(([id, words]) => html`<option key=${id} value=${id}>${words}</option>`);
  return html`<label class="block">
    <span class="mb-[0.2rem] ml-[0.15rem] block text-xs font-medium text-soft">${label}</span>
    <span class="who-field">
      ${sign}
      <select class="control appearance-none bg-sheet pr-8 font-semi text-ellipsis ${sign ? 'pl-10' : ''}" value=${value}
        onChange=${change}>${choices}</select>
      ${icon('chevron')}
    </span>
  </label>`;
}

function appPlaces(): ComponentChild {
  const { name, installed = false } = state.workspace.value?.app ?? {};
  const isRunning = state.appConnected.value;
  const conversation = state.knownChannels.value.find(({ kind }) => kind === 'im');
  const messages = conversation?.id ?? appMessages;
  const running = isRunning === null ? '' : isRunning ? 'Running' : 'Not running';
  return html`<section>
    <div class="places-head">${appAvatar()}<h2>${name}</h2></div>
    <ul class="grid gap-0.5">
      ${installed && [entry(appHome, 'Home', 'home'), entry(messages, 'Messages', 'letter')]}
    </ul>
    <p class="app-state ${isRunning === true ? 'is-well' : ''}" role="status">
      ${installed ? running : 'Not installed in this workspace'}
    </p>
  </section>`;
}

function entry(id: string, words: string, sign: IconName): ComponentChild {
  const unread = state.unreadCount(id);
  const href = state.linkTo({ channel: id, thread: null });
  const current = state.place.value.channel === id && 'page';
  return html`<li key=${words}>
    <a class="place ${unread > 0 ? 'font-bold' : ''}" href=${href} aria-current=${current || undefined}>
      ${icon(sign)}<span class="min-w-0 flex-1 truncate">${words}</span>
      <span class="rounded-lg bg-accent px-[0.4rem] text-center text-xs/[1.35rem] font-bold text-on-accent min-w-[1.35rem]" aria-hidden="true" hidden=${unread === 0}>${unread > 99 ? '99+' : unread}</span>
      <span class="visually-hidden">${unread > 0 && `, ${unread} unread`}</span>
    </a>
  </li>`;
}
