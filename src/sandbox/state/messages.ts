import type { Collection, Journal } from './journal.ts';
import type { StoredMessage } from './model.ts';

export interface MessageStore {
  /** A new `ts`: the clock in seconds with six decimals, never twice and never going back. */
  nextTs(): string;
  put(message: StoredMessage): void;
  remove(channel: string, ts: string): void;
  get(channel: string, ts: string): StoredMessage | undefined;
  /** Oldest first, replies and ephemeral ones included. */
  inChannel(channel: string): readonly StoredMessage[];
}

/** The messages of all workspaces, found by channel. */
export function openMessages(journal: Journal, now: () => number): MessageStore {
  const stored = journal.collection<StoredMessage>('messages');
  const lastTs = journal.collection<number>('lastTs');
  const byChannel = indexByChannel(stored);
  return {
    nextTs() {
      const micros = Math.max(now() * 1000, (lastTs.get('micros') ?? 0) + 1);
      lastTs.put('micros', micros);
      return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    },
    put(message) {
      stored.put(keyOf(message.channel, message.ts), message);
      const channel = byChannel.get(message.channel) ?? new Map<string, StoredMessage>();
      byChannel.set(message.channel, channel);
      channel.set(message.ts, message);
    },
    remove(channel, ts) {
      stored.delete(keyOf(channel, ts));
      byChannel.get(channel)?.delete(ts);
    },
    get: (channel, ts) => byChannel.get(channel)?.get(ts),
    inChannel: (channel) => [...(byChannel.get(channel)?.values() ?? [])],
  };
}

function keyOf(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

/** A Map keeps the order of first insertion, which is the order of `ts`, as the journal keeps it too. */
function indexByChannel(stored: Collection<StoredMessage>): Map<string, Map<string, StoredMessage>> {
  const byChannel = new Map<string, Map<string, StoredMessage>>();
  for (const message of [...stored.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1))) {
    const channel = byChannel.get(message.channel) ?? new Map<string, StoredMessage>();
    byChannel.set(message.channel, channel);
    channel.set(message.ts, message);
  }
  return byChannel;
}
