import type { KnownBlock } from '@slack/types';
import type { CustomerCard, CustomerName, Voice } from '../../facts/customer.ts';
import { brief } from '../../text/brief.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatSome } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { countryName, languageName } from '../../text/places.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import { actions, bullets, header, lines, type Piece, quote } from '../kit/blocks.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { amountWords } from '../words/money-words.ts';
import { escapedNameOf, memberPiece, nameOf } from '../words/names.ts';
import { rungName } from '../words/rung-words.ts';
import { commentOf, voiceTitle } from '../words/voice.ts';
import { moreButtons } from './customer-buttons.ts';
import { nextSentence, whySentences } from './placement-words.ts';

const words = defineText({
  en: {
    title: (name: string) => `More about ${name}`,
    since: (day: string) => `known since ${day}`,
    pinned: ' set this rung by hand: ',
    orders: 'Newest orders: ',
    cancelled: ' (cancelled)',
    earlier: 'Earlier answers: ',
    recommendedBy: 'Recommended by ',
    recommended: 'Has recommended ',
    reward: (amount: string) => `, who was paid ${amount}`,
    lost: (count: string) => `Recommendations that won nobody: ${count}`,
    segments: 'Segments: ',
    byRule: 'Segments by rule: ',
    source: (source: string) => `came through ${source}`,
    cost: (amount: string) => `cost ${amount} to win`,
    years: (count: string) => `expected to stay ${count} ${count === '1' ? 'year' : 'years'}`,
  },
  da: {
    title: (name: string) => `Mere om ${name}`,
    since: (day: string) => `kendt siden ${day}`,
    pinned: ' har sat trinnet manuelt: ',
    orders: 'Nyeste ordrer: ',
    cancelled: ' (annulleret)',
    earlier: 'Tidligere svar: ',
    recommendedBy: 'Anbefalet af ',
    recommended: 'Har anbefalet ',
    reward: (amount: string) => `, der fik ${amount} for det`,
    lost: (count: string) => `Anbefalinger uden resultat: ${count}`,
    segments: 'Segmenter: ',
    byRule: 'Segmenter efter regel: ',
    source: (source: string) => `kom via ${source}`,
    cost: (amount: string) => `kostede ${amount} at vinde`,
    years: (count: string) => `ventes at være kunde i ${count} år`,
  },
  nb: {
    title: (name: string) => `Mer om ${name}`,
    since: (day: string) => `kjent siden ${day}`,
    pinned: ' har satt trinnet manuelt: ',
    orders: 'Nyeste ordrer: ',
    cancelled: ' (kansellert)',
    earlier: 'Tidligere svar: ',
    recommendedBy: 'Anbefalt av ',
    recommended: 'Har anbefalt ',
    reward: (amount: string) => `, som fikk ${amount} for det`,
    lost: (count: string) => `Anbefalinger uten resultat: ${count}`,
    segments: 'Segmenter: ',
    byRule: 'Segmenter etter regel: ',
    source: (source: string) => `kom via ${source}`,
    cost: (amount: string) => `kostet ${amount} å vinne`,
    years: (count: string) => `ventes å være kunde i ${count} år`,
  },
});

/** What the card holds of the newest answer, in characters; the whole of it stands here. */
export const mostOnCard = 140;
const most = { orders: 3, named: 3, segments: 8 } as const;

/** What a customer's card leaves out: orders, earlier answers, who recommended whom. */
export const customerMoreReply: Presenter<'customer-more'> = {
  draw({ card }, locale) {
    const text = words(locale);
    const buttons = moreButtons(locale, card);
    return toMessage(text.title(escapedNameOf(locale, card.customer)), [
      header(text.title(nameOf(locale, card.customer))),
      ...moreBlocks(locale, card),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ]);
  },
  json: ({ card }) => withIsoDays(card),
};

