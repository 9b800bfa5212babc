import { answerWords } from '../../commands/index.ts';
import { postDigestNow } from '../../flows/digests/set-digest.ts';
import { turnDigest } from '../../flows/digests/turn-digest.ts';
import type { AnswerToRequest } from '../../flows/requests/answer-request.ts';
import type { StoredRequest } from '../../store/desk/requests.ts';
import { toAsking } from '../commands/to-asking.ts';
import { guard, patient } from '../guard.ts';
import type { Connection, Incoming } from '../identify-member.ts';

/** Answers what was said in a message with what `/loyalty …` would answer. Whatever is thrown becomes words. */
export function answerInWords(connection: Connection, request: StoredRequest): Promise<AnswerToRequest> {
  return guard<AnswerToRequest>(
    patient(connection),
    request.memberId,
    (incoming) => answer(incoming, request),
    (words, locale) => ({ answer: { kind: 'problem', words }, locale, alone: true }),
  );
}

/** For what could not be answered although it was tried again and again. */
export function gaveUp(): AnswerToRequest {
  return { answer: { kind: 'gave-up' }, locale: null, alone: true };
}

async function answer(incoming: Incoming, { id, channelId, words }: StoredRequest): Promise<AnswerToRequest> {
  const { locale } = incoming;
  const answered = await answerWords(toAsking(incoming), words);
  switch (answered.kind) {
    case 'reply':
      return { answer: { kind: 'reply', reply: answered.reply }, locale, alone: !answered.shareable };
    case 'form':
      // Only a press opens a modal.
      return { answer: { kind: 'opens', words }, locale, alone: true };
    case 'digest-now':
      // The app is where it is spoken to.
      await postDigestNow(incoming, channelId, `request:${id}`);
      return {
        answer: { kind: 'reply', reply: { kind: 'note', note: { kind: 'digest-queued', channelId } } },
        locale,
        alone: true,
      };
    case 'digest-turn': {
      const turned = await turnDigest(incoming, channelId, answered.turn);
      const note = { kind: 'digest-turned', channelId, turned } as const;
      return { answer: { kind: 'reply', reply: { kind: 'note', note } }, locale, alone: true };
    }
  }
}
