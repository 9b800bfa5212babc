import type { Conditions } from '../conditions.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { emitEvent } from './events.ts';

/**
 * Changes how a workspace is; the app hears what Slack tells of it.
 * Refused with: channel_not_found, cant_archive_general, user_not_found.
 */
export function changeConditions(sandbox: Sandbox, workspace: string, change: Partial<Conditions>): Conditions {
  const { channels } = sandbox.world;
  for (const id of [change.archived, change.restricted, change.connected].flatMap((ids) => ids ?? [])) {
    if (channels.get(id)?.workspace !== workspace) throw new Refusal('channel_not_found');
  }
  if (change.archived?.some((id) => channels.get(id)?.name === 'general')) throw new Refusal('cant_archive_general');
  for (const id of [...(change.deactivated ?? []), ...(change.withoutLocale ?? [])]) {
    if (!sandbox.world.user(workspace, id)) throw new Refusal('user_not_found');
  }
  const before = sandbox.conditions.of(workspace);
  const after = sandbox.conditions.change(workspace, change);
  tellArchived(sandbox, workspace, before.archived, after.archived);
  connect(sandbox, workspace, before.connected, after.connected);
  return after;
}

function tellArchived(sandbox: Sandbox, workspace: string, before: readonly string[], after: readonly string[]): void {
  const tell = (id: string, what: 'archive' | 'unarchive') => {
    const kind = sandbox.world.channels.get(id)?.kind === 'group' ? 'group' : 'channel';
    const by = sandbox.world.workspace(workspace)?.users.find((user) => user.isAdmin)?.id;
    emitEvent(sandbox, workspace, `${kind}_${what}`, { type: `${kind}_${what}`, channel: id, user: by });
  };
  for (const id of after) if (!before.includes(id)) tell(id, 'archive');
  for (const id of before) if (!after.includes(id)) tell(id, 'unarchive');
}

/** Who is of another organisation is a member of the channels that are shared with it, and of no others. */
function connect(sandbox: Sandbox, workspace: string, before: readonly string[], after: readonly string[]): void {
  const outsider = sandbox.world.workspace(workspace)?.outsider.id ?? '';
  const seat = (id: string, isThere: boolean) => {
    const channel = sandbox.world.channels.get(id);
    if (!channel) return;
    const others = channel.members.filter((one) => one !== outsider);
    sandbox.world.channels.put(id, { ...channel, members: isThere ? [...others, outsider] : others });
  };
  for (const id of before) if (!after.includes(id)) seat(id, false);
  for (const id of after) if (!before.includes(id)) seat(id, true);
}
