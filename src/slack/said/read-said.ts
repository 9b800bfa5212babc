import type { NewRequest } from '../../store/desk/requests.ts';
import { readMrkdwn } from '../../text/read-mrkdwn.ts';
import { storable } from '../../text/typed.ts';

/** A message as Slack's events tell of it, as far as it matters here. */
export interface SaidEvent {
  readonly channel: string;
  readonly channel_type?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly files?: readonly unknown[];
}

/**
 * What somebody asks who mentions the app in a channel; null where nobody does. In "have you seen this, @Loyalty Ladder:
 * nps 90" it is what follows the mention, in "nps @Loyalty Ladder" what goes before.
 */
export function askedByMention(event: SaidEvent, botUserId: string): NewRequest | null {
  // In direct messages the message itself comes, too.
  if (!isPersons(event, botUserId) || event.channel.startsWith('D')) return null;
  const [before = '', ...after] = textOf(event).split(mentionOf(botUserId));
  return toRequest(event, wordsIn(after.join(' ')) || wordsIn(before));
}

/** What somebody says to the app in direct messages; null for what is no person's, changed or taken back. */
export function askedDirectly(event: SaidEvent, botUserId: string): NewRequest | null {
  if (!isPersons(event, botUserId) || event.channel_type !== 'im') return null;
  const words = wordsIn(textOf(event).replaceAll(mentionOf(botUserId), ' '));
  // A file alone can only be meant for the import.
  return toRequest(event, words === '' && event.files ? 'import' : words);
}

/** What comes with a subtype is an edit, a removal or a notice, except for these. */
const saidToo: readonly string[] = ['file_share', 'thread_broadcast'];

function isPersons({ user, bot_id, subtype }: SaidEvent, botUserId: string): boolean {
  if (subtype !== undefined && !saidToo.includes(subtype)) return false;
  return user !== undefined && bot_id === undefined && user !== botUserId && user !== 'USLACKBOT';
}

/** Longer than what a command reads, which refuses it as too long; of more than this nothing is looked at. */
const longest = 1600;
const longestText = 4 * longest;

function textOf({ text = '' }: SaidEvent): string {
  return text.slice(0, longestText);
}

/** A name beside it is as long as Slack lets names be. */
function mentionOf(botUserId: string): RegExp {
  return new RegExp(`<@${botUserId}(?:\\|[^>]{0,100})?>`, 'g');
}

/** As it would be typed after `/loyalty`, which some write here as well; without marks of formatting and politeness. */
function wordsIn(text: string): string {
  const said = storable(readMrkdwn(text))
    .replace(/[ \n\t]+/g, ' ')
    .slice(0, longest);
  const bare = said.replace(/^[\s,:;–—`*_~]+|[\s`*_~]+$/gu, '').replace(/^\/loyalty(?=\s|$)/i, '');
  return bare.length > 1 ? bare.replace(/[.!?…]+$/u, '').trim() : bare.trim();
}

function toRequest({ channel, ts, thread_ts, user = '' }: SaidEvent, words: string): NewRequest {
  return { channelId: channel, ts, threadTs: thread_ts ?? null, memberId: user, words };
}
