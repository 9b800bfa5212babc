import type { Outcome } from '../delivery/envelope.ts';
import type { ActResult, PersonAct } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { FirstDay } from '../state/first-day.ts';
import type { StoredChannel, StoredUser } from '../state/model.ts';
import { mayRead } from '../workspace/sight.ts';

export type Doing<Kind extends PersonAct['do']> = Extract<PersonAct, { readonly do: Kind }>;

/** What a person is told about how the app took it. */
export function toResult(outcome: Outcome): ActResult {
  return outcome.ok ? { ok: true, ackMs: outcome.ackMs } : { ok: false, error: outcome.error, ackMs: outcome.ackMs };
}

/** Who acts, and where. Refused with: workspace_not_found, user_not_found, account_inactive. */
export function actorOf(
  sandbox: Sandbox,
  act: { readonly workspace: string; readonly as: string },
): { readonly day: FirstDay; readonly user: StoredUser } {
  const day = sandbox.world.workspace(act.workspace);
  if (!day) throw new Refusal('workspace_not_found');
  const user = [...day.users, day.outsider].find((one) => one.id === act.as);
  if (!user) throw new Refusal('user_not_found');
  if (sandbox.conditions.of(day.id).deactivated.includes(user.id)) throw new Refusal('account_inactive');
  return { day, user };
}

/** Refuses what cannot be done in a channel that was archived. */
export function requireOpen(sandbox: Sandbox, channel: StoredChannel): void {
  if (sandbox.conditions.of(channel.workspace).archived.includes(channel.id)) throw new Refusal('is_archived');
}

/** A channel that the person sees. Refused with channel_not_found. */
export function channelFor(sandbox: Sandbox, workspace: string, id: string, user: string): StoredChannel {
  const channel = sandbox.world.channels.get(id);
  if (!channel || channel.workspace !== workspace) throw new Refusal('channel_not_found');
  if (!mayRead(sandbox, channel, user)) throw new Refusal('channel_not_found');
  return channel;
}
