import type { KnownBlock } from '@slack/types';
import type { FollowUpFacts } from '../../facts/customer.ts';
import type { FollowUpList, HomeFacts } from '../../facts/home.ts';
import { listFollowUps } from '../../flows/follow-ups/list-follow-ups.ts';
import { customerMenuElements } from '../../messages/customers/list-elements.ts';
import {
  followUpLine,
  handBackElements,
  type LineReader,
  orderWords,
} from '../../messages/follow-ups/follow-up-line.ts';
import { actions, context, header, section } from '../../messages/kit/blocks.ts';
import { sayButton } from '../../messages/kit/say-button.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import type { HomeSection } from './section.ts';

const words = defineText({
  en: {
    mine: { one: 'follow-up of yours', many: 'follow-ups of yours' },
    open: { one: 'unclaimed follow-up', many: 'unclaimed follow-ups' },
    also: (count: string) => `${count} unclaimed`,
    none: 'No follow-ups right now: nobody waits.',
    take: 'Unclaimed',
    allMine: (count: string) => `All ${count} of yours`,
    allOpen: (count: string) => `All ${count} unclaimed`,
  },
  da: {
    mine: { one: 'opfølgning er din', many: 'opfølgninger er dine' },
    open: { one: 'opfølgning kan tages', many: 'opfølgninger kan tages' },
    also: (count: string) => `${count} kan tages`,
    none: 'Ingen opfølgninger lige nu: Der er ingen, der venter.',
    take: 'Kan tages',
    allMine: (count: string) => `Alle dine ${count}`,
    allOpen: (count: string) => `Alle ${count}, der kan tages`,
  },
  nb: {
    mine: { one: 'oppfølging er din', many: 'oppfølginger er dine' },
    open: { one: 'oppfølging kan tas', many: 'oppfølginger kan tas' },
    also: (count: string) => `${count} kan tas`,
    none: 'Ingen oppfølginger akkurat nå: Ingen venter.',
    take: 'Kan tas',
    allMine: (count: string) => `Alle dine ${count}`,
    allOpen: (count: string) => `Alle ${count} som kan tas`,
  },
});

const shown = 5;

/** What this member has claimed, and what nobody has yet: the first of all is what to do. */
export const followUps: HomeSection = {
  name: 'follow-ups',
  of: 'follow-ups',
  async gather(request) {
    const { memberId, now } = request;
    const [mine, open] = await Promise.all([
      listFollowUps(request, { kind: 'mine', memberId }, { limit: shown }, now),
      listFollowUps(request, { kind: 'open' }, { limit: shown }, now),
    ]);
    return {
      mine: { list: mine.followUps, total: mine.total },
      open: { list: open.followUps, total: open.total },
    };
  },
  draw(facts, locale) {
    const { mine = none, open = none, checklist, memberId = '', today = 0 } = facts;
    const text = words(locale);
    const reader = { memberId, today };
    if (mine.list.length + open.list.length === 0) return [section(text.none)];
    const isFirst = (followUp: FollowUpFacts) => !checklist && followUp === (mine.list[0] ?? open.list[0]);
    const line = (followUp: FollowUpFacts) => followUpLine(locale, followUp, reader, isFirst(followUp));
    return [
      header(titleWords(locale, mine, open)),
      ...mine.list.map(line),
      ...(mine.list.length > 0 && open.list.length > 0 ? [section(`*${text.take}*`)] : []),
      ...open.list.map(line),
      ...below(facts, reader, locale),
      context(orderWords(locale)),
    ];
  },
};

const none: FollowUpList = { list: [], total: 0 };

/** "2 follow-ups of yours · 5 unclaimed". */
function titleWords(locale: Locale, mine: FollowUpList, open: FollowUpList): string {
  const text = words(locale);
  const [ofMine, ofOpen] = [countOf(mine), countOf(open)];
  if (ofMine === 0) return counted(locale, ofOpen, text.open);
  const also = ofOpen === 0 ? [] : [text.also(formatNumber(locale, ofOpen))];
  return [counted(locale, ofMine, text.mine), ...also].join(' · ');
}

/** What can be done with any of them, and all of those of which only the first are shown. */
function below(
  { mine = none, open = none }: HomeFacts,
  { memberId }: NonNullable<LineReader>,
  locale: Locale,
): KnownBlock[] {
  const text = words(locale);
  const all = (list: FollowUpList, label: (count: string) => string, said: string) =>
    countOf(list) > list.list.length
      ? [
          sayButton.element(
            label(formatNumber(locale, countOf(list))),
            { words: said },
            { mark: said.replace(' ', '-') },
          ),
        ]
      : [];
  const customers = [...mine.list, ...open.list].map(({ customer }) => customer);
  const elements = [
    ...all(mine, text.allMine, 'followups mine'),
    ...all(open, text.allOpen, 'followups open'),
    ...customerMenuElements(locale, customers),
    ...handBackElements(locale, mine.list, memberId),
  ];
  return elements.length > 0 ? [actions(...elements)] : [];
}

function countOf({ list, total }: FollowUpList): number {
  return Math.max(total, list.length);
}
