import { h, html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';
import type { SandboxUser } from '../../page-api.ts';
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
  const content =
    workspace !== undefined &&
    person !== undefined &&
    html`<div class="grid gap-3">
        ${h(Switch, {
          label: 'Workspace',
          options: state.workspaces.value.map(({ id, name }) => ({ id, words: name })),
          value: workspace.id,
          pick: (id) => state.go({ workspace: id, as: '', channel: '', thread: null }),
        })}
        ${h(Switch, {
          label: 'Act as',
          options: state.actors(workspace).map((one) => ({ id: one.id, words: described(one) })),
          value: person.id,
          pick: (as) => state.go({ as, thread: null }),
          sign: avatar(person.id),
        })}
      </div>
      <section>
        <div class="places-head"><h2>Channels</h2>${add}</div>
        <ul class="grid gap-0.5">${places}</ul>
      </section>
      ${appPlaces()}`;
  return html`<nav class="sidebar" id="sidebar" aria-label="Workspace" onClick=${leave}>${content}</nav>`;
}

function described({ realName, name, isAdmin, isGuest }: SandboxUser): string {
  return `${realName || name}${isAdmin ? ' (admin)' : isGuest ? ' (guest)' : ''}`;
}

interface SwitchProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly words: string }[];
  readonly value: string;
  readonly pick: (id: string) => void;
  readonly sign?: ComponentChild;
}

/** A select that goes somewhere; what is chosen may have a sign before it. */
function Switch({ label, options, value, pick, sign }: SwitchProps): ComponentChild {
  const id = useId();
  const change = ({ currentTarget }: Event & { currentTarget: HTMLSelectElement }): void => pick(currentTarget.value);
  const choices = options.map((one) => html`<option key=${one.id} value=${one.id}>${one.words}</option>`);
  return html`<div>
    <label class="mb-[0.2rem] ml-[0.15rem] block text-xs font-medium text-soft" for=${id}>${label}</label>
    <div class="who-field">
      ${sign}<select id=${id} class="control appearance-none bg-sheet pr-8 font-semi text-ellipsis ${sign ? 'pl-10' : ''}" value=${value} onChange=${change}>${choices}</select>${icon('chevron')}
    </div>
  </div>`;
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
