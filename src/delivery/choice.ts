import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import { isOfAll } from './refusal-kinds.ts';
import type { DeliverySettings } from './row.ts';

export type Choice =
  | { readonly kind: 'send'; readonly row: OutboxRow }
  /** A call whose outcome nobody knows: look whether Slack has the message. */
  | { readonly kind: 'look'; readonly row: OutboxRow }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'nothing' };

/**
 * What a channel does next. What somebody waits for comes first: edits, then notes in threads and answers. New posts
 * follow, in their order; one that was refused for now holds up those behind it, until it has been tried so often that
 * only what is about the same subject keeps waiting for it. Canvases, for which nobody waits, come last.
 *
 * @param rows what is still to be sent, each of the two kinds in order
 */
export function chooseNext(rows: readonly OutboxRow[], now: Date, settings: DeliverySettings): Choice {
  const isHurried = (row: OutboxRow) => !isNewPost(row) && row.kind !== 'canvas' && !followsOneThatWaits(row, rows);
  const isCanvas = (row: OutboxRow) => row.kind === 'canvas' && !followsOneThatWaits(row, rows);
  const hurried = rows.filter(isHurried);
  const edits = hurried.filter(({ kind }) => kind === 'update');
  const others = hurried.filter(({ kind }) => kind !== 'update');
  const queues = [[...edits, ...others], rows.filter(isNewPost), rows.filter(isCanvas)];
  const choices = queues.map((queue) => chooseOf(queue, now, settings));
  const act = choices.find(({ kind }) => kind === 'send' || kind === 'look');
  if (act) return act;
  const waits = choices.flatMap((choice) => (choice.kind === 'wait' ? [choice] : []));
  return waits.sort((a, b) => a.until.getTime() - b.until.getTime())[0] ?? { kind: 'nothing' };
}

function chooseOf(queue: readonly OutboxRow[], now: Date, settings: DeliverySettings): Choice {
  const held = new Set<string>();
  const blocked = new Set<string>();
  let earliest: Date | null = null;
  for (const row of queue) {
    if (held.has(row.subject) || blocked.has(callOf(row))) continue;
    const dueAt = dueAtOf(row, now, settings);
    if (dueAt <= now) return { kind: row.status === 'sending' && !isRepeatable(row) ? 'look' : 'send', row };
    if (!earliest || dueAt < earliest) earliest = dueAt;
    held.add(row.subject);
    if (row.waitsFor !== null) {
      if (isOfAll(row.waitsFor) && row.status === 'waiting') blocked.add(callOf(row));
    } else if (row.status === 'sending') {
      if (isNewPost(row)) break;
    } else if (row.attempts < settings.triesInTheWay) break;
  }
  return earliest ? { kind: 'wait', until: earliest } : { kind: 'nothing' };
}

/** A message of its own in a channel, which nobody waits for to the second. */
function isNewPost({ kind, threadTs, visibleTo }: OutboxRow): boolean {
  return kind === 'post' && threadTs === null && visibleTo === null;
}

function followsOneThatWaits(row: OutboxRow, rows: readonly OutboxRow[]): boolean {
  if (row.kind === 'post') return false;
  return rows.some((post) => post.kind === 'post' && post.subject === row.subject && Number(post.id) < Number(row.id));
}

/** Rows that would make the same call are refused for the same reason. */
function callOf({ kind, threadTs, visibleTo }: OutboxRow): string {
  if (kind !== 'post') return kind;
  return visibleTo !== null ? 'ephemeral' : threadTs !== null ? 'reply' : 'post';
}

/**
 * Doing it twice is the same as doing it once; of canvases `write-canvas.ts` sees to that. What one member alone sees cannot be looked for, and twice is better than
 * never.
 */
export function isRepeatable(row: OutboxRow): boolean {
  return row.kind === 'update' || row.kind === 'delete' || row.kind === 'canvas' || row.visibleTo !== null;
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

function dueAtOf(row: OutboxRow, now: Date, settings: DeliverySettings): Date {
  const runAt = unlessFarAhead(row.runAt, now, settings);
  if (row.status !== 'sending' || row.sendingAt === null || isRepeatable(row)) return runAt;
  const shownAt = new Date(row.sendingAt.getTime() + settings.settleMs);
  const lookAt = unlessFarAhead(shownAt, now, settings);
  return new Date(Math.max(lookAt.getTime(), runAt.getTime()));
}

/** An instant that no wait leads to was written by a clock that was ahead: it is now. */
export function unlessFarAhead(instant: Date, now: Date, { longestWaitMs }: DeliverySettings): Date {
  return instant.getTime() - now.getTime() > longestWaitMs ? now : instant;
}
