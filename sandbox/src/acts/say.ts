import type { ActResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { emitEvent } from '../workspace/events.ts';
import { shareFile } from '../workspace/files.ts';
import { postMessage } from '../workspace/messages.ts';
import { actorOf, channelFor, type Doing, requireOpen } from './result.ts';

/** Writes a message, with files if there are any. What was typed is escaped as Slack escapes it. */
export function say(sandbox: Sandbox, act: Doing<'say'>): ActResult {
  const { user } = actorOf(sandbox, act);
  const channel = channelFor(sandbox, act.workspace, act.channel, user.id);
  const { app_home: home } = sandbox.manifest.features;
  if (channel.person !== null && (!home.messages_tab_enabled || home.messages_tab_read_only_enabled)) {
    throw new Refusal('messages_tab_disabled');
  }
  if (!channel.members.includes(user.id)) throw new Refusal('not_in_channel');
  requireOpen(sandbox, channel);
  const { restricted } = sandbox.conditions.of(act.workspace);
  if (restricted.includes(channel.id) && !user.isAdmin) throw new Refusal('restricted_action');
  const fileIds = act.fileIds ?? [];
  if (act.text === '' && fileIds.length === 0) throw new Refusal('no_text');
  for (const id of fileIds) attach(sandbox, act.workspace, id, channel.id);
  const message = postMessage(sandbox, {
    channel,
    user: user.id,
    isApp: false,
    text: escapeTyped(act.text),
    threadTs: act.threadTs ?? null,
    files: fileIds,
  });
  for (const id of fileIds) {
    const event = { type: 'file_shared', file_id: id, user_id: user.id, file: { id }, channel_id: channel.id };
    emitEvent(sandbox, act.workspace, 'file_shared', event);
  }
  return { ok: true, ts: message.ts };
}

/** `&`, `<` and `>` as entities; a mention that was chosen from a list (`<@U…>`, `<#C…>`) stays one. */
function escapeTyped(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replaceAll(/&lt;([@#][A-Z0-9]{9,})(\|[^&]*)?&gt;/g, '<$1$2>');
}

function attach(sandbox: Sandbox, workspace: string, id: string, channel: string): void {
  const file = sandbox.world.files.get(id);
  if (!file || file.workspace !== workspace || file.state === 'expected') throw new Refusal('file_not_found');
  shareFile(sandbox, id, channel);
}
