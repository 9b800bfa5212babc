import type { FollowUpEventFacts } from '../../facts/announcement.ts';
import type { FollowUpFacts } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { sentence, sentences } from '../../text/sentence.ts';
import { lines, type Piece, quote } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { escapedNameOf, memberPiece, nameOf } from '../words/names.ts';
import { commentOf, escapedComment, scoreTitle, voiceTitle } from '../words/voice.ts';
import { causeName, outcomeLines, releasePieces, spokenPieces } from './follow-up-words.ts';

const words = defineText({
  en: {
    answered: (name: string) => `${name} answered again`,
    has: ' has this follow-up.',
    cause: (cause: string) => `Cause: ${cause}.`,
    openAgain: 'It is open again.',
    owner: ' looks after the customer.',
    claimed: ' is taking care of it',
    handedBack: ' handed it back',
    closed: ' closed it',
  },
  da: {
    answered: (name: string) => `${name} har svaret igen`,
    has: ' har opgaven.',
    cause: (cause: string) => `Årsag: ${cause}.`,
    openAgain: 'Den er åben igen.',
    owner: ' er kundeansvarlig.',
    claimed: ' tager sig af den',
    handedBack: ' gav den tilbage',
    closed: ' har lukket opfølgningen',
  },
  nb: {
    answered: (name: string) => `${name} har svart igjen`,
    has: ' har oppgaven.',
    cause: (cause: string) => `Årsak: ${cause}.`,
    openAgain: 'Den er åpen igjen.',
    owner: ' er kundeansvarlig.',
    claimed: ' tar seg av den',
    handedBack: ' ga den tilbake',
    closed: ' har lukket oppfølgingen',
  },
});

/**
 * A note in the thread of a follow-up's card: everything that happens to it stands there.
 *
 * @param isShared whether the thread is about several, so that the note says whom it is about
 */
export function drawFollowUpEvent(
  event: FollowUpEventFacts,
  followUp: FollowUpFacts,
  locale: Locale,
  isShared = false,
): Message {
  const text = words(locale);
  if (event.kind === 'answered') return drawAnswered(event.answerId, followUp, locale);
  const about: Piece[] = isShared ? [{ bold: `${nameOf(locale, followUp.customer)}: ` }] : [];
  const pieces = [...about, ...whoDidWhat(event, locale)];
  const name = isShared ? `${escapedNameOf(locale, followUp.customer)}: ` : '';
  const spoken = name + spokenPieces(locale, whoDidWhat(event, locale));
  switch (event.kind) {
    case 'claimed':
      return toMessage(spoken, [lines(pieces)]);
    case 'handed-back': {
      const ownerId = ownerToTell(event, followUp);
      const owner: Piece[] = ownerId === null ? [] : [' ', memberPiece(locale, ownerId), text.owner];
      const openAgain = [` ${text.openAgain}`, ...owner];
      return toMessage(spoken + spokenPieces(locale, openAgain), [lines([...pieces, ...openAgain])]);
    }
    case 'done':
      return toMessage(`${spoken} ${text.cause(causeName(locale, event.cause))}`, [
        lines(pieces, ...outcomeLines(locale, event)),
      ]);
  }
}

/** Who looks after the customer and has not let the follow-up go: it waits for them again. Null: nobody, or somebody has it by now. */
export function ownerToTell(
  event: Extract<FollowUpEventFacts, { kind: 'handed-back' }>,
  { status, ownerId }: FollowUpFacts,
): string | null {
  return status === 'open' && ownerId && ownerId !== event.memberId ? ownerId : null;
}

function whoDidWhat(event: Exclude<FollowUpEventFacts, { kind: 'answered' }>, locale: Locale): Piece[] {
  const text = words(locale);
  const { kind, memberId } = event;
  if (kind !== 'claimed' && event.ofId) {
    return [...releasePieces(locale, { kind, byId: memberId, ofId: event.ofId }), '.'];
  }
  const did = { claimed: text.claimed, 'handed-back': text.handedBack, done: text.closed }[kind];
  return [memberPiece(locale, memberId), `${did}.`];
}

function drawAnswered(answerId: number, followUp: FollowUpFacts, locale: Locale): Message {
  const { customer, voices } = followUp;
  const text = words(locale);
  const voice = voices.find((one) => one.answerId === answerId);
  const title = text.answered(nameOf(locale, customer));
  const spoken = text.answered(escapedNameOf(locale, customer));
  // Who has it learns that there is more to do.
  const has: Piece[] = followUp.status === 'claimed' ? [memberPiece(locale, followUp.stewardId), text.has] : [];
  const told = spokenPieces(locale, has);
  if (!voice) return toMessage(sentences(spoken, told), [lines([sentence(title)], ...(has.length > 0 ? [has] : []))]);
  const said = `${scoreTitle(locale, voice)} ${escapedComment(locale, voice, 200)}`;
  return toMessage(sentences(`${spoken}: ${said}`, told), [
    quote([{ bold: title }, ` · ${voiceTitle(locale, voice)}`], commentOf(locale, voice, 1000)),
    ...(has.length > 0 ? [lines(has)] : []),
  ]);
}
