import { answerWords } from '../../commands/index.ts';
import { restOf } from '../../commands/tell-reply.ts';
import { moreButton } from '../../messages/kit/more-button.ts';
import { toAsking } from '../commands/to-asking.ts';
import { nothing } from '../handler-outcome.ts';
import { onPress } from './button.ts';

/** Opens the rest of an answer, read anew as of the day it was asked for. */
export const more = onPress(moreButton, async (incoming, { words, asOf }) => {
  const answered = await answerWords(toAsking(incoming, asOf), words);
  const view = answered.kind === 'reply' ? restOf(answered.reply, incoming.locale) : null;
  return view ? { kind: 'open', view } : nothing;
});
