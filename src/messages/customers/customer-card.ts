import type { KnownBlock } from '@slack/types';
import type { CustomerCard } from '../../facts/customer.ts';
import { brief } from '../../text/brief.ts';
import { formatDay, formatWeekday } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { followUpButtons } from '../follow-ups/follow-up-buttons.ts';
import { actions, context, header, lines, type Piece, quote } from '../kit/blocks.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { escapedNameOf, memberPiece, nameOf } from '../words/names.ts';
import { commentOf, voiceTitle } from '../words/voice.ts';
import { cardButtons, customerPlaces, lookUpButtons } from './customer-buttons.ts';
import { moreBlocks, mostOnCard, whyLines } from './customer-more.ts';
import { ordersWords, riskSentence, rungSentence } from './placement-words.ts';

const words = defineText({
  en: {
    risk: 'Risk: ',
    contact: 'Contact: ',
    noContact: 'no e-mail address is known',
    owner: 'Looked after by: ',
    nobodys: 'nobody',
    followUp: 'Open follow-up: ',
    nobody: 'nobody has it yet',
    due: (day: string) => `, due ${day}`,
    asked: 'Asked: ',
    open: 'no answer yet',
    notArrived: 'the mail did not arrive',
    saidNothing: 'No answers yet.',
  },
  da: {
    risk: 'Risiko: ',
    contact: 'Kontakt: ',
    noContact: 'ingen e-mailadresse kendes',
    owner: 'Kundeansvarlig: ',
    nobodys: 'ingen',
    followUp: 'Åben opfølgning: ',
    nobody: 'ingen har den endnu',
    due: (day: string) => `, frist ${day}`,
    asked: 'Spurgt: ',
    open: 'intet svar endnu',
    notArrived: 'mailen kom ikke frem',
    saidNothing: 'Ingen svar endnu.',
  },
  nb: {
    risk: 'Risiko: ',
    contact: 'Kontakt: ',
    noContact: 'ingen e-postadresse er kjent',
    owner: 'Kundeansvarlig: ',
    nobodys: 'ingen',
    followUp: 'Åpen oppfølging: ',
    nobody: 'ingen har den ennå',
    due: (day: string) => `, frist ${day}`,
    asked: 'Spurt: ',
    open: 'ikke svart ennå',
    notArrived: 'e-posten kom ikke frem',
    saidNothing: 'Ingen svar ennå.',
  },
});

/** What whoever is about to call a customer needs to know; the rest is a press away. */
export const customerReply: Presenter<'customer'> = {
  draw({ card }, locale, { inTerminal }) {
    const [newest] = card.voices;
    return toMessage(`${escapedNameOf(locale, card.customer)}: ${rungSentence(locale, card)}`, [
      header(titleOf(locale, card)),
      lines(...factLines(locale, card)),
      newest
        ? quote([voiceTitle(locale, newest)], commentOf(locale, newest, mostOnCard))
        : context(words(locale).saidNothing),
      ...(inTerminal ? toldAtOnce(locale, card) : pressed(locale, card)),
    ]);
  },
  json: ({ card }) => withIsoDays(card),
};

/** "Anna Holm · 4711"; the number alone is told once. */
function titleOf(locale: Locale, { customer }: CustomerCard): string {
  const name = nameOf(locale, customer);
  const number = shortened(oneLine(customer.externalId), 40);
  return customer.shownName === null || number === '' ? name : `${shortened(name, 60)} · ${number}`;
}

function factLines(locale: Locale, card: CustomerCard): Piece[][] {
  const text = words(locale);
  const email = card.email === null ? '' : brief(card.email);
  return [
    [{ bold: rungSentence(locale, card) }],
    [{ bold: text.risk }, riskSentence(locale, card.risk)],
    [ordersWords(locale, card)],
    [{ bold: text.contact }, email || text.noContact],
    [{ bold: text.owner }, card.ownerId === null ? text.nobodys : memberPiece(locale, card.ownerId)],
    ...followUpLine(locale, card),
    ...askedLine(locale, card),
  ];
}

function followUpLine(locale: Locale, { openFollowUp }: CustomerCard): Piece[][] {
  if (!openFollowUp) return [];
  const text = words(locale);
  const { stewardId, dueDay } = openFollowUp;
  const who = stewardId ? memberPiece(locale, stewardId) : text.nobody;
  return [[{ bold: text.followUp }, who, text.due(formatWeekday(locale, dueDay))]];
}

/** What is not answered yet; an answer stands among what the customer said. */
function askedLine(locale: Locale, { asked }: CustomerCard): Piece[][] {
  if (!asked || asked.state === 'answered') return [];
  const text = words(locale);
  const state = asked.state === 'open' ? text.open : text.notArrived;
  return [[{ bold: text.asked }, `${asked.survey.toUpperCase()}, ${formatDay(locale, asked.day)}, ${state}`]];
}

/** All that stands behind the buttons, where nothing can be pressed. */
function toldAtOnce(locale: Locale, card: CustomerCard): KnownBlock[] {
  const why = whyLines(locale, card);
  const places = customerPlaces(card).map(({ label, url }) => [{ bold: `${label}: ` }, url]);
  return [
    ...(why.length > 0 ? [lines(...why)] : []),
    ...moreBlocks(locale, card),
    ...(places.length > 0 ? [lines(...places)] : []),
  ];
}

function pressed(locale: Locale, card: CustomerCard): KnownBlock[] {
  const { openFollowUp } = card;
  const elsewhere = lookUpButtons(card);
  return [
    actions(...(openFollowUp ? followUpButtons(locale, openFollowUp) : []), ...cardButtons(locale, card)),
    ...(elsewhere.length > 0 ? [actions(...elsewhere)] : []),
  ];
}
