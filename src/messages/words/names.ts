import type { CustomerName } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import type { Piece } from '../kit/blocks.ts';

const words = defineText({
  en: { anonymous: 'Anonymous', someone: 'somebody', customer: (id: string) => `Customer ${id}` },
  da: { anonymous: 'Anonym', someone: 'en kollega', customer: (id: string) => `Kunde ${id}` },
  nb: { anonymous: 'Anonym', someone: 'en kollega', customer: (id: string) => `Kunde ${id}` },
});

/** A customer's name on one line, "Customer 4711" where none is shown, "Anonymous" for null. Not escaped. */
export function nameOf(locale: Locale, customer: CustomerName | null): string {
  if (!customer) return words(locale).anonymous;
  const name = customer.shownName === null ? '' : shortened(oneLine(customer.shownName), 80);
  return name || words(locale).customer(shortened(oneLine(customer.externalId), 40) || String(customer.id));
}

/** The same for mrkdwn and for a message's top-level text. */
export function escapedNameOf(locale: Locale, customer: CustomerName | null): string {
  return escapeMrkdwn(nameOf(locale, customer));
}

/** A member, as Slack shows one; never a name that somebody typed. */
export function memberPiece(locale: Locale, memberId: string | null): Piece {
  return memberId && isMemberId(memberId) ? { member: memberId } : words(locale).someone;
}

/** The same for mrkdwn. */
export function mention(locale: Locale, memberId: string | null): string {
  return memberId && isMemberId(memberId) ? `<@${memberId}>` : words(locale).someone;
}

/** A channel, as Slack shows one. */
export function channelPiece(channelId: string): Piece {
  return isChannelId(channelId) ? { channel: channelId } : oneLine(channelId);
}

/** The same for mrkdwn. */
export function channelMention(channelId: string): string {
  return isChannelId(channelId) ? `<#${channelId}>` : escapeMrkdwn(channelId);
}

function isChannelId(id: string): boolean {
  return /^[CGD][A-Z0-9]+$/.test(id);
}

function isMemberId(id: string): boolean {
  return /^[UW][A-Z0-9]+$/.test(id);
}
