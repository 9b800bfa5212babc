import { randomUUID } from 'node:crypto';
import type { Reply } from '../facts/reply.ts';
import { postDigestNow } from '../flows/digests/set-digest.ts';
import { usage } from './options.ts';
import type { ShellRequest } from './request.ts';

/** `digest now --channel C0123`: posts a digest by the running app, or when it starts next. */
export async function postDigest(request: ShellRequest): Promise<Reply> {
  const { options } = request;
  if (options.channel === null) throw usage('Say where: "digest now --channel C012AB3CD" (a channel id of Slack).');
  await postDigestNow(request, options.channel, `shell:${randomUUID()}`);
  return { kind: 'note', note: { kind: 'digest-queued', channelId: options.channel } };
}
