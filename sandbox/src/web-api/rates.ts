import { type Json, stringOf } from '../json.ts';
import type { Sandbox } from '../sandbox.ts';
import type { RateLimit } from '../state/rate-limits.ts';

const aMinute = 60_000;
const tier2: RateLimit = { calls: 20, withinMs: aMinute };
const tier3: RateLimit = { calls: 50, withinMs: aMinute };
const tier4: RateLimit = { calls: 100, withinMs: aMinute };

/** What Slack's documentation says of each method. `auth.test` and `chat.getPermalink` take hundreds a minute. */
const tiers: Readonly<Record<string, RateLimit>> = {
  'canvases.create': tier2,
  'canvases.delete': tier3,
  'canvases.edit': tier3,
  'chat.delete': tier3,
  'chat.postEphemeral': tier4,
  'chat.update': tier3,
  'conversations.history': tier3,
  'conversations.info': tier3,
  'conversations.join': tier3,
  'conversations.leave': tier3,
  'conversations.list': tier2,
  'conversations.members': tier4,
  'conversations.open': tier3,
  'conversations.replies': tier3,
  'files.completeUploadExternal': tier4,
  'files.delete': tier3,
  'files.getUploadURLExternal': tier4,
  'files.info': tier4,
  'files.list': tier3,
  'users.conversations': tier3,
  'users.info': tier4,
  'users.list': tier2,
  'views.open': tier4,
  'views.publish': tier4,
  'views.push': tier4,
  'views.update': tier4,
};

/** One post a second in a channel; a short burst is let through. */
const postsInChannel: RateLimit = { calls: 10, withinMs: 10_000 };
/** An app that is distributed outside the Marketplace. */
const historyOutside: RateLimit = { calls: 1, withinMs: aMinute };

/** The seconds that Slack asks to wait before this call is made again; null: it may be made. */
export function waitFor(sandbox: Sandbox, workspace: string, method: string, args: Json): number | null {
  const { rateLimited, historyLimited } = sandbox.conditions.of(workspace);
  const isHistory = method === 'conversations.history' || method === 'conversations.replies';
  if (historyLimited && isHistory) return sandbox.rates.count(`${workspace} ${method}`, historyOutside);
  if (!rateLimited) return null;
  if (method === 'chat.postMessage') {
    return sandbox.rates.count(`${workspace} ${method} ${stringOf(args.channel)}`, postsInChannel);
  }
  const limit = tiers[method];
  return limit ? sandbox.rates.count(`${workspace} ${method}`, limit) : null;
}
