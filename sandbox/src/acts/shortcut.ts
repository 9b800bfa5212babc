import type { ActResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { StoredUser } from '../state/model.ts';
import { issueResponseUrl } from '../workspace/answers.ts';
import { installationOf, scopesOf } from '../workspace/installation.ts';
import { channelName, interactionPayload, messagePayload } from '../workspace/payload.ts';
import { maySee } from '../workspace/sight.ts';
import { actorOf, channelFor, type Doing, toResult } from './result.ts';

/** Runs a global shortcut. It has no response_url. */
export async function runGlobalShortcut(sandbox: Sandbox, act: Doing<'global-shortcut'>): Promise<ActResult> {
  const { day, user } = actorOf(sandbox, act);
  requireShortcut(sandbox, user, day.id, 'global', act.callbackId);
  const payload = {
    ...interactionPayload(sandbox, 'shortcut', day, user),
    callback_id: act.callbackId,
    action_ts: stamp(sandbox),
  };
  return toResult(await sandbox.delivery.deliver({ type: 'interactive', payload, acceptsResponse: false }));
}

/** Runs a shortcut on a message that the person sees; ephemeral messages have none. */
export async function runMessageShortcut(sandbox: Sandbox, act: Doing<'message-shortcut'>): Promise<ActResult> {
  const { day, user } = actorOf(sandbox, act);
  requireShortcut(sandbox, user, day.id, 'message', act.callbackId);
  const channel = channelFor(sandbox, day.id, act.channel, user.id);
  const message = sandbox.world.messages.get(channel.id, act.ts);
  if (!message || message.visibleTo !== null || !maySee(sandbox, message, user.id)) {
    throw new Refusal('message_not_found');
  }
  const about = { workspace: day.id, user: user.id, channel: channel.id, ts: message.ts };
  const payload = {
    ...interactionPayload(sandbox, 'message_action', day, user),
    callback_id: act.callbackId,
    action_ts: stamp(sandbox),
    response_url: issueResponseUrl(sandbox, about),
    message_ts: message.ts,
    channel: { id: channel.id, name: channelName(channel) },
    message: messagePayload(sandbox, message),
  };
  return toResult(await sandbox.delivery.deliver({ type: 'interactive', payload, acceptsResponse: false }));
}

/** Only what manifest.yml declares is in Slack's menus, and only in those of people of the workspace. */
function requireShortcut(
  sandbox: Sandbox,
  user: StoredUser,
  workspace: string,
  type: 'global' | 'message',
  callbackId: string,
): void {
  const { features, settings } = sandbox.manifest;
  const declared = features.shortcuts.some((one) => one.type === type && one.callback_id === callbackId);
  const allowed = installationOf(sandbox, workspace) !== null && scopesOf(sandbox, workspace).includes('commands');
  if (!declared || !allowed || user.team !== undefined) throw new Refusal('unknown_shortcut');
  if (!settings.interactivity.is_enabled) throw new Refusal('interactivity_disabled');
}

function stamp(sandbox: Sandbox): string {
  return (sandbox.clock.now() / 1000).toFixed(6);
}
