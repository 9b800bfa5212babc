import type { FollowUpFacts } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { openCustomerElements } from '../customers/customers.ts';
import { actions, context, header, lines, plainSection, quote } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { escapedNameOf, nameOf } from '../words/names.ts';
import { commentOf, escapedComment, scoreTitle, voiceTitle } from '../words/voice.ts';
import { followUpButtons } from './follow-up-buttons.ts';
import { reasonLines } from './follow-up-reason.ts';
import { handedBackPieces, outcomeLines, spokenPieces, standingWords, statusPieces } from './follow-up-words.ts';

const words = defineText({
  en: {
    title: (name: string) => `Follow-up: ${name}`,
    done: (name: string) => `Follow-up done: ${name}`,
    earlier: (count: number, shown: string) => (count === 1 ? '1 earlier answer' : `${shown} earlier answers`),
  },
  da: {
    title: (name: string) => `Opfølgning: ${name}`,
    done: (name: string) => `Opfølgning løst: ${name}`,
    earlier: (count: number, shown: string) => (count === 1 ? '1 tidligere svar' : `${shown} tidligere svar`),
  },
  nb: {
    title: (name: string) => `Oppfølging: ${name}`,
    done: (name: string) => `Oppfølging løst: ${name}`,
    earlier: (count: number, shown: string) => (count === 1 ? '1 tidligere svar' : `${shown} tidligere svar`),
  },
});

const withdrawn = defineText({
  en: {
    title: 'Follow-up withdrawn',
    why: 'The answers came with an import that was taken back, or were removed. Nothing is left to do.',
  },
  da: {
    title: 'Opfølgning trukket tilbage',
    why: 'Svarene er slettet eller kom med en indlæsning, der er fortrudt. Der er ikke mere at gøre.',
  },
  nb: {
    title: 'Oppfølging trukket tilbake',
    why: 'Svarene er slettet eller kom med en import som er angret. Det er ikke mer å gjøre.',
  },
});

/** What a card becomes whose answers are no longer there. */
export function drawWithdrawnCard(locale: Locale): Message {
  const { title, why } = withdrawn(locale);
  return toMessage(sentences(title, why), [lines([{ bold: title }], [why])]);
}

/** What was said fills four lines at most; the customer’s card holds the rest. */
const commentLimit = 300;

/** The post in the alert channel: who, what they said, who takes care of it. It is edited as that changes. */
export function drawFollowUpCard(followUp: FollowUpFacts, locale: Locale): Message {
  const { customer, status, voices, voiceCount } = followUp;
  const text = words(locale);
  const name = nameOf(locale, customer);
  const standing = standingWords(locale, followUp);
  const [newest] = voices;
  const earlier = Math.max(voiceCount, voices.length) - 1;
  const buttons = [
    ...followUpButtons(locale, followUp),
    ...(followUp.status === 'done' ? [] : openCustomerElements(locale, followUp.customer)),
  ];
  const handedBack = handedBackPieces(locale, followUp);
  return toMessage(cardText(followUp, locale), [
    header(status === 'done' ? text.done(name) : text.title(name)),
    ...(standing ? [plainSection(standing)] : []),
    ...reasonLines(locale, followUp.reason).map((line) => lines([line])),
    ...(newest ? [quote([{ bold: voiceTitle(locale, newest) }], commentOf(locale, newest, commentLimit))] : []),
    ...(earlier > 0 ? [context(text.earlier(earlier, formatNumber(locale, earlier)))] : []),
    lines(statusPieces(locale, followUp), ...(handedBack ? [handedBack] : []), ...outcomeLines(locale, followUp)),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}

/** The card in one line, for notifications. */
function cardText(followUp: FollowUpFacts, locale: Locale): string {
  const { customer, status, voices } = followUp;
  const text = words(locale);
  const name = escapedNameOf(locale, customer);
  const [newest] = voices;
  const said = newest ? `${scoreTitle(locale, newest)} ${escapedComment(locale, newest, 200)}`.trim() : '';
  const title = status === 'done' ? text.done(name) : text.title(name);
  const state = spokenPieces(locale, statusPieces(locale, followUp));
  const handedBack = spokenPieces(locale, handedBackPieces(locale, followUp) ?? []);
  return sentences(title, ...reasonLines(locale, followUp.reason), said, state, handedBack);
}
