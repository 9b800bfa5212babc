import type { Json } from '../json.ts';
import type { Sandbox } from '../sandbox.ts';
import type { StoredChannel, StoredMessage } from '../state/model.ts';
import { type EventName, emitEvent } from './events.ts';
import { picturesIn, shareFile } from './files.ts';
import { toSandboxMessage } from './page-shapes.ts';
import { isDue, isVisible, messagePayload } from './payload.ts';
import { withIds } from './settle.ts';
import { maySee } from './sight.ts';

export interface Draft {
  readonly channel: StoredChannel;
  readonly user: string;
  readonly isApp: boolean;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Json | null;
  readonly threadTs?: string | null;
  readonly broadcast?: boolean;
  readonly files?: readonly string[];
  readonly visibleTo?: string | null;
  readonly visibleFrom?: number | null;
}

/** Posts a message: stored first, then shown to who may see it and sent to the app as an event. */
export function postMessage(sandbox: Sandbox, draft: Draft): StoredMessage {
  const message: StoredMessage = {
    workspace: draft.channel.workspace,
    channel: draft.channel.id,
    ts: sandbox.world.messages.nextTs(),
    user: draft.user,
    isApp: draft.isApp,
    text: draft.text,
    blocks: withIds(draft.blocks ?? []),
    attachments: draft.attachments ?? [],
    metadata: draft.metadata ?? null,
    threadTs: draft.threadTs ?? null,
    broadcast: draft.broadcast ?? false,
    edited: null,
    files: draft.files ?? [],
    visibleTo: draft.visibleTo ?? null,
    visibleFrom: draft.visibleFrom ?? null,
  };
  sandbox.world.messages.put(message);
  if (message.visibleTo === null) sharePictures(sandbox, message);
  if (message.visibleFrom === null) announce(sandbox, message);
  else sandbox.clock.after(message.visibleFrom - sandbox.clock.now(), () => announceLate(sandbox, message));
  return message;
}

/** A picture that a message shows to a channel is shared there by it; an edit shares nothing. */
function sharePictures(sandbox: Sandbox, { blocks, channel }: StoredMessage): void {
  for (const id of picturesIn(blocks)) shareFile(sandbox, id, channel);
}

export type MessageChange = Partial<Pick<StoredMessage, 'text' | 'blocks' | 'attachments' | 'metadata' | 'files'>>;

/** Changes a message's text, blocks, attachments, metadata or files; blocks without an id get one. */
export function changeMessage(sandbox: Sandbox, message: StoredMessage, change: MessageChange): StoredMessage {
  const changed: StoredMessage = {
    ...message,
    ...change,
    blocks: withIds(change.blocks ?? message.blocks),
    edited: { user: message.user, ts: sandbox.world.messages.nextTs() },
  };
  sandbox.world.messages.put(changed);
  showChange(sandbox, changed);
  sendMessageEvent(sandbox, changed, {
    subtype: 'message_changed',
    hidden: true,
    message: messagePayload(sandbox, changed),
    previous_message: messagePayload(sandbox, message),
  });
  return changed;
}

export function removeMessage(sandbox: Sandbox, message: StoredMessage): void {
  sandbox.world.messages.remove(message.channel, message.ts);
  const event = { type: 'message-deleted', channel: message.channel, ts: message.ts } as const;
  sandbox.live.tell(message.workspace, event, (user) => maySee(sandbox, message, user));
  showParent(sandbox, message);
  sendMessageEvent(sandbox, message, {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: messagePayload(sandbox, message),
  });
}

function announceLate(sandbox: Sandbox, message: StoredMessage): void {
  const newest = sandbox.world.messages.get(message.channel, message.ts);
  if (newest) announce(sandbox, newest);
}

function announce(sandbox: Sandbox, message: StoredMessage): void {
  const event = { type: 'message', message: toSandboxMessage(sandbox, message) } as const;
  sandbox.live.tell(message.workspace, event, (user) => maySee(sandbox, message, user));
  showParent(sandbox, message);
  sendMessageEvent(sandbox, message, messagePayload(sandbox, message, true));
  mention(sandbox, message);
}

function showChange(sandbox: Sandbox, message: StoredMessage): void {
  if (!isDue(sandbox, message)) return;
  const event = { type: 'message-changed', message: toSandboxMessage(sandbox, message) } as const;
  sandbox.live.tell(message.workspace, event, (user) => maySee(sandbox, message, user));
}

/** A thread's first message shows how many replies it has. */
function showParent(sandbox: Sandbox, message: StoredMessage): void {
  if (message.threadTs === null || message.threadTs === message.ts) return;
  const parent = sandbox.world.messages.get(message.channel, message.threadTs);
  if (parent) showChange(sandbox, parent);
}

const eventOfKind = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const satisfies Record<StoredChannel['kind'], EventName>;

/** The app hears what is said where its bot is a member, its own messages too. */
function sendMessageEvent(sandbox: Sandbox, message: StoredMessage, event: Json): void {
  const channel = sandbox.world.channels.get(message.channel);
  if (!channel || !isVisible(sandbox, message) || !hasBot(sandbox, channel)) return;
  emitEvent(sandbox, message.workspace, eventOfKind[channel.kind], {
    ts: message.ts,
    ...event,
    type: 'message',
    channel: channel.id,
    channel_type: channel.kind,
    event_ts: message.ts,
  });
}

function mention(sandbox: Sandbox, message: StoredMessage): void {
  const bot = sandbox.world.workspace(message.workspace)?.botUserId;
  const channel = sandbox.world.channels.get(message.channel);
  if (!channel || channel.kind === 'im' || message.isApp || message.visibleTo !== null) return;
  if (!message.text.includes(`<@${bot}>`) || !hasBot(sandbox, channel)) return;
  const payload = messagePayload(sandbox, message);
  emitEvent(sandbox, message.workspace, 'app_mention', { ...payload, type: 'app_mention', channel: channel.id });
}

function hasBot(sandbox: Sandbox, channel: StoredChannel): boolean {
  return channel.members.includes(sandbox.world.workspace(channel.workspace)?.botUserId ?? '');
}
