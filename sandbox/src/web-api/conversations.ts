import { z } from 'zod';
import { join, leave, openIm } from '../acts/channels.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { StoredChannel } from '../state/model.ts';
import { anyChannel, memberChannel, requireOpen, scopeFor } from './channel.ts';
import { type Call, flag, method, page, paging, requireScope } from './method.ts';

const id = z.string().min(1);

export const conversations = {
  'conversations.info': method({
    args: z.object({ channel: id, include_num_members: flag.optional() }),
    run: (call, args) => ({ channel: channelPayload(call, readable(call, args.channel), args.include_num_members) }),
  }),
  'conversations.list': method({
    args: z.object({ ...paging, types: z.string().optional(), exclude_archived: flag.optional() }),
    run: (call, args) => {
      const kinds = (args.types ?? 'public_channel').split(',').map((type) => kindOf(call, type.trim()));
      const channels = call.sandbox.world
        .channelsOf(call.day.id)
        .filter((one) => kinds.includes(one.kind) && (one.kind === 'channel' || isMember(call, one)))
        .filter((one) => args.exclude_archived !== true || !isArchived(call, one));
      const { items, nextCursor } = page(channels, args, 100);
      return {
        channels: items.map((one) => channelPayload(call, one, true)),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  }),
  'users.conversations': method({
    args: z.object({ ...paging, types: z.string().optional(), exclude_archived: flag.optional() }),
    run: (call, args) => {
      const kinds = (args.types ?? 'public_channel').split(',').map((type) => kindOf(call, type.trim()));
      const channels = call.sandbox.world.channelsOf(call.day.id).filter((one) => isMember(call, one));
      const asked = channels
        .filter((one) => kinds.includes(one.kind))
        .filter((one) => args.exclude_archived !== true || !isArchived(call, one));
      const { items, nextCursor } = page(asked, args, 100);
      return {
        channels: items.map((one) => channelPayload(call, one)),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  }),
  'conversations.members': method({
    args: z.object({ channel: id, ...paging }),
    run: (call, args) => {
      const { items, nextCursor } = page(readable(call, args.channel).members, args, 100);
      return { members: items, response_metadata: { next_cursor: nextCursor } };
    },
  }),
  'conversations.join': method({
    scope: 'channels:join',
    args: z.object({ channel: id }),
    run: (call, args) => {
      const channel = anyChannel(call, args.channel);
      if (channel.kind !== 'channel') throw new Refusal('method_not_supported_for_channel_type');
      requireOpen(call, channel);
      const already = isMember(call, channel);
      const joined = join(call.sandbox, channel, call.day.botUserId, null);
      const warning = { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } };
      return { channel: channelPayload(call, joined), ...(already && warning) };
    },
  }),
  'conversations.leave': method({
    args: z.object({ channel: id }),
    run: (call, args) => {
      const channel = memberChannel(call, args.channel);
      if (channel.kind === 'im' || channel.kind === 'mpim') {
        throw new Refusal('method_not_supported_for_channel_type');
      }
      requireScope(call, channel.kind === 'channel' ? 'channels:manage' : 'groups:write');
      leave(call.sandbox, channel, call.day.botUserId);
      return {};
    },
  }),
  'conversations.open': method({
    args: z.object({ users: id.optional(), channel: id.optional(), return_im: flag.optional() }),
    run: (call, args) => {
      requireScope(call, 'im:write');
      if (args.users === undefined) return { channel: { id: anyChannel(call, args.channel ?? '').id } };
      const users = args.users.split(',');
      if (users.length > 1) requireScope(call, 'mpim:write');
      const person = call.day.users.find((user) => user.id === users[0]);
      if (!person || users.length > 1) throw new Refusal('user_not_found');
      if (call.sandbox.conditions.of(call.day.id).deactivated.includes(person.id)) throw new Refusal('user_disabled');
      const channel = openIm(call.sandbox, call.day.id, person.id);
      return { channel: args.return_im === true ? channelPayload(call, channel) : { id: channel.id } };
    },
  }),
};

function readable(call: Call, channelId: string): StoredChannel {
  const known = call.sandbox.world.channels.get(channelId);
  if (known?.workspace === call.day.id) requireScope(call, scopeFor(known, 'read'));
  return anyChannel(call, channelId);
}

const kindOfType: Readonly<Record<string, { kind: StoredChannel['kind']; scope: string }>> = {
  public_channel: { kind: 'channel', scope: 'channels:read' },
  private_channel: { kind: 'group', scope: 'groups:read' },
  im: { kind: 'im', scope: 'im:read' },
  mpim: { kind: 'mpim', scope: 'mpim:read' },
};

function kindOf(call: Call, type: string): string {
  const found = kindOfType[type];
  if (!found) throw new Refusal('invalid_types');
  requireScope(call, found.scope);
  return found.kind;
}

function isArchived({ sandbox, day }: Call, channel: StoredChannel): boolean {
  return sandbox.conditions.of(day.id).archived.includes(channel.id);
}

function isMember({ day }: Call, channel: StoredChannel): boolean {
  return channel.members.includes(day.botUserId);
}

function channelPayload(call: Call, channel: StoredChannel, withCount = false): Json {
  const isConnected = call.sandbox.conditions.of(call.day.id).connected.includes(channel.id);
  const about = {
    id: channel.id,
    created: Math.floor(channel.createdAt / 1000),
    is_archived: isArchived(call, channel),
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_org_shared: false,
    context_team_id: channel.workspace,
    updated: channel.createdAt,
  };
  if (channel.kind === 'im') return { ...about, user: channel.person, is_open: true };
  return {
    ...about,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'group',
    is_private: channel.kind !== 'channel',
    is_general: channel.name === 'general',
    is_shared: isConnected,
    is_ext_shared: isConnected,
    ...(isConnected && {
      conversation_host_id: channel.workspace,
      shared_team_ids: [channel.workspace, call.day.outsider.team],
    }),
    is_member: isMember(call, channel),
    creator: channel.members[0] ?? '',
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    ...(withCount && { num_members: channel.members.length }),
  };
}
