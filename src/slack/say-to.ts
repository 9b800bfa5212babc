import { outcomeOf } from '../delivery/call-outcome.ts';
import type { Say, Shown } from '../delivery/say.ts';
import type { Connection } from './identify-member.ts';
import { respondToUrl, type UrlOutcome } from './respond-to-url.ts';
import { tryAgain } from './try-again.ts';

/** A workspace that something can be said in. */
type Speaking = Pick<Connection, 'client' | 'log' | 'workspaceId'>;

/** Where somebody did something, to be answered for themselves alone. */
export interface AnswerPlace {
  /** The address that Slack gave for answers; null where it gives none. */
  readonly responseUrl: string | null;
  /** Null: on the Home, or in no conversation at all. */
  readonly channelId: string | null;
  /** Where it was done in a thread: the answer stands there, too, and not beside it in the channel. */
  readonly threadTs?: string;
  readonly memberId: string;
}

/**
 * Says something to the member alone: at the address that Slack gave for it, else as a message that only they see, else in
 * their conversation with the app.
 *
 * @param replace what takes the place of a message does so once; what follows stands below it
 */
export function sayTo(connection: Speaking, place: AnswerPlace, replace = false): Say {
  let replaces = replace;

  async function byUrl(shown: Partial<Shown> & Pick<Shown, 'text'>): Promise<UrlOutcome> {
    if (place.responseUrl === null) return 'spent';
    const there = place.threadTs && !replaces ? { thread_ts: place.threadTs } : {};
    const outcome = await respondToUrl(place.responseUrl, { ...shown, ...there, replace_original: replaces });
    if (outcome === 'taken') replaces = false;
    return outcome;
  }

  return {
    async attempt(shown) {
      const outcome = await byUrl(shown);
      return outcome === 'spent' ? 'failed' : outcome;
    },
    async surely(shown) {
      const outcome = await byUrl(shown);
      if (outcome === 'taken') return;
      if (outcome === 'refused' && (await byUrl({ text: shown.text })) === 'taken') return;
      await sayOtherwise(connection, place, shown);
    },
  };
}

async function sayOtherwise(connection: Speaking, place: AnswerPlace, shown: Shown): Promise<void> {
  const { client, log, workspaceId } = connection;
  const { channelId, threadTs, memberId } = place;
  const inChannel = (channel: string) => (said: Shown) =>
    client.chat.postEphemeral({ channel, user: memberId, ...(threadTs && { thread_ts: threadTs }), ...said });
  const inMessages = async (said: Shown) => {
    const { channel } = await client.conversations.open({ users: memberId });
    return client.chat.postMessage({ channel: channel?.id ?? '', ...said, ...quietly });
  };
  const isChannel = channelId !== null && !channelId.startsWith('D');
  const ways: readonly ((said: Shown) => Promise<unknown>)[] = isChannel
    ? [inChannel(channelId), inMessages]
    : [inMessages];
  let why = '';
  for (const way of ways) {
    for (const said of [shown, { text: shown.text, blocks: [] }]) {
      const thrown = await tryAgain(() => way(said)).then(
        () => null,
        (cause: unknown) => outcomeOf(cause),
      );
      if (thrown === null) return;
      why = thrown.why;
      // Without its blocks it may be taken; of what else it was refused for, it would be again.
      if (thrown.kind !== 'refused') break;
    }
  }
  log.error('answer-not-shown', { workspaceId, why });
}

const quietly = { link_names: false, parse: 'none', unfurl_links: false, unfurl_media: false } as const;
