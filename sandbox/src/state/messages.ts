import type { Journal } from './journal.ts';
import type { StoredMessage } from './model.ts';

export interface MessageStore {
  /** A new `ts`: the clock in seconds with six decimals, never twice and never going back. */
  nextTs(): string;
  put(message: StoredMessage): void;
  remove(channel: string, ts: string): void;
  clear(): void;
  get(channel: string, ts: string): StoredMessage | undefined;
  /** Oldest first, replies and ephemeral ones included. */
  inChannel(channel: string): readonly StoredMessage[];
  /** The replies to a message, oldest first, without the message itself. */
  inThread(channel: string, ts: string): readonly StoredMessage[];
}

/** The messages of all workspaces, found by channel. */
export function openMessages(journal: Journal, now: () => number): MessageStore {
  const stored = journal.collection<StoredMessage>('messages');
  const lastTs = journal.collection<number>('lastTs');
  const byChannel: Index = new Map();
  const byThread: Index = new Map();
  const index = (message: StoredMessage) => {
    add(byChannel, message.channel, message);
    if (message.threadTs !== null && message.threadTs !== message.ts) {
      add(byThread, keyOf(message.channel, message.threadTs), message);
    }
  };
  for (const message of [...stored.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1))) index(message);
  return {
    nextTs() {
      const micros = Math.max(now() * 1000, (lastTs.get('micros') ?? 0) + 1);
      lastTs.put('micros', micros);
      return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    },
    put(message) {
      stored.put(keyOf(message.channel, message.ts), message);
      index(message);
    },
    remove(channel, ts) {
      const threadTs = byChannel.get(channel)?.get(ts)?.threadTs;
      stored.delete(keyOf(channel, ts));
      byChannel.get(channel)?.delete(ts);
      if (threadTs) byThread.get(keyOf(channel, threadTs))?.delete(ts);
    },
    clear() {
      for (const message of [...stored.values()]) stored.delete(keyOf(message.channel, message.ts));
      byChannel.clear();
      byThread.clear();
    },
    get: (channel, ts) => byChannel.get(channel)?.get(ts),
    inChannel: (channel) => [...(byChannel.get(channel)?.values() ?? [])],
    inThread: (channel, ts) => [...(byThread.get(keyOf(channel, ts))?.values() ?? [])],
  };
}

function keyOf(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

type Index = Map<string, Map<string, StoredMessage>>;

/** A Map keeps the order of first insertion, which is the order of `ts`. */
function add(index: Index, key: string, message: StoredMessage): void {
  const messages = index.get(key) ?? new Map<string, StoredMessage>();
  index.set(key, messages);
  messages.set(message.ts, message);
}
