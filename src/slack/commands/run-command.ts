import { answerWords } from '../../commands/index.ts';
import { digestNowSubject, postDigestNow } from '../../flows/digests/set-digest.ts';
import { turnDigest } from '../../flows/digests/turn-digest.ts';
import { awaitPost } from '../await-post.ts';
import { nothing, type Outcome, toNote } from '../handler-outcome.ts';
import type { Incoming, RequestPlace } from '../identify-member.ts';
import { mustJoinChannel } from '../join-channel.ts';
import { openModal } from '../views/index.ts';
import { toAsking } from './to-asking.ts';

/** Answers `/loyalty …`. */
export async function runCommand(
  incoming: Incoming,
  typed: string,
  { channelId, channelName, requestKey }: RequestPlace,
): Promise<Outcome> {
  const asking = toAsking(incoming);
  const answered = await answerWords(asking, typed);
  switch (answered.kind) {
    case 'reply': {
      const said = answered.shareable ? { words: typed, asOf: asking.asOf } : null;
      return { kind: 'reply', reply: answered.reply, said };
    }
    case 'form':
      return openModal(incoming, answered, { channelId });
    case 'digest-now':
      if (channelId === null) return nothing;
      await mustJoinChannel(incoming, channelId, channelName);
      await postDigestNow(incoming, channelId, requestKey);
      return toNote({
        kind: 'digest-queued',
        channelId,
        posted: await awaitPost(incoming, digestNowSubject(requestKey)),
      });
    case 'digest-turn':
      if (channelId === null) return nothing;
      return toNote({
        kind: 'digest-turned',
        channelId,
        turned: await turnDigest(incoming, channelId, answered.turn),
      });
  }
}
