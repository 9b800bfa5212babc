import type { LiveEvent, SandboxMessage } from '../page-api.ts';
import type { Model } from './model.ts';

/** Brings what happened into the model. Events may come twice or late; the newest state of a message wins. */
export function applyLive(model: Model, event: LiveEvent): void {
  switch (event.type) {
    case 'message':
    case 'message-changed':
      keepMessage(model, event.message);
      break;
    case 'message-deleted':
      model.messages.get(event.channel)?.delete(event.ts);
      break;
    case 'screen':
      model.screen = event.screen;
      break;
    case 'channels':
      model.workspaces = model.workspaces.map((workspace) =>
        workspace.id === model.place.workspace ? { ...workspace, channels: event.channels } : workspace,
      );
      break;
    case 'app':
      model.appConnected = event.connected;
      break;
  }
}

export function keepMessage(model: Model, message: SandboxMessage): void {
  const channel = model.messages.get(message.channel) ?? new Map<string, SandboxMessage>();
  model.messages.set(message.channel, channel.set(message.ts, message));
}

/**
 * Takes a channel's messages as they were just read. What was there before and was not read is gone, except for replies,
 * which are read thread by thread, and what has come in since.
 */
export function keepChannel(model: Model, channel: string, read: readonly SandboxMessage[]): void {
  const newest = read.at(-1)?.ts ?? '';
  const before = [...(model.messages.get(channel)?.values() ?? [])];
  const kept = before.filter(({ ts, threadTs }) => ts > newest || (threadTs !== null && threadTs !== ts));
  model.messages.set(channel, new Map([...kept, ...read].map((message) => [message.ts, message])));
}
