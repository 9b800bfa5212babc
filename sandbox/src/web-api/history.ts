import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { StoredMessage } from '../state/model.ts';
import { isVisible, messagePayload } from '../workspace/payload.ts';
import { memberChannel, scopeFor } from './channel.ts';
import { type Call, flag, method, page, paging, requireScope } from './method.ts';

const id = z.string().min(1);
/** A `ts`; a whole number of seconds is one too. */
const stamp = z.coerce.string().regex(/^\d+(\.\d+)?$/);
const range = {
  ...paging,
  oldest: stamp.optional(),
  latest: stamp.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};

type Range = z.infer<z.ZodObject<typeof range>>;

export const history = {
  'conversations.history': method({
    args: z.object({ channel: id, ...range }),
    run: (call, args) => {
      const messages = readable(call, args.channel).filter((one) => one.threadTs === null || isTop(one));
      return answer(call, messages.filter((one) => within(one, args)).reverse(), args);
    },
  }),
  'conversations.replies': method({
    args: z.object({ channel: id, ts: id, ...range }),
    run: (call, args) => {
      const messages = readable(call, args.channel);
      const asked = messages.find((one) => one.ts === args.ts);
      if (!asked) throw new Refusal('thread_not_found');
      const first = asked.threadTs ?? asked.ts;
      const replies = messages.filter((one) => one.threadTs === first && one.ts !== first && within(one, args));
      const parent = messages.filter((one) => one.ts === first);
      return answer(call, [...parent, ...replies], args);
    },
  }),
};

/** Replies are not in the channel, unless they were sent there as well. */
function isTop(message: StoredMessage): boolean {
  return message.threadTs === message.ts || message.broadcast;
}

/** What the bot may read in a channel, oldest first; ephemeral messages are in nobody's history. */
function readable(call: Call, channelId: string): readonly StoredMessage[] {
  const { sandbox } = call;
  const known = sandbox.world.channels.get(channelId);
  if (known?.workspace === call.day.id) requireScope(call, scopeFor(known, 'history'));
  const channel = memberChannel(call, channelId);
  return sandbox.world.messages.inChannel(channel.id).filter((one) => isVisible(sandbox, one));
}

/** Without `inclusive` the ends themselves are left out. */
function within(message: StoredMessage, { oldest, latest, inclusive }: Range): boolean {
  const ts = Number(message.ts);
  if (oldest !== undefined && (inclusive ? ts < Number(oldest) : ts <= Number(oldest))) return false;
  return latest === undefined || (inclusive ? ts <= Number(latest) : ts < Number(latest));
}

/** An app that is distributed outside the Marketplace gets 15 messages at most, whatever it asks for. */
function limited(sandbox: Sandbox, workspace: string, args: Range): Range {
  if (!sandbox.conditions.of(workspace).historyLimited) return args;
  return { ...args, limit: Math.min(args.limit || mostWhenLimited, mostWhenLimited) };
}

const mostWhenLimited = 15;

function answer({ sandbox, day }: Call, messages: readonly StoredMessage[], args: Range) {
  const { items, nextCursor } = page(messages, limited(sandbox, day.id, args), 100);
  return {
    messages: items.map((one) => messagePayload(sandbox, one, args.include_all_metadata === true)),
    has_more: nextCursor !== '',
    pin_count: 0,
    response_metadata: { next_cursor: nextCursor },
  };
}
