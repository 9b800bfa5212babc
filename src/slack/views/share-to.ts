import { answerWords } from '../../commands/index.ts';
import { shareAnswer } from '../../flows/requests/share-answer.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readShareTo, shareToForm } from '../../messages/modals/share-to-form.ts';
import { awaitPost } from '../await-post.ts';
import { toAsking } from '../commands/to-asking.ts';
import { joinChannel, notJoinedWords } from '../join-channel.ts';
import { onSubmit } from './form.ts';

/** Says an answer to another channel. */
export const shareTo = onSubmit(
  shareToForm,
  (values, { locale }) => readShareTo(values, locale),
  async (incoming, channelId, { words, asOf }, requestKey) => {
    const { memberId, locale } = incoming;
    const refused = await joinChannel(incoming, channelId);
    if (refused) return { kind: 'errors', errors: { channel: notJoinedWords(locale, refused) } };
    const answered = await answerWords(toAsking(incoming, asOf), words);
    if (answered.kind !== 'reply' || !answered.shareable) return { kind: 'close' };
    const subject = await shareAnswer(incoming, { channelId, memberId, reply: answered.reply, requestKey });
    const note = { kind: 'shared', channelId, posted: await awaitPost(incoming, subject) } as const;
    return { kind: 'show', view: noteView(note, locale) };
  },
);
