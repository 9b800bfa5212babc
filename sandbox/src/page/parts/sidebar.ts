import type { SandboxChannel, SandboxUser, SandboxWorkspace } from '../../page-api.ts';
import { el, newId, setText, show } from '../dom.ts';
import { type IconName, icon } from '../icons.ts';
import { keyedList } from '../keyed-list.ts';
import { actors, appConversation, currentPerson, currentWorkspace, visibleChannels } from '../model.ts';
import type { Page } from '../page.ts';
import { appHome, appMessages } from '../place.ts';
import { unreadCount } from '../unread.ts';
import { drawAppAvatar, drawAvatar } from './avatar.ts';
import { askNewChannel } from './channel-dialogs.ts';

export interface Part {
  readonly node: HTMLElement;
  readonly draw: () => void;
}

interface Entry {
  readonly id: string;
  readonly words: string;
  readonly icon: IconName;
}

/** Where one is and who one is, and the ways to everywhere else. */
export function sidebar(page: Page): Part {
  const workspaces = choice('Workspace', (id) => page.go({ workspace: id, as: '', channel: '', thread: null }));
  const people = choice(
    'Act as',
    (id) => page.go({ as: id, thread: null }),
    (id) => drawAvatar(id, page.names),
  );
  const add = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'New channel',
      title: 'New channel',
      onclick: () => void askNewChannel(page),
    },
    icon('plus'),
  );
  const channels = el('ul', { class: 'places' });
  const appPlaces = el('ul', { class: 'places' });
  const appName = el('h2', {});
  const appState = el('p', { class: 'app-state', role: 'status' });
  const drawChannels = keyedList<Entry>(
    channels,
    ({ id }) => id,
    (entry) => drawEntry(page, entry),
  );
  const drawAppPlaces = keyedList<Entry>(
    appPlaces,
    ({ id }) => id,
    (entry) => drawEntry(page, entry),
  );
  const node = el(
    'nav',
    { class: 'sidebar', id: 'sidebar', 'aria-label': 'Workspace' },
    el('div', { class: 'who' }, workspaces.node, people.node),
    el('section', {}, el('div', { class: 'places-head' }, el('h2', {}, 'Channels'), add), channels),
    el('section', {}, el('div', { class: 'places-head' }, drawAppAvatar(), appName), appPlaces, appState),
  );
  return {
    node,
    draw: () => {
      const workspace = currentWorkspace(page.model);
      const person = currentPerson(page.model);
      if (workspace === undefined || person === undefined) return;
      workspaces.draw(
        page.model.workspaces.map(({ id, name }) => [id, name]),
        workspace.id,
      );
      people.draw(
        actors(workspace).map((one) => [one.id, describe(one)]),
        person.id,
      );
      drawChannels(visibleChannels(workspace, person).map(toEntry));
      setText(appName, workspace.app.name);
      drawAppPlaces(workspace.app.installed ? appEntries(workspace, person) : []);
      setText(appState, stateWords(page, workspace));
      appState.classList.toggle('is-well', page.model.appConnected === true);
    },
  };
}

function describe({ realName, name, isAdmin, isGuest }: SandboxUser): string {
  const role = isAdmin ? ' (admin)' : isGuest ? ' (guest)' : '';
  return `${realName || name}${role}`;
}

function toEntry({ id, name, kind }: SandboxChannel): Entry {
  return { id, words: name, icon: kind === 'group' ? 'lock' : 'hash' };
}

function appEntries(workspace: SandboxWorkspace, person: SandboxUser): readonly Entry[] {
  const conversation = appConversation(workspace, person);
  return [
    { id: appHome, words: 'Home', icon: 'home' },
    { id: conversation?.id ?? appMessages, words: 'Messages', icon: 'letter' },
  ];
}

function stateWords({ model }: Page, workspace: SandboxWorkspace): string {
  if (!workspace.app.installed) return 'Not installed in this workspace';
  if (model.appConnected === null) return '';
  return model.appConnected ? 'Running' : 'Not running';
}

function drawEntry(page: Page, first: Entry): { node: HTMLElement; update: (entry: Entry) => void } {
  const name = el('span', { class: 'place-name' });
  const count = el('span', { class: 'unread' });
  const spoken = el('span', { class: 'visually-hidden' });
  const link = el('a', { class: 'place' }, icon(first.icon), name, count, spoken);
  const update = (entry: Entry): void => {
    const unread = unreadCount(page.model, entry.id);
    const isHere = page.model.place.channel === entry.id;
    setText(name, entry.words);
    setText(count, unread > 99 ? '99+' : String(unread));
    count.setAttribute('aria-hidden', 'true');
    show(count, unread > 0);
    setText(spoken, unread > 0 ? `, ${unread} unread` : '');
    link.classList.toggle('is-unread', unread > 0);
    link.setAttribute('href', page.linkTo({ channel: entry.id, thread: null }));
    if (isHere) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  };
  update(first);
  return { node: el('li', {}, link), update };
}

type Options = readonly (readonly [id: string, words: string])[];

interface Switch {
  readonly node: HTMLElement;
  readonly draw: (options: Options, value: string) => void;
}

/** A select that goes somewhere; with `sign`, what is chosen has a sign before it. */
function choice(label: string, pick: (id: string) => void, sign?: (id: string) => HTMLElement): Switch {
  const id = newId('choice');
  const select = el('select', { id, class: 'control' });
  const field = el('div', { class: 'who-field' }, select, icon('chevron'));
  select.addEventListener('change', () => pick(select.value));
  let drawn = '';
  let drawnSign: HTMLElement | null = null;
  return {
    node: el('div', { class: 'who-choice' }, el('label', { for: id }, label), field),
    draw: (options, value) => {
      const now = JSON.stringify([options, value]);
      if (now === drawn) return;
      drawn = now;
      select.replaceChildren(...options.map(([key, words]) => el('option', { value: key }, words)));
      select.value = value;
      drawnSign?.remove();
      drawnSign = sign?.(value) ?? null;
      if (drawnSign !== null) field.prepend(drawnSign);
    },
  };
}
