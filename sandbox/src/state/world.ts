import type { Language } from '../page-api.ts';
import { type FirstDay, firstDaysIn } from './first-day.ts';
import { imId } from './ids.ts';
import type { Collection, Journal } from './journal.ts';
import { type MessageStore, openMessages } from './messages.ts';
import type {
  Installation,
  StoredCanvas,
  StoredChannel,
  StoredFile,
  StoredMail,
  StoredResponseUrl,
  StoredUser,
  StoredView,
} from './model.ts';

/** All that the sandbox remembers over a restart. Open modals are not part of it, as a browser's tab is not. */
export interface World {
  readonly channels: Collection<StoredChannel>;
  readonly messages: MessageStore;
  readonly files: Collection<StoredFile>;
  readonly canvases: Collection<StoredCanvas>;
  /** By Message-ID. */
  readonly mails: Collection<StoredMail>;
  /** By `${workspace}:${user}`. */
  readonly homes: Collection<StoredView>;
  readonly responseUrls: Collection<StoredResponseUrl>;
  readonly installations: Collection<Installation>;
  /** What the workspaces speak. */
  language(): Language;
  /** Takes away what was said and done in them, and begins their first day in a language. */
  beginAnew(language: Language): void;
  workspaces(): readonly FirstDay[];
  workspace(id: string): FirstDay | undefined;
  user(workspace: string, id: string): StoredUser | undefined;
  channelsOf(workspace: string): readonly StoredChannel[];
  findIm(workspace: string, user: string): StoredChannel | undefined;
  /** The direct messages between a person and the app; made when there are none. */
  openIm(workspace: string, user: string): StoredChannel;
}

/** Reads the world from its journal; on the very first start the two workspaces are founded, in `language`. */
export function openWorld(journal: Journal, appName: string, now: () => number, language: Language): World {
  const channels = journal.collection<StoredChannel>('channels');
  const installations = journal.collection<Installation>('installations');
  const spoken = journal.collection<Language>('language');
  // One that was founded before it was asked for a language speaks Danish.
  if ([...installations.values()].length === 0) spoken.put('spoken', language);
  const speaks = (): Language => spoken.get('spoken') ?? 'da';
  const foundAll = () => {
    for (const day of firstDaysIn(speaks())) {
      if (!installations.get(day.id)) found(day, channels, installations, now());
    }
  };
  foundAll();
  const homes = journal.collection<StoredView>('homes');
  const canvases = journal.collection<StoredCanvas>('canvases');
  const mails = journal.collection<StoredMail>('mails');
  const messages = openMessages(journal, now);
  const responseUrls = journal.collection<StoredResponseUrl>('responseUrls');
  for (const url of [...responseUrls.values()]) if (url.expiresAt < now()) responseUrls.delete(url.key);
  let days = firstDaysIn(speaks());
  const workspace = (id: string) => days.find((day) => day.id === id);
  return {
    channels,
    installations,
    messages,
    files: journal.collection('files'),
    canvases,
    mails,
    homes,
    responseUrls,
    language: speaks,
    beginAnew(next) {
      spoken.put('spoken', next);
      days = firstDaysIn(next);
      messages.clear();
      for (const { id } of [...channels.values()]) channels.delete(id);
      for (const { workspace: id } of [...installations.values()]) installations.delete(id);
      for (const { key } of [...responseUrls.values()]) responseUrls.delete(key);
      for (const { id } of [...canvases.values()]) canvases.delete(id);
      for (const { messageId } of [...mails.values()]) mails.delete(messageId);
      for (const { workspace: id, user } of [...homes.values()]) homes.delete(`${id}:${user}`);
      foundAll();
    },
    workspaces: () => days,
    workspace,
    user(workspaceId, id) {
      const day = workspace(workspaceId);
      if (!day) return undefined;
      return id === day.botUserId ? botUser(day, appName) : [...day.users, day.outsider].find((user) => user.id === id);
    },
    channelsOf: (id) => [...channels.values()].filter((channel) => channel.workspace === id),
    findIm: (workspaceId, user) => channels.get(imId(workspaceId, user)),
    openIm(workspaceId, user) {
      const id = imId(workspaceId, user);
      const known = channels.get(id);
      if (known) return known;
      const members = [user, workspace(workspaceId)?.botUserId ?? ''];
      const channel: StoredChannel = {
        id,
        workspace: workspaceId,
        name: 'directmessage',
        kind: 'im',
        members,
        createdAt: now(),
        person: user,
      };
      channels.put(id, channel);
      return channel;
    },
  };
}

/** The app's bot as a user of the workspace. */
export function botUser(day: FirstDay, appName: string): StoredUser {
  return {
    id: day.botUserId,
    name: appName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
    realName: appName,
    email: '',
    locale: 'en-US',
    timeZone: 'Europe/Copenhagen',
    isAdmin: false,
    isGuest: false,
    isBot: true,
  };
}

function found(
  day: FirstDay,
  channels: Collection<StoredChannel>,
  installations: Collection<Installation>,
  now: number,
): void {
  for (const channel of day.channels) channels.put(channel.id, { ...channel, createdAt: now, person: null });
  installations.put(day.id, {
    workspace: day.id,
    installed: day.installer !== null,
    times: day.installer === null ? 0 : 1,
    installer: day.installer ?? day.users[0]?.id ?? '',
    scopes: null,
  });
}
