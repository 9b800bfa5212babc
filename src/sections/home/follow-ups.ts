import type { KnownBlock } from '@slack/types';
import type { FollowUpFacts } from '../../facts/customer.ts';
import type { FollowUpList } from '../../facts/home.ts';
import { followUpButtons } from '../../messages/follow-ups/follow-up-buttons.ts';
import { standingWords, statusPieces } from '../../messages/follow-ups/follow-up-words.ts';
import { actions, context, divider, header, type Piece, quote, section } from '../../messages/kit/blocks.ts';
import { nameOf } from '../../messages/words/names.ts';
import { commentOf, voiceTitle } from '../../messages/words/voice.ts';
import { formatWeekday } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import type { DrawHomeSection } from './section.ts';

const words = defineText({
  en: {
    mine: (count: string) => `Your follow-ups: ${count}`,
    none: 'You have no follow-ups right now.',
    noneAtAll: 'You have no follow-ups right now, and nobody is waiting for one.',
    open: (count: string) => `Open follow-ups that you can take: ${count}`,
    due: (day: string) => `Due ${day}`,
    overdue: (day: string) => `Overdue since ${day}`,
    more: (count: string) => `Not shown: ${count}. The most urgent come first.`,
  },
  da: {
    mine: (count: string) => `Dine opfølgninger: ${count}`,
    none: 'Du har ingen opfølgninger lige nu.',
    noneAtAll: 'Du har ingen opfølgninger lige nu, og der er ingen, der venter på en.',
    open: (count: string) => `Åbne opfølgninger, du kan tage: ${count}`,
    due: (day: string) => `Frist ${day}`,
    overdue: (day: string) => `Forfalden: fristen var ${day}`,
    more: (count: string) => `Vises ikke: ${count}. Dem, der haster mest, står øverst.`,
  },
  nb: {
    mine: (count: string) => `Dine oppfølginger: ${count}`,
    none: 'Du har ingen oppfølginger akkurat nå.',
    noneAtAll: 'Du har ingen oppfølginger akkurat nå, og ingen venter på en.',
    open: (count: string) => `Åpne oppfølginger du kan ta: ${count}`,
    due: (day: string) => `Frist: ${day}`,
    overdue: (day: string) => `Forfalt: fristen var ${day}`,
    more: (count: string) => `Vises ikke: ${count}. De som haster mest, står øverst.`,
  },
});

/** What this member has claimed. Before there is anybody to follow up there is nothing to say. */
export const drawMyFollowUps: DrawHomeSection = ({ mine, open, customers }, locale) => {
  const text = words(locale);
  if (mine.list.length > 0) return [divider(), ...drawList(text.mine, mine, locale)];
  if (customers === 0) return [];
  return [divider(), section(open.list.length > 0 ? text.none : text.noneAtAll)];
};

/** What nobody has yet. */
export const drawOpenFollowUps: DrawHomeSection = ({ mine, open }, locale) =>
  open.list.length === 0
    ? []
    : [...(mine.list.length > 0 ? [divider()] : []), ...drawList(words(locale).open, open, locale)];

function drawList(title: (count: string) => string, { list, total }: FollowUpList, locale: Locale): KnownBlock[] {
  const all = Math.max(total, list.length);
  const left = all - list.length;
  return [
    header(title(formatNumber(locale, all))),
    ...list.flatMap((followUp) => drawOne(followUp, locale)),
    ...(left > 0 ? [context(words(locale).more(formatNumber(locale, left)))] : []),
  ];
}

function drawOne(followUp: FollowUpFacts, locale: Locale): KnownBlock[] {
  const [newest] = followUp.voices;
  const standing = standingWords(locale, followUp);
  const above = [
    { bold: nameOf(locale, followUp.customer) },
    ...(standing ? [` · ${standing}`] : []),
    '\n',
    ...statePieces(followUp, locale),
    ...(newest ? ['\n', voiceTitle(locale, newest)] : []),
  ];
  return [quote(above, newest ? commentOf(locale, newest, 200) : null), actions(...followUpButtons(locale, followUp))];
}

/** One's own are told by their day alone. */
function statePieces(followUp: FollowUpFacts, locale: Locale): Piece[] {
  const { status, overdue, dueDay } = followUp;
  if (status !== 'claimed') return statusPieces(locale, followUp);
  const day = formatWeekday(locale, dueDay);
  return overdue ? [{ bold: words(locale).overdue(day) }] : [words(locale).due(day)];
}
