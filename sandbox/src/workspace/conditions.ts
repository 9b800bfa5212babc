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
  for (const id of [...(change.archived ?? []), ...(change.restricted ?? [])]) {
    if (channels.get(id)?.workspace !== workspace) throw new Refusal('channel_not_found');
  }
  if (change.archived?.some((id) => channels.get(id)?.name === 'general')) throw new Refusal('cant_archive_general');
  for (const id of [...(change.deactivated ?? []), ...(change.withoutLocale ?? [])]) {
    if (!sandbox.world.user(workspace, id)) throw new Refusal('user_not_found');
  }
  const before = sandbox.conditions.of(workspace);
  const after = sandbox.conditions.change(workspace, change);
  tellArchived(sandbox, workspace, before.archived, after.archived);
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
