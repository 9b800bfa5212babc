import { defineText, type Locale } from '../text/define-text.ts';
import type { FollowUpEventFacts } from './announcement.ts';
import { lines, type Piece, quote } from './blocks.ts';
import { causeName, outcomeLines } from './follow-up-words.ts';
import { type Message, toMessage } from './message.ts';
import { escapedNameOf, memberPiece, mention, nameOf } from './names.ts';
import type { FollowUpFacts } from './reply.ts';
import { commentOf, escapedComment, scoreTitle, voiceTitle } from './voice.ts';

const words = defineText({
  en: {
    answered: (name: string) => `${name} answered again`,
    claimed: (member: string) => `${member} is taking care of it.`,
    handedBack: (member: string) => `${member} handed it back. It is open again.`,
    done: (member: string, cause: string) => `${member} closed it. Cause: ${cause}.`,
    claimedPiece: ' is taking care of it.',
    handedBackPiece: ' handed it back. It is open again.',
    donePiece: ' closed it.',
  },
  da: {
    answered: (name: string) => `${name} har svaret igen`,
    claimed: (member: string) => `${member} tager sig af den.`,
    handedBack: (member: string) => `${member} gav den tilbage. Den er åben igen.`,
    done: (member: string, cause: string) => `${member} har lukket den. Årsag: ${cause}.`,
    claimedPiece: ' tager sig af den.',
    handedBackPiece: ' gav den tilbage. Den er åben igen.',
    donePiece: ' har lukket den.',
  },
  nb: {
    answered: (name: string) => `${name} har svart igjen`,
    claimed: (member: string) => `${member} tar seg av den.`,
    handedBack: (member: string) => `${member} ga den tilbake. Den er åpen igjen.`,
    done: (member: string, cause: string) => `${member} har lukket den. Årsak: ${cause}.`,
    claimedPiece: ' tar seg av den.',
    handedBackPiece: ' ga den tilbake. Den er åpen igjen.',
    donePiece: ' har lukket den.',
  },
});

/** A note in the thread of a follow-up's card: everything that happens to it stands there. */
export function drawFollowUpEvent(event: FollowUpEventFacts, followUp: FollowUpFacts, locale: Locale): Message {
  const text = words(locale);
  if (event.kind === 'answered') return drawAnswered(event.answerId, followUp, locale);
  const member = mention(locale, event.memberId);
  const after = (piece: string): Piece[] => [memberPiece(locale, event.memberId), piece];
  switch (event.kind) {
    case 'claimed':
      return toMessage(text.claimed(member), [lines(after(text.claimedPiece))]);
    case 'handed-back':
      return toMessage(text.handedBack(member), [lines(after(text.handedBackPiece))]);
    case 'done': {
      const blocks = [lines(after(text.donePiece), ...outcomeLines(locale, event))];
      return toMessage(text.done(member, causeName(locale, event.cause)), blocks);
    }
  }
}

function drawAnswered(answerId: number, { customer, voices }: FollowUpFacts, locale: Locale): Message {
  const text = words(locale);
  const voice = voices.find((one) => one.answerId === answerId);
  const title = text.answered(nameOf(locale, customer));
  const spoken = text.answered(escapedNameOf(locale, customer));
  if (!voice) return toMessage(`${spoken}.`, [lines([`${title}.`])]);
  return toMessage(`${spoken}: ${scoreTitle(locale, voice)} ${escapedComment(locale, voice, 200)}`.trim(), [
    quote([{ bold: title }, ` · ${voiceTitle(locale, voice)}`], commentOf(locale, voice, 1000)),
  ]);
}
