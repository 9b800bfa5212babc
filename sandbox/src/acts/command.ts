import { isJson } from '../json.ts';
import type { ActResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { app, type FirstDay } from '../state/first-day.ts';
import type { StoredChannel, StoredUser } from '../state/model.ts';
import { answerPerson, issueResponseUrl } from '../workspace/answers.ts';
import { installationOf, scopesOf } from '../workspace/installation.ts';
import { channelName, enterpriseFields } from '../workspace/payload.ts';
import { actorOf, channelFor, type Doing, requireOpen, toResult } from './result.ts';

/**
 * Types a slash command. A command that manifest.yml does not declare is unknown to Slack and never sent. The app's
 * acknowledgement may carry the answer; it is seen by the person alone unless it says in_channel.
 */
export async function typeCommand(sandbox: Sandbox, act: Doing<'command'>): Promise<ActResult> {
  const { day, user } = actorOf(sandbox, act);
  const channel = channelFor(sandbox, act.workspace, act.channel, user.id);
  requireOpen(sandbox, channel);
  const declared = sandbox.manifest.features.slash_commands.find((one) => one.command === act.command);
  const isAtHome = user.team === undefined;
  const allowed = isAtHome && installationOf(sandbox, day.id) && scopesOf(sandbox, day.id).includes('commands');
  if (!declared || !allowed) throw new Refusal('unknown_command');
  const text = declared.should_escape ? escapeMentions(sandbox, day, act.text) : act.text;
  const outcome = await sandbox.delivery.deliver({
    type: 'slash_commands',
    payload: commandPayload(sandbox, day, user, channel, act.command, text.trim()),
    acceptsResponse: true,
  });
  if (!outcome.ok) return toResult(outcome);
  const body = typeof outcome.body === 'string' ? { text: outcome.body } : outcome.body;
  if (!isJson(body) || Object.keys(body).length === 0) return toResult(outcome);
  const to = { workspace: day.id, user: user.id, channel: channel.id };
  const message = answerPerson(sandbox, to, body);
  return { ...toResult(outcome), ts: message.ts };
}

function commandPayload(
  sandbox: Sandbox,
  day: FirstDay,
  user: StoredUser,
  channel: StoredChannel,
  command: string,
  text: string,
): Readonly<Record<string, string>> {
  const about = { workspace: day.id, user: user.id, channel: channel.id, ts: null };
  const { enterprise: organisation, is_enterprise_install } = enterpriseFields(sandbox, day.id);
  return {
    token: app.verificationToken,
    team_id: day.id,
    team_domain: day.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: String(is_enterprise_install),
    ...(organisation && { enterprise_id: organisation.id, enterprise_name: organisation.name }),
    response_url: issueResponseUrl(sandbox, about),
    trigger_id: sandbox.triggers.issue({ workspace: day.id, user: user.id }),
  };
}

/** With should_escape Slack turns names of people and channels into their ids. */
function escapeMentions(sandbox: Sandbox, day: FirstDay, text: string): string {
  return text.replaceAll(/([@#])([\p{L}\d._-]+)/gu, (typed, sign: string, name: string) => {
    if (sign === '@') {
      const user = day.users.find((one) => one.name === name);
      return user ? `<@${user.id}|${user.name}>` : typed;
    }
    const channel = sandbox.world.channelsOf(day.id).find((one) => one.name === name);
    return channel ? `<#${channel.id}|${channel.name}>` : typed;
  });
}
