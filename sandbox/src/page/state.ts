import { computed, signal } from '@preact/signals';
import type * as api from '../page-api.ts';
import type { Viewer } from './text/slack-date.ts';

/** Where a person stands. It is all in the address, so that a place can be linked, reloaded and gone back to. */
export type Place = Readonly<Record<'workspace' | 'as' | 'channel', string> & { thread: string | null }>;

/** What stands for a channel's id while the app's Home is open. */
export const appHome = 'home';
/** The conversation with the app while there is none yet. */
export const appMessages = 'messages';

/** What the address says; a part that it leaves out is empty. */
export function readPlace(hash: string): Place {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const part = (name: string): string => said.get(name) ?? '';
  return { workspace: part('workspace'), as: part('as'), channel: part('channel'), thread: said.get('thread') };
}

/** The address of a place, to be used as a link's href. */
export function placeLink({ workspace, as, channel, thread }: Place): string {
  const said = new URLSearchParams({ workspace, as, channel });
  if (thread !== null) said.set('thread', thread);
  return `#${said}`;
}

/** All that the page knows. What is drawn from it draws itself again when it changes. */
export const workspaces = signal<readonly api.SandboxWorkspace[]>([]);
export const place = signal(readPlace(location.hash));
/** By channel, then by ts; replies stand beside the messages they answer. A channel without an entry is not loaded. */
const messages = signal<ReadonlyMap<string, ReadonlyMap<string, api.SandboxMessage>>>(new Map());
export const screen = signal<api.SandboxScreen>({ modals: [], home: null });
export const isLineLost = signal(false);
/** Whether the app is listening; `null` before anyone said. */
export const appConnected = signal<boolean | null>(null);

/** What the workspace speaks, and what may be offered; before that is known, nothing. */
export const company = signal<api.SandboxCompany>({ language: 'en', canMakeAgain: false, samples: [] });

/** Those that one can go to: where the app makes its own company it serves that workspace alone. */
export const offered = computed(() =>
  company.value.canMakeAgain ? workspaces.value.filter(({ app }) => app.installed) : workspaces.value,
);

export const workspace = computed(() => workspaces.value.find(({ id }) => id === place.value.workspace));
export const person = computed(() => workspace.value?.users.find(({ id }) => id === place.value.as));
export const channel = computed(() => workspace.value?.channels.find(({ id }) => id === place.value.channel));

/** The channels that the person can see, and last their conversation with the app, once there is one. */
export const knownChannels = computed(() =>
  workspace.value === undefined || person.value === undefined ? [] : channelsOf(workspace.value, person.value),
);

/** Whoever acts, as the sandbox wants it with every question. */
export function who(): { readonly workspace: string; readonly as: string } {
  return { workspace: place.value.workspace, as: place.value.as };
}

/** The address of a place beside the one where the person is, to be used as a link's href. */
export function linkTo(to: Partial<Place>): string {
  return placeLink({ ...place.value, ...to });
}

export function go(to: Partial<Place>): void {
  location.hash = linkTo(to);
}

/** The people one can act as. */
export function actors(of: api.SandboxWorkspace): readonly api.SandboxUser[] {
  return of.users.filter(({ isBot }) => !isBot);
}

/** Public channels, and the others that the person is in; a guest sees only the latter. */
export function channelsOf(of: api.SandboxWorkspace, { id, isGuest }: api.SandboxUser): readonly api.SandboxChannel[] {
  const visible = of.channels.filter(({ kind, members }) => members.includes(id) || (kind === 'channel' && !isGuest));
  return [...visible.filter(({ kind }) => kind !== 'im'), ...visible.filter(({ kind }) => kind === 'im').slice(0, 1)];
}

export function isLoaded(id: string): boolean {
  return messages.value.has(id);
}

export function messageAt(id: string, ts: string): api.SandboxMessage | undefined {
  return messages.value.get(id)?.get(ts);
}

/** What stands in a channel itself, oldest first: everything but the replies in threads. */
export function channelMessages(id: string): readonly api.SandboxMessage[] {
  return sorted(id, isInChannel);
}

/** The replies in a thread, oldest first, without the message that they answer. */
export function threadReplies(id: string, thread: string): readonly api.SandboxMessage[] {
  return sorted(id, ({ ts, threadTs }) => threadTs === thread && ts !== thread);
}

