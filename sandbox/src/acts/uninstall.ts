import type { ActResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { FirstDay } from '../state/first-day.ts';
import { emitEvent } from '../workspace/events.ts';
import { installationOf } from '../workspace/installation.ts';
import { showChannels } from './channels.ts';
import { actorOf, type Doing } from './result.ts';

/** Removes the app from the workspace: its token ends, its bot leaves the channels, and it is told so. */
export function uninstall(sandbox: Sandbox, act: Doing<'uninstall-app'>): ActResult {
  const { day, user } = actorOf(sandbox, act);
  if (!user.isAdmin) throw new Refusal('not_allowed');
  uninstallApp(sandbox, day);
  return { ok: true };
}

/** The same, whoever asked for it. Refused with app_not_installed. */
export function uninstallApp(sandbox: Sandbox, day: FirstDay): void {
  const installation = installationOf(sandbox, day.id);
  if (!installation) throw new Refusal('app_not_installed');
  const { token: _, ...stored } = installation;
  sandbox.world.installations.put(day.id, { ...stored, installed: false });
  for (const channel of sandbox.world.channelsOf(day.id).filter((one) => one.kind !== 'im')) {
    const members = channel.members.filter((one) => one !== day.botUserId);
    sandbox.world.channels.put(channel.id, { ...channel, members });
  }
  showChannels(sandbox, day.id);
  const tokens = { oauth: [], bot: [day.botUserId] };
  emitEvent(sandbox, day.id, 'tokens_revoked', { type: 'tokens_revoked', tokens }, { farewell: true });
  emitEvent(sandbox, day.id, 'app_uninstalled', { type: 'app_uninstalled' }, { farewell: true });
}
