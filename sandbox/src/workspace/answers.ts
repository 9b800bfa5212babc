import { validateBlocks } from '../block-kit/validate.ts';
import { isJson, type Json, jsonList, stringOf } from '../json.ts';
import { invalid, Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { newSecret } from '../state/ids.ts';
import type { StoredMessage, StoredResponseUrl } from '../state/model.ts';
import { faultsThere, type Place } from './faults-there.ts';
import { changeMessage, postMessage, removeMessage } from './messages.ts';

const lifetimeMs = 30 * 60_000;
const mostUses = 5;

/** Makes a response_url: five uses, thirty minutes, also over a restart of the sandbox. */
export function issueResponseUrl(
  sandbox: Sandbox,
  about: Pick<StoredResponseUrl, 'workspace' | 'user' | 'channel' | 'ts'>,
): string {
  const key = newSecret();
  const expiresAt = sandbox.clock.now() + lifetimeMs;
  sandbox.world.responseUrls.put(key, { ...about, key, uses: 0, expiresAt });
  return `${sandbox.address}/actions/${about.workspace}/${key}`;
}

/**
 * Takes what the app sent to a response_url.
 * Refused with: expired_url, used_url, and as answerPerson refuses.
 */
export function useResponseUrl(sandbox: Sandbox, key: string, body: Json): void {
  const url = sandbox.world.responseUrls.get(key);
  if (!url || sandbox.clock.now() > url.expiresAt) throw new Refusal('expired_url');
  if (url.uses >= mostUses) throw new Refusal('used_url');
  const original = url.ts === null ? undefined : sandbox.world.messages.get(url.channel, url.ts);
  if (body.delete_original === true) {
    if (original) removeMessage(sandbox, original);
  } else if (body.replace_original === true && original) {
    replaceOriginal(sandbox, original, body);
  } else {
    answerPerson(sandbox, url, body);
  }
  sandbox.world.responseUrls.put(key, { ...url, uses: url.uses + 1 });
}

/**
 * Posts an answer to what a person did: to that person alone, or to the channel with response_type in_channel. It stands
 * in a thread only where it says so itself, also when what was pressed stands in one.
 * Refused with: no_text, msg_too_long, invalid_blocks.
 */
export function answerPerson(
  sandbox: Sandbox,
  to: Pick<StoredResponseUrl, 'workspace' | 'user' | 'channel'>,
  body: Json,
): StoredMessage {
  const content = contentOf(body, { sandbox, workspace: to.workspace });
  const channel = sandbox.world.channels.get(to.channel);
  const day = sandbox.world.workspace(to.workspace);
  if (!channel || !day) throw new Refusal('channel_not_found');
  return postMessage(sandbox, {
    ...content,
    channel,
    user: day.botUserId,
    isApp: true,
    threadTs: stringOf(body.thread_ts),
    visibleTo: body.response_type === 'in_channel' ? null : to.user,
  });
}

function replaceOriginal(sandbox: Sandbox, original: StoredMessage, body: Json): void {
  changeMessage(sandbox, original, contentOf(body, { sandbox, workspace: original.workspace }));
}

export interface Content {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
}

const longestText = 40_000;

/**
 * The text, blocks and attachments of a message, checked as Slack checks them in a workspace.
 * Refused with: no_text, msg_too_long, invalid_blocks_format, invalid_blocks.
 */
export function contentOf(body: Json, place: Place): Content {
  const text = stringOf(body.text) ?? '';
  const blocks = body.blocks ?? [];
  const attachments = jsonList(body.attachments);
  if (!Array.isArray(blocks) || !blocks.every(isJson)) throw new Refusal('invalid_blocks_format');
  if (text.length > longestText) throw new Refusal('msg_too_long');
  if (text === '' && blocks.length === 0 && attachments.length === 0) throw new Refusal('no_text');
  const faults = [...validateBlocks(blocks, 'message'), ...faultsThere(blocks, place)];
  if (faults.length > 0) throw invalid('invalid_blocks', faults);
  return { text, blocks, attachments };
}
