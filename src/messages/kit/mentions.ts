import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import type { Message } from './message.ts';

/** As our own words mention a member in mrkdwn; in what people typed `<` is escaped. */
const mention = /<@([UW][A-Z0-9]+)>/g;

/** The members whom a message mentions: whom Slack tells of it when it is posted. */
export function mentionedIn({ text, blocks, sortable }: Message): Set<string> {
  const found = new Set([...text.matchAll(mention)].map(([, id = '']) => id));
  walk([blocks, sortable?.blocks], (part) => {
    if (isMember(part)) found.add(part.user_id);
    if (isMrkdwn(part)) for (const [, id = ''] of part.text.matchAll(mention)) found.add(id);
    return part;
  });
  return found;
}

/** A message that names these members instead of mentioning them, so that nobody is told of what needs nothing of them. */
export function withNames(message: Message, names: ReadonlyMap<string, string>): Message {
  if (names.size === 0) return message;
  const { sortable, ...plain } = message;
  return { ...namingIn(plain, names), ...(sortable && { sortable: namingIn(sortable, names) }) };
}

function namingIn<T extends Pick<Message, 'text' | 'blocks'>>(message: T, names: ReadonlyMap<string, string>): T {
  const shown = (id: string) => shortened(oneLine(names.get(id) ?? ''), 80);
  const named = (text: string) => text.replaceAll(mention, (whole, id: string) => escapeMrkdwn(shown(id)) || whole);
  const blocks = walk(message.blocks, (part) => {
    if (isMrkdwn(part)) return { ...part, text: named(part.text) };
    return isMember(part) && shown(part.user_id) !== '' ? { type: 'text', text: shown(part.user_id) } : part;
  });
  return { ...message, text: named(message.text), blocks };
}

interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
}

function isMrkdwn(part: object): part is Mrkdwn {
  return 'type' in part && part.type === 'mrkdwn' && 'text' in part && typeof part.text === 'string';
}

function isMember(part: object): part is { readonly type: 'user'; readonly user_id: string } {
  return 'type' in part && part.type === 'user' && 'user_id' in part && typeof part.user_id === 'string';
}

/** The same with every object in it replaced, the outer ones first. */
function walk<T>(value: T, replaced: (part: object) => object): T {
  if (Array.isArray(value)) return value.map((one) => walk(one, replaced)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(replaced(value)).map(([name, one]) => [name, walk(one, replaced)]);
  return Object.fromEntries(entries) as T;
}
