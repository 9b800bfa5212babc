import { Refusal } from '../refusal.ts';
import type { StoredChannel } from '../state/model.ts';
import type { Call } from './method.ts';

/** A channel that the app may know of: a public one, or one it is in. Refused with channel_not_found. */
export function anyChannel({ sandbox, day }: Call, id: string): StoredChannel {
  const channel = sandbox.world.channels.get(id);
  if (!channel || channel.workspace !== day.id) throw new Refusal('channel_not_found');
  if (channel.kind !== 'channel' && !channel.members.includes(day.botUserId)) throw new Refusal('channel_not_found');
  return channel;
}

/** A channel that the bot is in. Refused with: channel_not_found, not_in_channel. */
export function memberChannel(call: Call, id: string): StoredChannel {
  const channel = anyChannel(call, id);
  if (!channel.members.includes(call.day.botUserId)) throw new Refusal('not_in_channel');
  return channel;
}

/** Refuses a channel that was archived, in the words that the method has for it. */
export function requireOpen({ sandbox, day }: Call, channel: StoredChannel, word = 'is_archived'): void {
  if (sandbox.conditions.of(day.id).archived.includes(channel.id)) throw new Refusal(word);
}

/** The scope for a kind of channel: `channels:read`, `groups:history`, `im:read` … */
export function scopeFor(channel: StoredChannel, right: 'read' | 'history'): string {
  const names = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' } as const;
  return `${names[channel.kind]}:${right}`;
}
