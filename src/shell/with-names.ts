import type { KnownBlock } from '@slack/types';
import type { Message } from '../messages/kit/message.ts';
import { escapeMrkdwn } from '../text/typed.ts';

const mention = /<([@#])([A-Z0-9]+)>/g;

/** The ids of members and channels that a message would show. */
export function idsIn({ blocks }: Message): string[] {
  const text = JSON.stringify(blocks);
  const mentioned = [...text.matchAll(mention)].map(([, , id = '']) => id);
  const placed = [...text.matchAll(/"(?:user_id|channel_id)":"([A-Z0-9]+)"/g)].map(([, id = '']) => id);
  return [...new Set([...mentioned, ...placed])];
}

/** A message with names in the place of ids, for a reader whose Slack is elsewhere. An id without a name stays. */
export function withNames(message: Message, names: ReadonlyMap<string, string>): Message {
  return { ...message, blocks: named(message.blocks, names) as KnownBlock[] };
}

function named(part: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(part)) return part.map((one) => named(one, names));
  if (typeof part !== 'object' || part === null) return part;
  const { type, text, user_id: user, channel_id: channel } = part as Readonly<Record<string, unknown>>;
  const name = names.get(String(user ?? channel ?? ''));
  if (name !== undefined && type === 'user') return { type: 'text', text: `@${name}` };
  if (name !== undefined && type === 'channel') return { type: 'text', text: `#${name}` };
  if (type === 'mrkdwn' && typeof text === 'string') {
    const label = (id: string) => escapeMrkdwn(names.get(id) ?? '').replaceAll('|', '/');
    return {
      ...part,
      text: text.replaceAll(mention, (as: string, mark: string, id: string) =>
        names.has(id) ? `<${mark}${id}|${mark}${label(id)}>` : as,
      ),
    };
  }
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, named(one, names)]));
}
