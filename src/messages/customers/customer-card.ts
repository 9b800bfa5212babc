import type { KnownBlock } from '@slack/types';
import type { CustomerCard, CustomerName } from '../../facts/customer.ts';
import { formatDay, formatWeekday } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatSome } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { countryName, languageName } from '../../text/places.ts';
import { counted } from '../../text/plural.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import { followUpButtons } from '../follow-ups/follow-up-buttons.ts';
import { actions, bullets, context, header, lines, type Piece, quote } from '../kit/blocks.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { amountWords, moneyWords } from '../words/money-words.ts';
import { escapedNameOf, memberPiece, nameOf } from '../words/names.ts';
import { rungName } from '../words/rung-words.ts';
import { commentOf, voiceTitle } from '../words/voice.ts';
import { customerButtons } from './customer-buttons.ts';
import { rungSentence, whySentences } from './placement-words.ts';

const words = defineText({
  en: {
    number: (id: string) => `No. ${id}`,
    since: (day: string) => `known since ${day}`,
    pinned: ' set this rung by hand: ',
    orders: { one: 'order', many: 'orders' },
    cancelled: 'cancelled',
    moreOrders: (count: string) => `${count} earlier`,
    recommendedBy: 'Recommended by ',
    recommended: 'Has recommended ',
    reward: (amount: string) => `, who was paid ${amount}`,
    lost: (count: string) => `Recommendations that won nobody: ${count}`,
    segments: 'Segments: ',
    source: (source: string) => `won through ${source}`,
    cost: (amount: string) => `cost ${amount} to win`,
    years: (count: string) => `expected to stay ${count} ${count === '1' ? 'year' : 'years'}`,
    followUp: 'Open follow-up: ',
    nobody: 'nobody has it yet',
    due: (day: string) => `, due ${day}`,
    said: 'What they said',
    saidNothing: 'No answers yet.',
  },
  da: {
    number: (id: string) => `Nr. ${id}`,
    since: (day: string) => `kendt siden ${day}`,
    pinned: ' har sat trinnet manuelt: ',
    orders: { one: 'ordre', many: 'ordrer' },
    cancelled: 'annulleret',
    moreOrders: (count: string) => `${count} tidligere`,
    recommendedBy: 'Anbefalet af ',
    recommended: 'Har anbefalet ',
    reward: (amount: string) => `, der fik ${amount} for det`,
    lost: (count: string) => `Anbefalinger, der ikke vandt nogen: ${count}`,
    segments: 'Segmenter: ',
    source: (source: string) => `vundet gennem ${source}`,
    cost: (amount: string) => `kostede ${amount} at vinde`,
    years: (count: string) => `ventes at blive i ${count} år`,
    followUp: 'Åben opfølgning: ',
    nobody: 'ingen har den endnu',
    due: (day: string) => `, frist ${day}`,
    said: 'Det har kunden sagt',
    saidNothing: 'Ingen svar endnu.',
  },
  nb: {
    number: (id: string) => `Nr. ${id}`,
    since: (day: string) => `kjent siden ${day}`,
    pinned: ' har satt trinnet manuelt: ',
    orders: { one: 'ordre', many: 'ordrer' },
    cancelled: 'kansellert',
    moreOrders: (count: string) => `${count} tidligere`,
    recommendedBy: 'Anbefalt av ',
    recommended: 'Har anbefalt ',
    reward: (amount: string) => `, som fikk ${amount} for det`,
    lost: (count: string) => `Anbefalinger som ikke vant noen: ${count}`,
    segments: 'Segmenter: ',
    source: (source: string) => `vunnet gjennom ${source}`,
    cost: (amount: string) => `kostet ${amount} å vinne`,
    years: (count: string) => `ventes å bli i ${count} år`,
    followUp: 'Åpen oppfølging: ',
    nobody: 'ingen har den ennå',
    due: (day: string) => `, frist ${day}`,
    said: 'Dette har kunden sagt',
    saidNothing: 'Ingen svar ennå.',
  },
});

const mostOrders = 5;
const mostVoices = 3;
const mostNamed = 5;
const mostSegments = 20;

