import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import type { DeliverySettings } from './row.ts';

export type Choice =
  | { readonly kind: 'send'; readonly row: OutboxRow }
  /** A call whose outcome nobody knows: look whether Slack has the message. */
  | { readonly kind: 'look'; readonly row: OutboxRow }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'nothing' };

/**
 * What a channel does next. Rows go in their order; one that was refused for now holds up those behind it, until it has
 * been tried so often that only what is about the same subject keeps waiting for it.
 *
 * @param rows what is still to be sent, in order
 */
export function chooseNext(rows: readonly OutboxRow[], now: Date, settings: DeliverySettings): Choice {
  const held = new Set<string>();
  let earliest: Date | null = null;
  for (const row of rows) {
    if (held.has(row.subject)) continue;
    const dueAt = dueAtOf(row, settings);
    if (dueAt <= now) return { kind: row.status === 'sending' && !isRepeatable(row) ? 'look' : 'send', row };
    if (!earliest || dueAt < earliest) earliest = dueAt;
    if (row.status === 'sending' || row.attempts < settings.triesInTheWay) break;
    held.add(row.subject);
  }
  return earliest ? { kind: 'wait', until: earliest } : { kind: 'nothing' };
}

/**
 * Doing it twice is the same as doing it once. What one member alone sees cannot be looked for, and twice is better than
 * never.
 */
export function isRepeatable(row: OutboxRow): boolean {
  return row.kind === 'update' || row.kind === 'delete' || row.visibleTo !== null;
}

/** Whether the message was sent again while an earlier sending may have been accepted. */
export function wasSentTwice(row: OutboxRow): boolean {
  return row.firstSendingAt !== null && row.sendingAt !== null && row.firstSendingAt < row.sendingAt;
}

/** Doubles with each attempt, between half of that and all of it, so that those who failed together part. */
export function retryDelayMs(attempts: number, random: number, settings: DeliverySettings): number {
  const doubled = settings.firstRetryMs * 2 ** Math.min(Math.max(attempts - 1, 0), 30);
  return Math.round(Math.min(doubled, settings.longestRetryMs) * (0.5 + random / 2));
}

/** After a day of trying; a row that is old because nothing ran still gets its tries. */
export function isGivenUp(row: OutboxRow, now: Date, settings: DeliverySettings): boolean {
  return row.attempts >= settings.triesInTheWay && now.getTime() - row.createdAt.getTime() >= settings.giveUpMs;
}

function dueAtOf(row: OutboxRow, settings: DeliverySettings): Date {
  if (row.status !== 'sending' || row.sendingAt === null || isRepeatable(row)) return row.runAt;
  return new Date(row.sendingAt.getTime() + settings.settleMs);
}
