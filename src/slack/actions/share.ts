import { answerWords } from '../../commands/index.ts';
import { shareAnswer } from '../../flows/requests/share-answer.ts';
import { shareButton } from '../../messages/kit/share-button.ts';
import { shareToButton, shareToView } from '../../messages/modals/share-to-form.ts';
import { canvasButton } from '../../sections/review/canvas-button.ts';
import { awaitPost } from '../await-post.ts';
import { toAsking } from '../commands/to-asking.ts';
import { nothing, toNote } from '../handler-outcome.ts';
import { mustJoinChannel } from '../join-channel.ts';
import { onPress } from './button.ts';

/** Says an answer to the whole channel, as of the day it was asked for. */
export const share = onPress(shareButton, async (incoming, { words, asOf }, { channelId, channelName, requestKey }) => {
  const { memberId } = incoming;
  const answered = await answerWords(toAsking(incoming, asOf), words);
  if (answered.kind !== 'reply' || !answered.shareable || channelId === null) return nothing;
  await mustJoinChannel(incoming, channelId, channelName);
  const subject = await shareAnswer(incoming, { channelId, memberId, reply: answered.reply, requestKey });
  return toNote({ kind: 'shared', channelId, posted: await awaitPost(incoming, subject) });
});

/** Slack has opened the canvas already. */
export const openCanvas = onPress(canvasButton, async () => nothing);

/** Asks to which channel it goes. */
export const shareTo = onPress(shareToButton, async ({ locale }, said) => ({
  kind: 'open',
  view: shareToView(said, locale),
}));
