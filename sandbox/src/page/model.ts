import type { SandboxChannel, SandboxMessage, SandboxScreen, SandboxUser, SandboxWorkspace } from '../page-api.ts';
import type { Names } from './names.ts';
import type { Place } from './place.ts';

/** All that the page knows. Parts draw from it; only the session and the acts change it. */
export interface Model {
  workspaces: readonly SandboxWorkspace[];
  place: Place;
  /** By channel, then by ts; replies stand beside the messages they answer. A channel without an entry is not loaded. */
  readonly messages: Map<string, Map<string, SandboxMessage>>;
  screen: SandboxScreen;
  line: 'connecting' | 'open' | 'lost';
  /** Whether the app is listening; `null` before anyone said. */
  appConnected: boolean | null;
}

export function createModel(place: Place): Model {
  return {
    workspaces: [],
    place,
    messages: new Map(),
    screen: { modals: [], home: null },
    line: 'connecting',
    appConnected: null,
  };
}

export function currentWorkspace(model: Model): SandboxWorkspace | undefined {
  return model.workspaces.find(({ id }) => id === model.place.workspace);
}

export function currentPerson(model: Model): SandboxUser | undefined {
  return currentWorkspace(model)?.users.find(({ id }) => id === model.place.as);
}

export function currentChannel(model: Model): SandboxChannel | undefined {
  return currentWorkspace(model)?.channels.find(({ id }) => id === model.place.channel);
}

/** The people one can act as. */
export function actors(workspace: SandboxWorkspace): readonly SandboxUser[] {
  return workspace.users.filter(({ isBot }) => !isBot);
}

/** Public channels, and the others that the person is in; a guest sees only the latter. Without direct messages. */
export function visibleChannels(workspace: SandboxWorkspace, person: SandboxUser): readonly SandboxChannel[] {
  return workspace.channels.filter(
    ({ kind, members }) => kind !== 'im' && (members.includes(person.id) || (kind === 'channel' && !person.isGuest)),
  );
}

/** The person's conversation with the app, once there is one. */
export function appConversation(workspace: SandboxWorkspace, person: SandboxUser): SandboxChannel | undefined {
  return workspace.channels.find(({ kind, members }) => kind === 'im' && members.includes(person.id));
}

/** What stands in a channel itself, oldest first: everything but the replies in threads. */
export function channelMessages(model: Model, channel: string): readonly SandboxMessage[] {
  return sorted(model, channel, ({ ts, threadTs }) => threadTs === null || threadTs === ts);
}

/** The replies in a thread, oldest first, without the message that they answer. */
export function threadReplies(model: Model, channel: string, thread: string): readonly SandboxMessage[] {
  return sorted(model, channel, ({ ts, threadTs }) => threadTs === thread && ts !== thread);
}

function sorted(model: Model, channel: string, keep: (message: SandboxMessage) => boolean): readonly SandboxMessage[] {
  const all = [...(model.messages.get(channel)?.values() ?? [])];
  return all.filter(keep).sort((one, other) => (one.ts < other.ts ? -1 : 1));
}

export function namesOf(model: Model): Names {
  const people = (): readonly SandboxUser[] => currentWorkspace(model)?.users ?? [];
  const channels = (): readonly SandboxChannel[] => {
    const workspace = currentWorkspace(model);
    const person = currentPerson(model);
    if (workspace === undefined || person === undefined) return [];
    const conversation = appConversation(workspace, person);
    return [...visibleChannels(workspace, person), ...(conversation === undefined ? [] : [conversation])];
  };
  return {
    people,
    channels,
    personName: (id) => {
      const app = currentWorkspace(model)?.app;
      if (app !== undefined && (app.botUserId === id || app.id === id)) return app.name;
      const person = people().find((one) => one.id === id);
      return person === undefined ? id : person.realName || person.name;
    },
    channelName: (id) => {
      const channel = currentWorkspace(model)?.channels.find((one) => one.id === id);
      if (channel === undefined) return 'private-channel';
      return channel.kind === 'im' ? (currentWorkspace(model)?.app.name ?? channel.name) : channel.name;
    },
    viewer: () => {
      const person = currentPerson(model);
      return { locale: person?.locale ?? 'en', timeZone: person?.timeZone ?? 'UTC' };
    },
  };
}
