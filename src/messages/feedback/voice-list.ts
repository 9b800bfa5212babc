import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Voice } from '../../facts/customer.ts';
import type { VoiceListFacts } from '../../facts/voice-list.ts';
import { brief } from '../../text/brief.ts';
import { formatMediumDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import { customerMenuElements } from '../customers/list-elements.ts';
import { actions, context, type Piece, quote } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { fitsButton, listHead, listWords, placesShown } from '../kit/list-page.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { sayButton } from '../kit/say-button.ts';
import { plainView } from '../modals/waiting-view.ts';
import { nameOf } from '../words/names.ts';
import { commentOf, saidBy, scoreTitle } from '../words/voice.ts';
import { typedWindow } from '../words/window-words.ts';
import { voiceQuery } from './voice-query-schema.ts';
import { voiceQueryWords, voicesBase } from './voice-query-words.ts';

const page = { query: voiceQuery, after: z.object({ day: z.int(), id: z.int() }).nullable(), before: z.int() };

/** A page of a list. */
export const moreVoicesButton = buttonKind('voices.more', z.object(page));
/** What a page says in full, in a modal. */
export const wholeVoicesButton = buttonKind('voices.whole', z.object(page));

/** The whole list as a file, for the one who presses it. */
export const voicesFileButton = buttonKind('voices.file', z.object({ query: voiceQuery }));

const words = defineText({
  en: {
    noneYet: 'None found yet',
    none: (base: string) => `No ${base}`,
    votes: 'Only the newest answer of each customer, or of each named contact, counts, as in NPS.',
    whole: 'Read in full',
    causes: 'Causes',
    anyTime: 'Without the period',
  },
  da: {
    noneYet: 'Ingen fundet endnu',
    none: (base: string) => `Ingen ${base}`,
    votes: 'Kun det nyeste svar fra hver kunde eller navngiven kontaktperson tæller, som i NPS.',
    whole: 'Læs det hele',
    causes: 'Årsager',
    anyTime: 'Uden perioden',
  },
  nb: {
    noneYet: 'Ingen funnet ennå',
    none: (base: string) => `Ingen ${base}`,
    votes: 'Bare det nyeste svaret fra hver kunde eller navngitt kontaktperson teller, som i NPS.',
    whole: 'Les alt',
    causes: 'Årsaker',
    anyTime: 'Uten perioden',
  },
});

/** One line beside the mark of a quote. */
const lineLength = 72;
/** A modal holds five of these. */
const mostInFull = 2500;

/** What customers said, the newest first, a page at a time, each in two lines. */
export const voiceListReply: Presenter<'voice-list'> = {
  draw({ list, mayExport }, locale, { inTerminal }) {
    const count = countWords(locale, list);
    const asked = voiceQueryWords(locale, list.query).join(', ');
    const head = listHead(count, asked);
    const elements = inTerminal ? [] : buttons(locale, list, mayExport);
    return toMessage(escapeMrkdwn(head.title), [
      ...head.blocks,
      ...list.voices.map((voice) => quote(aboveWords(locale, voice), saidWords(locale, voice, inTerminal === true))),
      ...(list.query.isVote && list.voices.length > 0 ? [context(words(locale).votes)] : []),
      ...(inTerminal && list.next ? [context(listWords(locale).inTerminal)] : []),
      ...(elements.length > 0 ? [actions(...elements)] : []),
    ]);
  },
  json: ({ list }) => withIsoDays(list),
};

/** What a page of a list says, in full. */
export function wholeVoicesView({ query, voices }: VoiceListFacts, locale: Locale): ModalView {
  const blocks: KnownBlock[] = voices.map((voice) =>
    quote(aboveWords(locale, voice), commentOf(locale, voice, mostInFull)),
  );
  const asked = voiceQueryWords(locale, query).join(', ');
  const above = asked === '' ? [] : [context(asked)];
  return plainView.view({ title: words(locale).whole, submit: null, blocks: [...above, ...blocks] }, {}, locale);
}

/** "18 of 62 NPS answers (6–10)"; of very many, not all of which were looked at, no more is said than is known. */
function countWords(locale: Locale, { query, count, isExact, base, before, voices }: VoiceListFacts): string {
  const text = { ...listWords(locale), ...words(locale) };
  const noun = voicesBase(locale, query.kind);
  const shown = placesShown(locale, before, voices.length);
  if (!isExact) return count === 0 ? text.noneYet : `${text.atLeast(counted(locale, count, noun))}${shown}`;
  if (base === 0) return text.none(noun.many);
  const all = counted(locale, base ?? count, noun);
  return `${count === (base ?? count) ? all : text.of(formatNumber(locale, count), all)}${shown}`;
}

/** "Anna Hansen · NPS 3 of 10 · 21 Nov 2026 · webshop" */
function aboveWords(locale: Locale, voice: Voice): Piece[] {
  const source = voice.source === null ? '' : brief(voice.source);
  const rest = [saidBy(voice), scoreTitle(locale, voice), formatMediumDay(locale, voice.day), source];
  return [{ bold: nameOf(locale, voice.customer) }, ` · ${rest.filter((part) => part !== '').join(' · ')}`];
}

/** What was said, on one line in Slack, where the rest is a press away. */
function saidWords(locale: Locale, voice: Voice, inTerminal: boolean): string | null {
  if (inTerminal) return commentOf(locale, voice, mostInFull);
  const said = oneLine(voice.comment ?? '');
  return said === '' ? null : shorten(said, lineLength).text;
}

function buttons(locale: Locale, { query, voices, before, next }: VoiceListFacts, mayExport: boolean) {
  const text = { ...listWords(locale), ...words(locale) };
  const [first] = voices;
  if (!fitsButton(query)) return customerMenuElements(locale, customersOf(voices));
  // The page itself, read anew: it begins at its first answer.
  const here = first && { query, after: { day: first.day, id: first.answerId + 1 }, before };
  const isCut = voices.some(({ comment }) => oneLine(comment ?? '').length > lineLength || /\n/.test(comment ?? ''));
  return [
    ...(here && isCut ? [wholeVoicesButton.element(text.whole, here, { style: 'primary' })] : []),
    ...(next ? [moreVoicesButton.element(text.more, { query, after: next, before: before + voices.length })] : []),
    ...customerMenuElements(locale, customersOf(voices)),
    ...(mayExport && first ? [voicesFileButton.element(text.file, { query })] : []),
    ...(query.isNegative ? [sayButton.element(text.causes, { words: causesOf(query) })] : []),
    ...(voices.length === 0 && query.days && next === null
      ? [moreVoicesButton.element(text.anyTime, { query: { ...query, days: null }, after: null, before: 0 })]
      : []),
  ];
}

/** Why they complain, in the same period. */
function causesOf({ days }: VoiceListFacts['query']): string {
  return days ? `feedback causes ${typedWindow(days)}` : 'feedback causes';
}

function customersOf(voices: readonly Voice[]) {
  return voices.map(({ customer }) => customer);
}
