import type { Sandbox } from '../sandbox.ts';
import type { StoredChannel, StoredFile, StoredMessage } from '../state/model.ts';

/** Whether a person sees a message: whoever may read its channel, or its one person when it is ephemeral. */
export function maySee(sandbox: Sandbox, message: StoredMessage, user: string): boolean {
  if (message.visibleTo !== null) return message.visibleTo === user;
  const channel = sandbox.world.channels.get(message.channel);
  return channel !== undefined && mayRead(sandbox, channel, user);
}

/** Public channels are everyone's but a guest's and an outsider's, who see only those that they are in. */
export function mayRead(sandbox: Sandbox, channel: StoredChannel, user: string): boolean {
  if (channel.members.includes(user)) return true;
  const known = sandbox.world.user(channel.workspace, user);
  return channel.kind === 'channel' && known?.isGuest === false && known.team === undefined;
}

/**
 * Whether a person sees a file: who uploaded it does, and who may read a channel that it was shared in. A file that is in
 * no channel is its uploader's alone, also where a message for one person shows it.
 */
export function maySeeFile(sandbox: Sandbox, file: StoredFile, user: string): boolean {
  if (file.user === user) return true;
  return file.channels.some((id) => {
    const channel = sandbox.world.channels.get(id);
    return channel !== undefined && mayRead(sandbox, channel, user);
  });
}
