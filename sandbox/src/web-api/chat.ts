import { z } from 'zod';
import { openIm } from '../acts/channels.ts';
import { isJson, type Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { StoredChannel, StoredMessage } from '../state/model.ts';
import { contentOf } from '../workspace/answers.ts';
import { changeMessage, postMessage, removeMessage } from '../workspace/messages.ts';
import { messagePayload } from '../workspace/payload.ts';
import { anyChannel, memberChannel, requireOpen } from './channel.ts';
import { lateFrom } from './faults.ts';
import { anyObject, type Call, flag, json, method, requireScope } from './method.ts';

const id = z.string().min(1);
const metadata = json(z.object({ event_type: z.string().min(1).max(255), event_payload: anyObject }));
const content = {
  text: z.string().optional(),
  blocks: json(z.unknown()).optional(),
  attachments: json(z.array(anyObject)).optional(),
};

export const chat = {
  'chat.postMessage': method({
    scope: 'chat:write',
    args: z.object({
      channel: id,
      ...content,
      metadata: metadata.optional(),
      thread_ts: id.optional(),
      reply_broadcast: flag.optional(),
    }),
    run: (call, args) => {
      const { sandbox, day } = call;
      const channel = postingChannel(call, args.channel);
      const message = postMessage(sandbox, {
        ...postedContent(call, args),
        channel,
        user: day.botUserId,
        isApp: true,
        metadata: args.metadata ?? null,
        threadTs: args.thread_ts ? parentTs(call, channel, args.thread_ts) : null,
        broadcast: args.reply_broadcast === true && args.thread_ts !== undefined,
        visibleFrom: lateFrom(sandbox, 'chat.postMessage'),
      });
      return { channel: channel.id, ts: message.ts, message: messagePayload(sandbox, message, true) };
    },
  }),
  'chat.postEphemeral': method({
    scope: 'chat:write',
    args: z.object({ channel: id, user: id, ...content, thread_ts: id.optional() }),
    run: (call, args) => {
      const { sandbox, day } = call;
      const channel = postingChannel(call, args.channel);
      const gone = sandbox.conditions.of(day.id).deactivated.includes(args.user);
      if (gone || !channel.members.includes(args.user)) throw new Refusal('user_not_in_channel');
      const message = postMessage(sandbox, {
        ...postedContent(call, args),
        channel,
        user: day.botUserId,
        isApp: true,
        threadTs: args.thread_ts ? parentTs(call, channel, args.thread_ts) : null,
        visibleTo: args.user,
      });
      return { message_ts: message.ts };
    },
  }),
  'chat.update': method({
    scope: 'chat:write',
    args: z.object({ channel: id, ts: id, ...content, metadata: metadata.optional() }),
    run: (call, args) => {
      const message = ownMessage(call, args.channel, args.ts, 'cant_update_message');
      const changed = changeMessage(call.sandbox, message, {
        ...updatedContent(call, message, args),
        ...(args.metadata && { metadata: args.metadata }),
      });
      const { channel, ts, text } = changed;
      return { channel, ts, text, message: messagePayload(call.sandbox, changed, true) };
    },
  }),
  'chat.delete': method({
    scope: 'chat:write',
    args: z.object({ channel: id, ts: id }),
    run: (call, args) => {
      removeMessage(call.sandbox, ownMessage(call, args.channel, args.ts, 'cant_delete_message'));
      return { channel: args.channel, ts: args.ts };
    },
  }),
  'chat.getPermalink': method({
    args: z.object({ channel: id, message_ts: id }),
    run: (call, args) => {
      const channel = anyChannel(call, args.channel);
      const message = call.sandbox.world.messages.get(channel.id, args.message_ts);
      if (!message || message.visibleTo !== null) throw new Refusal('message_not_found');
      const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
      const permalink = `${call.sandbox.address}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
      return { channel: channel.id, permalink };
    },
  }),
};

/** Where the bot may post: a person's id means their direct messages; a public channel needs membership or a scope. */
function postingChannel(call: Call, given: string): StoredChannel {
  const { sandbox, day } = call;
  const person = day.users.find((user) => user.id === given);
  const { deactivated, restricted } = sandbox.conditions.of(day.id);
  if (person && deactivated.includes(person.id)) throw new Refusal('channel_not_found');
  if (person) return openIm(sandbox, day.id, person.id);
  const named = sandbox.world.channelsOf(day.id).find((one) => `#${one.name}` === given || one.name === given);
  const channel = anyChannel(call, named?.id ?? given);
  requireOpen(call, channel);
  if (restricted.includes(channel.id)) throw new Refusal('restricted_action');
  if (channel.members.includes(day.botUserId)) return channel;
  if (channel.kind !== 'channel') throw new Refusal('channel_not_found');
  try {
    requireScope(call, 'chat:write.public');
  } catch {
    throw new Refusal('not_in_channel');
  }
  return channel;
}

/**
 * Replies to a reply belong to the thread's first message. Where there is no such message, Slack takes the reply all the
 * same, and nobody finds it: it is in no channel and in no thread that could be opened.
 */
function parentTs({ sandbox }: Call, channel: StoredChannel, ts: string): string {
  if (!/^\d+\.\d{6}$/.test(ts)) {
    const messages = [`[ERROR] ${ts} is not a valid thread_ts`];
    throw new Refusal('invalid_thread_ts', { response_metadata: { messages } });
  }
  return sandbox.world.messages.get(channel.id, ts)?.threadTs ?? ts;
}

/** One that is accepted but not shown yet is there for its `ts`, too. */
function ownMessage(call: Call, channelId: string, ts: string, refusal: string): StoredMessage {
  const channel = memberChannel(call, channelId);
  const message = call.sandbox.world.messages.get(channel.id, ts);
  if (!message || message.visibleTo !== null) throw new Refusal('message_not_found');
  if (message.user !== call.day.botUserId) throw new Refusal(refusal);
  requireOpen(call, channel, 'is_inactive');
  return message;
}

/** What is given replaces what was; text alone takes the blocks away, blocks alone leave the text. */
function updatedContent(call: Call, message: StoredMessage, args: Json): ReturnType<typeof contentOf> {
  const { text, blocks } = args;
  if (text === undefined && blocks !== undefined) return postedContent(call, { ...args, text: message.text });
  return postedContent(call, args);
}

/** All that is read in the blocks together. Slack documents no limit and has one, here about; answers know none. */
const longestBlocks = 13_200;

function postedContent({ sandbox, day }: Call, args: Json): ReturnType<typeof contentOf> {
  const content = contentOf(args, { sandbox, workspace: day.id });
  if (charactersRead(content.blocks) > longestBlocks) throw new Refusal('msg_blocks_too_long');
  return content;
}

const readKeys = ['text', 'url', 'alt_text', 'title', 'label', 'name', 'caption', 'fallback'];

function charactersRead(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersRead(one), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (typeof one === 'string' && readKeys.includes(key) ? one.length : charactersRead(one)),
    0,
  );
}
