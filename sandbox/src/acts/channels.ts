import type { ActResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import type { StoredChannel } from '../state/model.ts';
import { emitEvent } from '../workspace/events.ts';
import { isShown, toSandboxChannel } from '../workspace/page-shapes.ts';
import { mayRead } from '../workspace/sight.ts';
import { actorOf, channelFor, type Doing, requireOpen } from './result.ts';

export function createChannel(sandbox: Sandbox, act: Doing<'create-channel'>): ActResult {
  const { day, user } = actorOf(sandbox, act);
  if (!/^[\p{Ll}\d_-]{1,80}$/u.test(act.name)) throw new Refusal('invalid_name');
  if (sandbox.world.channelsOf(day.id).some((one) => one.name === act.name)) throw new Refusal('name_taken');
  const channel: StoredChannel = {
    id: newId('C'),
    workspace: day.id,
    name: act.name,
    kind: act.isPrivate ? 'group' : 'channel',
    members: [user.id],
    createdAt: sandbox.clock.now(),
    person: null,
  };
  sandbox.world.channels.put(channel.id, channel);
  showChannels(sandbox, day.id);
  if (!act.isPrivate) {
    const created = { id: channel.id, name: channel.name, creator: user.id };
    emitEvent(sandbox, day.id, 'channel_created', { type: 'channel_created', channel: created });
  }
  return { ok: true, id: channel.id };
}

/** Opens the direct messages of several people, with the app or without; of the same people they are the same. */
export function openGroup(sandbox: Sandbox, act: Doing<'open-group'>): ActResult {
  const { day, user } = actorOf(sandbox, act);
  const members = [...new Set([user.id, ...act.users])];
  const people = members.map((id) => sandbox.world.user(day.id, id));
  if (people.some((one) => one === undefined)) throw new Refusal('user_not_found');
  if (members.length < 2 || members.length > 9) throw new Refusal('not_enough_users');
  if (members.length === 2 && members.includes(day.botUserId)) throw new Refusal('cannot_dm_bot');
  const isSame = (one: StoredChannel) =>
    isDirect(one) && one.members.length === members.length && members.every((id) => one.members.includes(id));
  const known = sandbox.world.channelsOf(day.id).find(isSame);
  if (known) return { ok: true, id: known.id };
  const isGroup = members.length > 2;
  const channel: StoredChannel = {
    id: newId(isGroup ? 'C' : 'D'),
    workspace: day.id,
    name: isGroup ? `mpdm-${people.map((one) => one?.name).join('--')}-1` : 'directmessage',
    kind: isGroup ? 'mpim' : 'im',
    members,
    createdAt: sandbox.clock.now(),
    person: null,
  };
  sandbox.world.channels.put(channel.id, channel);
  showChannels(sandbox, day.id);
  return { ok: true, id: channel.id };
}

function isDirect({ kind }: StoredChannel): boolean {
  return kind === 'im' || kind === 'mpim';
}

/** Invites a person or the app's bot. */
export function invite(sandbox: Sandbox, act: Doing<'invite'>): ActResult {
  const { day, user } = actorOf(sandbox, act);
  const channel = channelFor(sandbox, day.id, act.channel, user.id);
  if (!sandbox.world.user(day.id, act.user)) throw new Refusal('user_not_found');
  if (isDirect(channel)) throw new Refusal('cant_invite');
  requireOpen(sandbox, channel);
  join(sandbox, channel, act.user, user.id);
  return { ok: true, id: channel.id };
}

/** Takes a person or the app's bot out of a channel. Refused with: cant_kick_from_general, not_in_channel, cant_kick. */
export function remove(sandbox: Sandbox, act: Doing<'remove'>): ActResult {
  const { day, user } = actorOf(sandbox, act);
  const channel = channelFor(sandbox, day.id, act.channel, user.id);
  if (isDirect(channel)) throw new Refusal('cant_kick');
  if (channel.name === 'general' && act.user !== day.botUserId) throw new Refusal('cant_kick_from_general');
  if (!channel.members.includes(act.user)) throw new Refusal('not_in_channel');
  leave(sandbox, channel, act.user);
  return { ok: true, id: channel.id };
}

/** Ends someone's membership; the app hears of it, of its own too. */
export function leave(sandbox: Sandbox, channel: StoredChannel, user: string): void {
  sandbox.world.channels.put(channel.id, { ...channel, members: channel.members.filter((one) => one !== user) });
  showChannels(sandbox, channel.workspace);
  const isPrivate = channel.kind === 'group';
  if (user === sandbox.world.workspace(channel.workspace)?.botUserId) {
    const type = isPrivate ? 'group_left' : 'channel_left';
    emitEvent(sandbox, channel.workspace, type, { type, channel: channel.id });
    return;
  }
  if (!channel.members.includes(sandbox.world.workspace(channel.workspace)?.botUserId ?? '')) return;
  const event = { user, channel: channel.id, channel_type: isPrivate ? 'G' : 'C', team: channel.workspace };
  const scope = isPrivate ? 'groups:read' : 'channels:read';
  emitEvent(sandbox, channel.workspace, 'member_left_channel', { type: 'member_left_channel', ...event }, { scope });
}

/** Makes someone a member of a channel. */
export function join(sandbox: Sandbox, channel: StoredChannel, user: string, inviter: string | null): StoredChannel {
  if (channel.members.includes(user)) return channel;
  const joined = { ...channel, members: [...channel.members, user] };
  sandbox.world.channels.put(channel.id, joined);
  showChannels(sandbox, channel.workspace);
  tellJoined(sandbox, joined, user, inviter);
  return joined;
}

/** The direct messages between a person and the app; new ones are shown to that person. */
export function openIm(sandbox: Sandbox, workspace: string, user: string): StoredChannel {
  const known = sandbox.world.findIm(workspace, user);
  if (known) return known;
  const channel = sandbox.world.openIm(workspace, user);
  showChannels(sandbox, workspace);
  return channel;
}

/** Shows everyone in the workspace the channels that they may know of. */
export function showChannels(sandbox: Sandbox, workspace: string): void {
  const channels = sandbox.world.channelsOf(workspace);
  for (const user of sandbox.world.workspace(workspace)?.users ?? []) {
    const seen = channels.filter((one) => mayRead(sandbox, one, user.id) && isShown(one));
    const known = seen.map((one) => toSandboxChannel(sandbox, one));
    sandbox.live.tell(workspace, { type: 'channels', channels: known }, (one) => one === user.id);
  }
}

function tellJoined(sandbox: Sandbox, channel: StoredChannel, user: string, inviter: string | null): void {
  if (!channel.members.includes(sandbox.world.workspace(channel.workspace)?.botUserId ?? '')) return;
  const event = {
    type: 'member_joined_channel',
    user,
    channel: channel.id,
    channel_type: channel.kind === 'group' ? 'G' : 'C',
    team: channel.workspace,
    ...(inviter !== null && { inviter }),
  };
  const scope = channel.kind === 'group' ? 'groups:read' : 'channels:read';
  emitEvent(sandbox, channel.workspace, 'member_joined_channel', event, { scope });
}
