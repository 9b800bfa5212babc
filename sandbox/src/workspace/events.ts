import type { RetryReason } from '../delivery/envelope.ts';
import type { Json } from '../json.ts';
import type { Sandbox } from '../sandbox.ts';
import { app } from '../state/first-day.ts';
import { newId } from '../state/ids.ts';
import { installationOf, scopesOf } from './installation.ts';
import { enterpriseFields } from './payload.ts';

/** The scope that an event needs, by the name under which manifest.yml declares it; null: none. */
const scopeOfEvent = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  tokens_revoked: null,
  channel_archive: 'channels:read',
  channel_created: 'channels:read',
  channel_left: 'channels:read',
  channel_unarchive: 'channels:read',
  file_shared: 'files:read',
  function_executed: null,
  group_archive: 'groups:read',
  group_left: 'groups:read',
  group_unarchive: 'groups:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
} as const satisfies Record<string, string | null>;

export type EventName = keyof typeof scopeOfEvent;

/** Slack sends an event again at once, after a minute and after five more. */
const retriesAfterMs = [0, 60_000, 300_000];

/**
 * Sends an event to the app, if manifest.yml declares it and its scope was given; else nothing happens, as in Slack.
 * `farewell`: sent although the app is no longer installed.
 */
export function emitEvent(
  sandbox: Sandbox,
  workspace: string,
  name: EventName,
  event: Json,
  { farewell = false, scope = scopeOfEvent[name] }: { farewell?: boolean; scope?: string | null } = {},
): void {
  if (!sandbox.manifest.settings.event_subscriptions.bot_events.includes(name)) return;
  if (!farewell && !installationOf(sandbox, workspace)) return;
  if (scope !== null && !scopesOf(sandbox, workspace).includes(scope)) return;
  const day = sandbox.world.workspace(workspace);
  const seconds = sandbox.clock.now() / 1000;
  const { enterprise: organisation, is_enterprise_install } = enterpriseFields(sandbox, workspace);
  const payload = {
    token: app.verificationToken,
    team_id: workspace,
    context_team_id: workspace,
    context_enterprise_id: organisation?.id ?? null,
    api_app_id: app.id,
    event: { event_ts: seconds.toFixed(6), ...event },
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(seconds),
    authorizations: [
      {
        enterprise_id: organisation?.id ?? null,
        team_id: workspace,
        user_id: day?.botUserId,
        is_bot: true,
        is_enterprise_install,
      },
    ],
    is_ext_shared_channel: sandbox.conditions.of(workspace).connected.includes(String(event.channel)),
    event_context: `4-${newId('Ev')}`,
  };
  void send(sandbox, payload, 0);
}

async function send(sandbox: Sandbox, payload: Json, num: number, reason?: RetryReason): Promise<void> {
  const verified = await sandbox.delivery.verified();
  const outcome = verified
    ? await sandbox.delivery.deliver({
        type: 'events_api',
        payload,
        acceptsResponse: false,
        ...(reason && { retry: { num, reason } }),
      })
    : ({ ok: false, reason: 'connection_failed', noRetry: false } as const);
  if (outcome.ok || outcome.noRetry) return;
  const wait = retriesAfterMs[num];
  if (wait === undefined) return;
  sandbox.clock.after(wait, () => void send(sandbox, payload, num + 1, outcome.reason));
}