/** The same without a headline. */
export function moreBlocks(locale: Locale, card: CustomerCard): KnownBlock[] {
  const [newest, ...earlier] = card.voices;
  const isCut = (newest?.comment?.length ?? 0) > mostOnCard;
  const rows = [
    ...wonLines(locale, card),
    ...orderLines(locale, card),
    ...recommendationLines(locale, card),
    ...(earlier.length > 0 ? [[{ bold: words(locale).earlier.trim() }]] : []),
  ];
  return [
    ...(newest && isCut ? [quote([voiceTitle(locale, newest)], commentOf(locale, newest, 1000))] : []),
    ...(rows.length > 0 ? [lines(...rows)] : []),
    ...(earlier.length > 0 ? [bullets(earlier.map((voice) => [voiceLine(locale, voice)]))] : []),
  ];
}

/** Where the rung comes from, and what is missing for the next. */
export function whyLines(locale: Locale, card: CustomerCard): Piece[][] {
  const { pin } = card;
  const why = whySentences(locale, card);
  const next = nextSentence(locale, card);
  const reason = pin && `${rungName(locale, pin.rung)}. ${shortened(oneLine(pin.reason), 200)}`;
  return [
    ...(why === '' ? [] : [[why]]),
    ...(next === null ? [] : [[{ bold: next }]]),
    ...(pin ? [[memberPiece(locale, pin.authorId), words(locale).pinned, reason ?? '']] : []),
  ];
}

/** How the customer was won, at what cost, and what it belongs to. */
function wonLines(locale: Locale, card: CustomerCard): Piece[][] {
  const text = words(locale);
  const { source, segments, segmentsByRule, relationshipYears, cost, country, language, sinceDay } = card;
  const named = (title: string, names: readonly string[]): Piece[][] => {
    const shown = names.map((name) => shortened(oneLine(name), 40));
    return shown.length > 0 ? [[{ bold: title }, formatSome(locale, shown, most.segments)]] : [];
  };
  const facts = [
    country && brief(countryName(locale, country)),
    language && brief(languageName(locale, language)),
    sinceDay === null ? null : text.since(formatDay(locale, sinceDay)),
    source === null ? null : text.source(brief(source)),
    cost && text.cost(amountWords(locale, cost)),
    relationshipYears === null ? null : text.years(formatNumber(locale, relationshipYears, 1)),
  ].filter((part) => part !== null && part !== '');
  return [
    ...(facts.length > 0 ? [[capital(facts.join(' · '))]] : []),
    ...named(text.segments, segments),
    ...named(text.byRule, segmentsByRule),
  ];
}

function orderLines(locale: Locale, { orders }: CustomerCard): Piece[][] {
  if (orders.length === 0) return [];
  const text = words(locale);
  const told = orders
    .slice(0, most.orders)
    .map(
      (order) =>
        `${formatDay(locale, order.day)} · ${amountWords(locale, order)}${order.status === 'cancelled' ? text.cancelled : ''}`,
    );
  return [[{ bold: text.orders }, told.join('; ')]];
}

function recommendationLines(
  locale: Locale,
  { recommendedBy, reward, recommended, lostRecommendations }: CustomerCard,
): Piece[][] {
  const text = words(locale);
  const named = (customers: readonly CustomerName[]) =>
    formatSome(
      locale,
      customers.map((customer) => shortened(nameOf(locale, customer), 40)),
      most.named,
    );
  return [
    ...(recommendedBy
      ? [[text.recommendedBy, nameOf(locale, recommendedBy), reward ? text.reward(amountWords(locale, reward)) : '']]
      : []),
    ...(recommended.length > 0 ? [[text.recommended, named(recommended)]] : []),
    ...(lostRecommendations > 0 ? [[text.lost(formatNumber(locale, lostRecommendations))]] : []),
  ];
}

function voiceLine(locale: Locale, voice: Voice): string {
  const said = commentOf(locale, voice, 90);
  return said === null ? voiceTitle(locale, voice) : `${voiceTitle(locale, voice)}: ${oneLine(said)}`;
}