export function isInChannel({ ts, threadTs }: api.SandboxMessage): boolean {
  return threadTs === null || threadTs === ts;
}

function sorted(id: string, keep: (message: api.SandboxMessage) => boolean): readonly api.SandboxMessage[] {
  const all = [...(messages.value.get(id)?.values() ?? [])];
  return all.filter(keep).sort((one, other) => (one.ts < other.ts ? -1 : 1));
}

/** Brings what happened into the state. Events may come twice or late; the newest state of a message wins. */
export function applyLive(event: Exclude<api.LiveEvent, { type: 'begun-anew' }>): void {
  if (event.type === 'screen') screen.value = event.screen;
  else if (event.type === 'app') appConnected.value = event.connected;
  else if (event.type === 'channels') {
    const { channels } = event;
    workspaces.value = workspaces.value.map((one) => (one.id === place.value.workspace ? { ...one, channels } : one));
  } else if (event.type === 'message-deleted') {
    if (isLoaded(event.channel)) changeMessages(event.channel, (kept) => kept.delete(event.ts));
  } else keepMessage(event.message);
}

export function keepMessage(message: api.SandboxMessage): void {
  changeMessages(message.channel, (kept) => kept.set(message.ts, message));
}

/**
 * Takes a channel's messages as they were just read. What was there before and was not read is gone, except for replies,
 * which are read thread by thread, and what has come in since.
 */
export function keepChannel(id: string, read: readonly api.SandboxMessage[]): void {
  const newest = read.at(-1)?.ts ?? '';
  changeMessages(id, (kept) => {
    for (const message of kept.values()) if (message.ts <= newest && isInChannel(message)) kept.delete(message.ts);
    for (const message of read) kept.set(message.ts, message);
  });
}

/** Forgets all that one person sees, as another looks now. */
export function forget(): void {
  messages.value = new Map();
  screen.value = { modals: [], home: null };
  isLineLost.value = false;
  appConnected.value = null;
}

function changeMessages(id: string, change: (kept: Map<string, api.SandboxMessage>) => void): void {
  const kept = new Map(messages.value.get(id));
  change(kept);
  messages.value = new Map(messages.value).set(id, kept);
}

/** The newest ts that the person has seen, by `seenKey`; what an earlier visit saw is kept in this browser. */
const seen = signal<ReadonlyMap<string, string>>(new Map());

/** How many messages of others the person has not seen in a channel. */
export function unreadCount(id: string): number {
  const isForeign = ({ user, isApp }: api.SandboxMessage): boolean => isApp || user !== place.value.as;
  return sorted(id, (message) => message.ts > seenUpTo(id) && isForeign(message)).length;
}

/** Notes that the person has seen all there is. @returns whether that was news */
export function markSeen(id: string): boolean {
  const newest = [...(messages.value.get(id)?.keys() ?? [])].sort().at(-1);
  if (newest === undefined || newest <= seenUpTo(id)) return false;
  localStorage.setItem(seenKey(id), newest);
  seen.value = new Map(seen.value).set(seenKey(id), newest);
  return true;
}

function seenUpTo(id: string): string {
  return seen.value.get(seenKey(id)) ?? localStorage.getItem(seenKey(id)) ?? '';
}

function seenKey(id: string): string {
  return `seen ${place.value.workspace} ${place.value.as} ${id}`;
}

/** Who an id stands for. */
export function personName(id: string): string {
  const app = workspace.value?.app;
  if (app !== undefined && (app.botUserId === id || app.id === id)) return app.name;
  const found = workspace.value?.users.find((one) => one.id === id);
  return found?.realName || found?.name || id;
}

/** What a channel is called; the conversation with the app has the app's name. */
export function channelName(id: string): string {
  const found = workspace.value?.channels.find((one) => one.id === id);
  if (found === undefined) return 'private-channel';
  return found.kind === 'im' ? (workspace.value?.app.name ?? found.name) : found.name;
}

/** How the person who looks reads times. */
export function viewer(): Viewer {
  return { locale: person.value?.locale ?? 'en', timeZone: person.value?.timeZone ?? 'UTC' };
}
