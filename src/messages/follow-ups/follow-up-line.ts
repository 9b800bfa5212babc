import type { SectionBlock, StaticSelect } from '@slack/types';
import type { FollowUpFacts } from '../../facts/customer.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { formatShortDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { section } from '../kit/blocks.ts';
import { menuElement } from '../kit/menu.ts';
import { wholeAmountWords } from '../words/money-words.ts';
import { escapedNameOf, mention, nameOf } from '../words/names.ts';
import { escapedComment, scoreTitle, shortScore } from '../words/voice.ts';
import { firstElement, handBackButton, handBackLabel } from './follow-up-buttons.ts';
import { shortReason } from './follow-up-reason.ts';

const words = defineText({
  en: {
    bought: (money: string) => `${money} in orders`,
    boughtNothing: 'no order yet',
    due: (day: string) => `due ${day}`,
    overdue: (day: string) => `was due ${day}`,
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    has: (who: string) => `${who} has it`,
    done: 'done',
    order: 'Overdue first, then the customers who have spent most.',
    inOrder: (title: string) => `${title}: overdue first, then the biggest customers`,
    handBack: 'Hand one back',
  },
  da: {
    bought: (money: string) => `har købt for ${money}`,
    boughtNothing: 'ingen ordre endnu',
    due: (day: string) => `frist ${day}`,
    overdue: (day: string) => `forfaldt ${day}`,
    today: 'i dag',
    tomorrow: 'i morgen',
    yesterday: 'i går',
    has: (who: string) => `${who} har opgaven`,
    done: 'løst',
    order: 'Forfaldne først, derefter de kunder, der har købt for mest.',
    inOrder: (title: string) => `${title}: forfaldne først, så de største kunder`,
    handBack: 'Giv en tilbage',
  },
  nb: {
    bought: (money: string) => `har handlet for ${money}`,
    boughtNothing: 'ingen ordre ennå',
    due: (day: string) => `frist ${day}`,
    overdue: (day: string) => `forfalt ${day}`,
    today: 'i dag',
    tomorrow: 'i morgen',
    yesterday: 'i går',
    has: (who: string) => `${who} har oppgaven`,
    done: 'løst',
    order: 'Forfalte først, deretter kundene som har handlet for mest.',
    inOrder: (title: string) => `${title}: forfalte først, så de største kundene`,
    handBack: 'Gi en tilbake',
  },
});

/** Who reads a line, and when; null in a message that many read, for days to come. */
export type LineReader = { readonly memberId: string; readonly today: Day } | null;

/** Characters of what was said: two lines beside a button, or in a terminal. */
const ofWords = 120;
/** The same where each has one line. */
export const onOneLine = 56;

/** The headline of a list, with what its order is. */
export function inOrderWords(locale: Locale, title: string): string {
  return words(locale).inOrder(title);
}

/** By what lists of follow-ups are put in order. */
export function orderWords(locale: Locale): string {
  return words(locale).order;
}

/**
 * A follow-up among others in two or three lines, which say why it stands where it stands, with the one thing to do: "Anna Hansen · has
 * bought for 12,400 kr. · due tomorrow", and what was said.
 *
 * @param isFirst it is what to do first of all
 * @param length of what was said, in characters
 */
export function followUpLine(
  locale: Locale,
  followUp: FollowUpFacts,
  reader: LineReader,
  isFirst: boolean,
  length: number = ofWords,
): SectionBlock {
  const { customer, value } = followUp;
  const text = words(locale);
  const worth = worthWords(locale, value);
  const first = [
    `*${escapedNameOf(locale, customer)}*`,
    customer === null ? null : worth === null ? text.boughtNothing : text.bought(worth),
    stateWords(locale, followUp, reader),
  ];
  const lines = [first.filter((part) => part !== null).join(' · '), saidWords(locale, followUp, length)];
  return section(lines.join('\n'), firstElement(locale, followUp, { isFirst, memberId: reader?.memberId ?? null }));
}

/** The dearest amount, without decimals: it says how dear somebody is, no more. */
export function worthWords(locale: Locale, [dearest]: FollowUpFacts['value']): string | null {
  return dearest ? wholeAmountWords(locale, dearest) : null;
}

/** Until when it waits, or who has it; mrkdwn. */
export function stateWords(locale: Locale, followUp: FollowUpFacts, reader: LineReader): string {
  const { status, overdue, dueDay, stewardId } = followUp;
  const text = words(locale);
  if (status === 'done') return `✓ ${text.done}`;
  const day = dayWords(locale, dueDay, reader?.today ?? null);
  const due = overdue ? `*${text.overdue(day)}*` : text.due(day);
  // Of one's own the button says enough.
  if (status === 'open' || (reader !== null && reader.memberId === stewardId)) return due;
  return `✓ ${text.has(mention(locale, stewardId))}`;
}

/** "tomorrow", "24 Nov". */
function dayWords(locale: Locale, day: Day, today: Day | null): string {
  const text = words(locale);
  if (today === null) return formatShortDay(locale, day);
  const near = new Map([
    [today - 1, text.yesterday],
    [today, text.today],
    [today + 1, text.tomorrow],
  ]);
  return near.get(day) ?? formatShortDay(locale, day);
}

/** What it is about: what was said last, or why a member opened it; mrkdwn. */
function saidWords(locale: Locale, { voices, reason }: FollowUpFacts, length: number): string {
  const [newest] = voices;
  if (!newest) return reason ? escapeMrkdwn(shortReason(locale, reason)) : ' ';
  const score = shortScore(locale, newest);
  const comment = escapedComment(locale, newest, length - score.length);
  if (comment === '') return escapeMrkdwn(scoreTitle(locale, newest));
  return [...(score === '' ? [] : [escapeMrkdwn(score)]), comment].join(': ');
}

/** Gives one of one's own back; nothing where there is none. */
export function handBackElements(
  locale: Locale,
  followUps: readonly FollowUpFacts[],
  memberId: string,
): StaticSelect[] {
  const own = followUps.filter(({ status, stewardId }) => status === 'claimed' && stewardId === memberId);
  if (own.length === 0) return [];
  const choices = own.map(({ id, customer }) => ({
    label: nameOf(locale, customer),
    value: { followUpId: id, stewardId: memberId },
  }));
  return [menuElement(handBackButton, words(locale).handBack, [{ title: handBackLabel(locale), choices }])];
}
