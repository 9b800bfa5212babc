import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { FollowUpFilter } from '../../facts/reply.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import { customerMenuElements } from '../customers/list-elements.ts';
import { actions, context, header, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter, ReplyOf } from '../kit/presenter.ts';
import { type Said, shareElements } from '../kit/share-button.ts';
import { escapedNameOf } from '../words/names.ts';
import { followUpLine, handBackElements, inOrderWords } from './follow-up-line.ts';

/** The next page of a list. */
export const moreFollowUpsButton = buttonKind(
  'follow-ups.more',
  z.object({
    filter: z.enum(['all', 'mine', 'open', 'overdue']),
    after: z.object({ id: z.int(), dueDay: z.int(), worthMinor: z.int() }),
    before: z.int(),
  }),
);

const words = defineText({
  en: {
    all: { one: 'follow-up to do', many: 'follow-ups to do' },
    mine: { one: 'follow-up of yours', many: 'follow-ups of yours' },
    open: { one: 'open follow-up', many: 'open follow-ups' },
    overdue: { one: 'overdue follow-up', many: 'overdue follow-ups' },
    noneAll: 'No follow-ups to do.',
    noneMine: 'You have no follow-ups.',
    noneOpen: 'No open follow-ups.',
    noneOverdue: 'No overdue follow-ups.',
    more: (count: string) => `Not shown: ${count}.`,
    next: 'Show more',
  },
  da: {
    all: { one: 'opfølgning', many: 'opfølgninger' },
    mine: { one: 'opfølgning er din', many: 'opfølgninger er dine' },
    open: { one: 'åben opfølgning', many: 'åbne opfølgninger' },
    overdue: { one: 'forfalden opfølgning', many: 'forfaldne opfølgninger' },
    noneAll: 'Der er ingen opfølgninger at tage fat på.',
    noneMine: 'Du har ingen opfølgninger.',
    noneOpen: 'Ingen åbne opfølgninger.',
    noneOverdue: 'Ingen forfaldne opfølgninger.',
    more: (count: string) => `Vises ikke: ${count}.`,
    next: 'Vis flere',
  },
  nb: {
    all: { one: 'oppfølging', many: 'oppfølginger' },
    mine: { one: 'oppfølging er din', many: 'oppfølginger er dine' },
    open: { one: 'åpen oppfølging', many: 'åpne oppfølginger' },
    overdue: { one: 'forfalt oppfølging', many: 'forfalte oppfølginger' },
    noneAll: 'Det er ingen oppfølginger å ta tak i.',
    noneMine: 'Du har ingen oppfølginger.',
    noneOpen: 'Ingen åpne oppfølginger.',
    noneOverdue: 'Ingen forfalte oppfølginger.',
    more: (count: string) => `Vises ikke: ${count}.`,
    next: 'Vis flere',
  },
});

/** As many as are read at a glance. */
export const followUpPage = 4;
/** A terminal has no pages. */
const mostShown = 10;

/** The follow-ups asked for in their order, a page at a time, each with the one thing to do. */
export const followUpsReply: Presenter<'follow-ups'> = {
  draw(reply, locale, { said, memberId, today }) {
    const { filter, total, before = 0 } = reply;
    const followUps = reply.followUps.slice(0, mostShown);
    if (followUps.length === 0) return toMessage(noneWords(filter, locale), [section(noneWords(filter, locale))]);
    const title = titleWords(locale, reply);
    const names = followUps.map(({ customer }) => escapedNameOf(locale, customer)).join(', ');
    const reader = memberId === null ? null : { memberId, today };
    const toDo = followUps.findIndex((one) => one.status === 'open' || one.stewardId === memberId);
    const left = Math.max(total, followUps.length) - before - followUps.length;
    return toMessage(sentences(title, names), [
      header(total > 1 && before === 0 ? inOrderWords(locale, title) : title),
      ...followUps.map((followUp, i) => followUpLine(locale, followUp, reader, i === toDo)),
      ...(memberId === null && left > 0 ? [context(words(locale).more(formatNumber(locale, left)))] : []),
      ...below(locale, reply, memberId, said),
    ]);
  },
  json: ({ followUps, total }) => withIsoDays({ followUps, total }),
};

/** "7 follow-ups to do", of a later page "(6–10)". */
function titleWords(locale: Locale, { filter, followUps, total, before = 0 }: ReplyOf<'follow-ups'>): string {
  const title = counted(locale, Math.max(total, followUps.length), words(locale)[filter]);
  if (before === 0) return title;
  return `${title} (${formatNumber(locale, before + 1)}–${formatNumber(locale, before + followUps.length)})`;
}

/** What can be done with any of them, and the next page: for the one who asked alone. */
function below(
  locale: Locale,
  { filter, followUps, before = 0, next }: ReplyOf<'follow-ups'>,
  memberId: string | null,
  said: Said | null,
): KnownBlock[] {
  if (memberId === null) return [];
  const elements = [
    ...(next
      ? [moreFollowUpsButton.element(words(locale).next, { filter, after: next, before: before + followUps.length })]
      : []),
    ...customerMenuElements(
      locale,
      followUps.map(({ customer }) => customer),
    ),
    ...handBackElements(locale, followUps, memberId),
    ...shareElements(locale, said),
  ];
  return elements.length > 0 ? [actions(...elements)] : [];
}

function noneWords(filter: FollowUpFilter, locale: Locale): string {
  const { noneAll, noneMine, noneOpen, noneOverdue } = words(locale);
  return { all: noneAll, mine: noneMine, open: noneOpen, overdue: noneOverdue }[filter];
}