/** One customer: the rung and why, orders, answers, value, who recommended whom. */
export const customerReply: Presenter<'customer'> = {
  draw({ card }, locale) {
    const why = whySentences(locale, card);
    const buttons = [
      ...(card.openFollowUp ? followUpButtons(locale, card.openFollowUp) : []),
      ...customerButtons(locale, card),
    ];
    return toMessage(`${escapedNameOf(locale, card.customer)}: ${rungSentence(locale, card)} ${why}`.trim(), [
      header(nameOf(locale, card.customer)),
      context(aboutLine(card, locale)),
      lines([{ bold: rungSentence(locale, card) }, ...(why === '' ? [] : [` ${why}`])], ...pinLines(card, locale)),
      ...wonBlocks(card, locale),
      ...orderBlocks(card, locale),
      ...relationBlocks(card, locale),
      ...voiceBlocks(card, locale),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ]);
  },
  json: ({ card }) => withIsoDays(card),
};

function aboutLine({ customer, email, country, language, sinceDay }: CustomerCard, locale: Locale): string {
  const text = words(locale);
  const typed = [email, country && countryName(locale, country), language && languageName(locale, language)]
    .map((value) => (value ? shortened(oneLine(value), 100) : ''))
    .filter((value) => value !== '');
  const number = shortened(oneLine(customer.externalId), 60) || String(customer.id);
  const since = sinceDay === null ? [] : [text.since(formatDay(locale, sinceDay))];
  return [text.number(number), ...typed, ...since].join(' · ');
}

function pinLines({ pin }: CustomerCard, locale: Locale): Piece[][] {
  if (!pin) return [];
  const reason = `${rungName(locale, pin.rung)}. ${shortened(oneLine(pin.reason), 500)}`;
  return [[memberPiece(locale, pin.authorId), words(locale).pinned, reason]];
}

/** How the customer was won, at what cost, and what it belongs to. */
function wonBlocks(card: CustomerCard, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const { source, segments, relationshipYears, cost } = card;
  const tags = segments.map((tag) => shortened(oneLine(tag), 60));
  const facts = [
    source === null ? null : text.source(shortened(oneLine(source), 100)),
    cost && text.cost(amountWords(locale, cost)),
    relationshipYears === null ? null : text.years(formatNumber(locale, relationshipYears, 1)),
  ].filter((part) => part !== null);
  const rows: Piece[][] = [
    ...(tags.length > 0 ? [[{ bold: text.segments }, formatSome(locale, tags, mostSegments)]] : []),
    ...(facts.length > 0 ? [[capital(facts.join(' · '))]] : []),
  ];
  return rows.length > 0 ? [lines(...rows)] : [];
}

function orderBlocks({ orderCount, value, orders }: CustomerCard, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const money = moneyWords(locale, value);
  const total = counted(locale, orderCount, text.orders);
  const shown = orders.slice(0, mostOrders);
  const rows = shown.map((order): Piece[] => [
    `${formatDay(locale, order.day)} · ${amountWords(locale, order)}`,
    order.status === 'cancelled' ? ` · ${text.cancelled}` : '',
  ]);
  const left = orders.length - shown.length;
  return [
    lines([{ bold: money ? `${total} · ${money}` : total }]),
    ...(rows.length > 0 ? [bullets(left > 0 ? [...rows, [text.moreOrders(formatNumber(locale, left))]] : rows)] : []),
  ];
}

function relationBlocks(
  { recommendedBy, reward, recommended, lostRecommendations, openFollowUp }: CustomerCard,
  locale: Locale,
): KnownBlock[] {
  const text = words(locale);
  const rows: Piece[][] = [
    ...(recommendedBy
      ? [[text.recommendedBy, nameOf(locale, recommendedBy), reward ? text.reward(amountWords(locale, reward)) : '']]
      : []),
    ...(recommended.length > 0 ? [[text.recommended, nameList(recommended, locale)]] : []),
    ...(lostRecommendations > 0 ? [[text.lost(formatNumber(locale, lostRecommendations))]] : []),
    ...(openFollowUp
      ? [
          [
            { bold: text.followUp },
            openFollowUp.stewardId ? memberPiece(locale, openFollowUp.stewardId) : text.nobody,
            text.due(formatWeekday(locale, openFollowUp.dueDay)),
          ],
        ]
      : []),
  ];
  return rows.length > 0 ? [lines(...rows)] : [];
}

function nameList(customers: readonly CustomerName[], locale: Locale): string {
  const names = customers.map((customer) => nameOf(locale, customer));
  return formatSome(locale, names, mostNamed);
}

function voiceBlocks({ voices }: CustomerCard, locale: Locale): KnownBlock[] {
  const text = words(locale);
  if (voices.length === 0) return [context(text.saidNothing)];
  return [
    lines([{ bold: text.said }]),
    ...voices.slice(0, mostVoices).map((voice) => quote([voiceTitle(locale, voice)], commentOf(locale, voice, 500))),
  ];
}
