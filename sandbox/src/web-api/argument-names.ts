import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

/** Arguments that Slack documents and that change nothing here. */
const alsoKnown: Readonly<Record<string, readonly string[]>> = {
  'chat.delete': ['as_user'],
  'chat.postEphemeral': ['as_user', 'icon_emoji', 'icon_url', 'link_names', 'markdown_text', 'parse', 'username'],
  'chat.postMessage': [
    'as_user',
    'icon_emoji',
    'icon_url',
    'link_names',
    'markdown_text',
    'mrkdwn',
    'parse',
    'unfurl_links',
    'unfurl_media',
    'username',
  ],
  'chat.update': ['as_user', 'file_ids', 'link_names', 'markdown_text', 'parse', 'reply_broadcast'],
  'conversations.info': ['include_locale'],
  'conversations.open': ['prevent_creation'],
  'files.info': ['count', 'cursor', 'limit', 'page'],
  'users.conversations': ['user'],
  'views.open': ['interactivity_pointer'],
  'views.push': ['interactivity_pointer'],
  'views.publish': ['external_id'],
};

/** For apps of an organisation every method takes the workspace that is meant. */
const everywhere = ['team_id'];

/** Arguments that Slack knows nothing of. It leaves them aside without a word, so that a typo is seen in the log alone. */
export function unknownArguments(name: string, method: Method | undefined, args: Json): readonly string[] {
  const known = method?.known;
  if (!known) return [];
  return Object.keys(args).filter((one) => ![...known, ...everywhere, ...(alsoKnown[name] ?? [])].includes(one));
}

/** Refuses names that no argument can have. Refused with: invalid_array_arg, invalid_arg_name. */
export function checkArgumentNames(args: Json): void {
  for (const name of Object.keys(args)) {
    if (/^\w+\[\w*\]/.test(name)) throw new Refusal('invalid_array_arg');
    if (!/^\w{1,100}$/.test(name)) throw new Refusal('invalid_arg_name');
  }
}

/** What Slack remarks of a body's Content-Type: JSON names its charset, a form does not. */
export function charsetWarning(contentType: string): string | null {
  const named = /;\s*charset=/i.test(contentType);
  if (contentType.startsWith('application/json')) return named ? null : 'missing_charset';
  return named && contentType.startsWith('application/x-www-form-urlencoded') ? 'superfluous_charset' : null;
}
