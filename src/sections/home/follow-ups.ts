import type { KnownBlock } from '@slack/types';
import type { FollowUpFacts } from '../../facts/customer.ts';
import type { FollowUpList } from '../../facts/home.ts';
import { readFollowUps } from '../../flows/follow-ups/read-follow-ups.ts';
import { followUpButtons } from '../../messages/follow-ups/follow-up-buttons.ts';
import { standingWords, statusPieces } from '../../messages/follow-ups/follow-up-words.ts';
import { actions, context, divider, header, type Piece, quote, section } from '../../messages/kit/blocks.ts';
import { nameOf } from '../../messages/words/names.ts';
import { commentOf, voiceTitle } from '../../messages/words/voice.ts';
import { formatWeekday } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import type { HomeSection } from './section.ts';

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

const shown = { mine: 6, open: 4 } as const;

/** What this member has claimed, and what nobody has yet. Before there is anybody to follow up there is nothing to say. */
export const followUps: HomeSection = {
  name: 'follow-ups',
  async gather(request) {
    const { store, memberId, today, now } = request;
    const [mine, open] = await Promise.all([
      store.followUps.list({ kind: 'mine', memberId }, today, shown.mine),
      store.followUps.list({ kind: 'open' }, today, shown.open),
    ]);
    const told = await readFollowUps(request, [...mine.followUps, ...open.followUps], now);
    return {
      mine: { list: told.slice(0, mine.followUps.length), total: mine.total },
      open: { list: told.slice(mine.followUps.length), total: open.total },
    };
  },
  draw: ({ mine = none, open = none, customers }, locale) => [
    ...drawMine(mine, open, customers === 0, locale),
    ...(open.list.length > 0
      ? [...(mine.list.length > 0 ? [divider()] : []), ...drawList(words(locale).open, open, locale)]
      : []),
  ],
};

const none: FollowUpList = { list: [], total: 0 };

function drawMine(mine: FollowUpList, open: FollowUpList, nobody: boolean, locale: Locale): KnownBlock[] {
  const text = words(locale);
  if (mine.list.length > 0) return [divider(), ...drawList(text.mine, mine, locale)];
  return nobody ? [] : [divider(), section(open.list.length > 0 ? text.none : text.noneAtAll)];
}

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
