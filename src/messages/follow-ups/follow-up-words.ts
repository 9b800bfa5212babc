import type { FollowUpFacts } from '../../facts/customer.ts';
import { type FollowUpCause, followUpCauses } from '../../loyalty/follow-up.ts';
import { brief } from '../../text/brief.ts';
import { formatDay, formatWeekday } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { causeTerms } from '../../text/terms.ts';
import { oneLine } from '../../text/typed.ts';
import type { Piece } from '../kit/blocks.ts';
import { moneyWords } from '../words/money-words.ts';
import { channelMention, memberPiece, mention } from '../words/names.ts';
import { rungTitle } from '../words/rung-words.ts';

const words = defineText({
  en: {
    open: 'Open',
    has: ' has it',
    owner: ' · looked after by ',
    closed: ' closed it',
    closedFor: ' closed ',
    handedBackFor: ' handed back ',
    followUpOf: '’s follow-up',
    due: (day: string) => `, due ${day}`,
    overdue: (day: string) => `, overdue since ${day}`,
    cause: 'Cause: ',
    outcome: 'What was done: ',
    lastOrder: (day: string) => `newest order ${day}`,
    noOrder: 'no order yet',
    value: (money: string) => `${money} in all`,
  },
  da: {
    open: 'Åben',
    has: ' har opgaven',
    owner: ' · kundeansvarlig: ',
    closed: ' har lukket opfølgningen',
    closedFor: ' har lukket opfølgningen på vegne af ',
    handedBackFor: ' gav opfølgningen tilbage på vegne af ',
    followUpOf: '',
    due: (day: string) => `, frist ${day}`,
    overdue: (day: string) => `, forfalden: fristen var ${day}`,
    cause: 'Årsag: ',
    outcome: 'Løsning: ',
    lastOrder: (day: string) => `nyeste ordre ${day}`,
    noOrder: 'ingen ordre endnu',
    value: (money: string) => `${money} i alt`,
  },
  nb: {
    open: 'Åpen',
    has: ' har oppgaven',
    owner: ' · kundeansvarlig: ',
    closed: ' har lukket oppfølgingen',
    closedFor: ' har lukket oppfølgingen på vegne av ',
    handedBackFor: ' ga oppfølgingen tilbake på vegne av ',
    followUpOf: '',
    due: (day: string) => `, frist ${day}`,
    overdue: (day: string) => `, forfalt: fristen var ${day}`,
    cause: 'Årsak: ',
    outcome: 'Løsning: ',
    lastOrder: (day: string) => `nyeste ordre ${day}`,
    noOrder: 'ingen ordre ennå',
    value: (money: string) => `${money} totalt`,
  },
});

/** "Repeat customer · 12.400 kr. i alt · nyeste ordre 3. marts 2026"; null for an anonymous voice. */
export function standingWords(locale: Locale, { customer, rung, value, lastOrderDay }: FollowUpFacts): string | null {
  if (!customer) return null;
  const text = words(locale);
  const money = moneyWords(locale, value);
  return [
    rungTitle(locale, rung),
    ...(money ? [text.value(money)] : []),
    lastOrderDay === null ? text.noOrder : text.lastOrder(formatDay(locale, lastOrderDay)),
  ].join(' · ');
}

/** "Open, due Tuesday 24 November" or who has it. */
export function statusPieces(
  locale: Locale,
  { status, stewardId, ownerId, release, dueDay, overdue }: FollowUpFacts,
): Piece[] {
  const text = words(locale);
  const day = formatWeekday(locale, dueDay);
  const due: Piece = overdue ? { bold: text.overdue(day) } : text.due(day);
  switch (status) {
    case 'open':
      return [{ bold: text.open }, due, ...(ownerId ? [text.owner, memberPiece(locale, ownerId)] : [])];
    case 'claimed':
      return [memberPiece(locale, stewardId), text.has, due];
    case 'done':
      return release
        ? releasePieces(locale, { kind: 'done', ...release })
        : [memberPiece(locale, stewardId), text.closed];
  }
}

/** "X handed back Y's follow-up", of an open one; null where nobody let it go for somebody else. */
export function handedBackPieces(locale: Locale, { status, release }: FollowUpFacts): Piece[] | null {
  return status === 'open' && release ? releasePieces(locale, { kind: 'handed-back', ...release }) : null;
}

/** Who handed back, or closed, what somebody else had. */
export function releasePieces(
  locale: Locale,
  { kind, byId, ofId }: { readonly kind: 'handed-back' | 'done' } & NonNullable<FollowUpFacts['release']>,
): Piece[] {
  const text = words(locale);
  const did = kind === 'done' ? text.closedFor : text.handedBackFor;
  return [memberPiece(locale, byId), did, memberPiece(locale, ofId), text.followUpOf];
}

/** The same for a message's top-level text. */
export function spokenPieces(locale: Locale, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('bold' in piece) return piece.bold;
      return 'member' in piece ? mention(locale, piece.member) : channelMention(piece.channel);
    })
    .join('');
}

/** "Cause: delivery" and "What was done: …", as far as they are known. */
export function outcomeLines(locale: Locale, { cause, outcome }: Pick<FollowUpFacts, 'cause' | 'outcome'>): Piece[][] {
  const text = words(locale);
  return [
    ...(cause ? [[{ bold: text.cause }, causeName(locale, cause)]] : []),
    ...(outcome ? [[{ bold: text.outcome }, shortened(oneLine(outcome), 1000)]] : []),
  ];
}

/** A cause in words; one that we do not know stands as it is. */
export function causeName(locale: Locale, cause: string): string {
  return isCause(cause) ? causeTerms(locale)[cause] : brief(cause);
}

function isCause(cause: string): cause is FollowUpCause {
  return (followUpCauses as readonly string[]).includes(cause);
}
