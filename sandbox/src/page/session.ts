import type { LiveEvent } from '../page-api.ts';
import { act, tell } from './acts.ts';
import { greet } from './parts/company.ts';
import { hear } from './parts/toasts.ts';
import * as state from './state.ts';
import { listenLive, loadCompany, loadMessages, loadScreen, loadWorkspaces } from './wire.ts';

/** Follows the address: loads what it names, and listens to what happens there as the person in it. */
export async function startSession(): Promise<void> {
  state.company.value = await loadCompany();
  await greet();
  state.workspaces.value = await loadWorkspaces();
  window.addEventListener('hashchange', follow);
  follow();
}

let listensAs = '';
let stopListening = (): void => {};

function follow(): void {
  const before = state.place.value;
  const now = fillIn(state.readPlace(location.hash));
  if (state.placeLink(now) !== location.hash) history.replaceState(null, '', state.placeLink(now));
  const listener = `${now.workspace} ${now.as}`;
  const isNewPerson = listener !== listensAs;
  listensAs = listener;
  state.place.value = now;
  if (isNewPerson) {
    stopListening();
    state.forget();
    stopListening = listenLive(state.who(), hearLive, turn);
  } else if (now.thread !== null && now.thread !== before.thread) loadThread().catch(tell);
  if (isNewPerson || now.channel !== before.channel) void visit();
}

function hearLive(event: LiveEvent): void {
  if (event.type === 'begun-anew') {
    location.reload();
    return;
  }
  state.applyLive(event);
  hear(event);
  // A channel that has just appeared may have been talked in before the person came to see it.
  if (event.type === 'channels') loadChannels((id) => !state.isLoaded(id)).catch(tell);
}

function turn(isLost: boolean): void {
  state.isLineLost.value = isLost;
  if (!isLost) loadAll().catch(tell);
}

/** Reads everything that the person can see. Also after a lost line: what happened meanwhile was not heard. */
async function loadAll(): Promise<void> {
  const listener = listensAs;
  state.workspaces.value = await loadWorkspaces();
  const screen = await loadScreen(state.who());
  if (listener !== listensAs) return;
  state.screen.value = screen;
  await loadChannels(() => true);
  await loadThread();
}

async function loadChannels(isWanted: (id: string) => boolean): Promise<void> {
  const listener = listensAs;
  const channels = state.knownChannels.value.map(({ id }) => id).filter(isWanted);
  const read = await Promise.all(channels.map((channel) => loadMessages({ ...state.who(), channel })));
  if (listener !== listensAs) return;
  for (const [index, channel] of channels.entries()) state.keepChannel(channel, read[index] ?? []);
}

async function loadThread(): Promise<void> {
  const { workspace, as, channel, thread } = state.place.value;
  if (thread === null) return;
  for (const message of await loadMessages({ workspace, as, channel, thread })) state.keepMessage(message);
}

/** Tells the app that its Home or its conversation was opened, as Slack does. */
async function visit(): Promise<void> {
  const { channel } = state.place.value;
  if (channel === state.appHome) await act({ do: 'open-home', tab: 'home' });
  if (channel !== state.appMessages && state.channel.value?.kind !== 'im') return;
  const opened = await act({ do: 'open-home', tab: 'messages' });
  if (channel === state.appMessages && opened?.id !== undefined) state.go({ channel: opened.id });
}

/** Completes an address that names nothing, or something that is not there. */
function fillIn(said: state.Place): state.Place {
  const workspaces = state.workspaces.value;
  const workspace = workspaces.find(({ id }) => id === said.workspace) ?? workspaces[0];
  if (workspace === undefined) return said;
  const people = state.actors(workspace);
  const person = people.find(({ id }) => id === said.as) ?? people.find(({ isAdmin }) => isAdmin) ?? people[0];
  if (person === undefined) return { ...said, workspace: workspace.id };
  const channels = state.channelsOf(workspace, person);
  const isKnown = [state.appHome, state.appMessages, ...channels.map(({ id }) => id)].includes(said.channel);
  const rooms = channels.filter(({ kind }) => kind !== 'im');
  const first = rooms.find(({ members }) => members.includes(person.id)) ?? rooms[0];
  return {
    workspace: workspace.id,
    as: person.id,
    channel: isKnown ? said.channel : (first?.id ?? state.appHome),
    thread: isKnown && said.workspace === workspace.id ? said.thread : null,
  };
}
