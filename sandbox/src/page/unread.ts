import type { SandboxMessage } from '../page-api.ts';
import type { Model } from './model.ts';

/** How many messages of others the person has not seen in a channel. What one has seen is kept in this browser. */
export function unreadCount(model: Model, channel: string): number {
  const seen = seenUpTo(model, channel);
  const messages = [...(model.messages.get(channel)?.values() ?? [])];
  return messages.filter((message) => message.ts > seen && isForeign(model, message)).length;
}

/** Notes that the person has seen all there is. @returns whether that was news */
export function markSeen(model: Model, channel: string): boolean {
  const newest = [...(model.messages.get(channel)?.keys() ?? [])].sort().at(-1);
  if (newest === undefined || newest <= seenUpTo(model, channel)) return false;
  localStorage.setItem(storageKey(model, channel), newest);
  return true;
}

function isForeign(model: Model, { user, isApp }: SandboxMessage): boolean {
  return isApp || user !== model.place.as;
}

function seenUpTo(model: Model, channel: string): string {
  return localStorage.getItem(storageKey(model, channel)) ?? '';
}

function storageKey({ place }: Model, channel: string): string {
  return `seen ${place.workspace} ${place.as} ${channel}`;
}
