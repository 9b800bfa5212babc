import type { OutboxRow, PostState, SeenClock } from '../store/desk/outbox-lanes.ts';
import type { CallOutcome } from './call-outcome.ts';
import { isGivenUp, isRepeatable, retryDelayMs, unlessFarAhead, wasSentTwice } from './choice.ts';
import { causeOf } from './refusal-kinds.ts';
import type { DeliveryNeeds, DeliverySettings } from './row.ts';

/** Nothing goes to the workspace before `until`. */
export interface Rest {
  readonly until: Date;
  readonly why: string;
}

/** What a step leaves behind: from when the channel is free again, and whether the workspace has to rest. */
export interface Step {
  readonly freeAt?: Date;
  readonly rest?: Rest;
  readonly seen?: SeenClock;
}

/**
 * Writes down what became of a call that did not succeed.
 *
 * @param before the row as it was before the call
 * @param sending the row as it was during the call
 * @param post what the row is about, unless it is a post itself
 */
export async function settle(
  needs: DeliveryNeeds,
  before: OutboxRow,
  sending: OutboxRow,
  outcome: CallOutcome,
  post: PostState | null,
): Promise<Step> {
  const { settings, store } = needs;
  const now = needs.now();
  const rest = restAfter(outcome, now, settings);
  const freeAt = rest?.until ?? after(now, settings.paceMs);
  switch (outcome.kind) {
    case 'rate-limited':
      await putBack(needs, before, sending, outcome.why, before.attempts);
      break;
    case 'locked-out':
      if (isPastReason(sending, now, settings)) await giveUp(needs, sending, outcome.why);
      else await putBack(needs, before, sending, outcome.why, before.attempts);
      break;
    case 'not-accepted':
      // A line that is cut says nothing of the message: it waits as long as for what somebody can mend.
      if (outcome.unreached && !isPastReason(sending, now, settings))
        await tryLater(needs, before, sending, outcome.why);
      else await putBack(needs, before, sending, outcome.why);
      break;
    case 'refused':
      if (isPastReason(sending, now, settings) || (outcome.about === 'content' && sending.kind !== 'post')) {
        await giveUp(needs, sending, outcome.why);
      } else await holdBack(needs, before, sending, causeOf(outcome.code));
      break;
    case 'missing':
      // A message that was accepted a moment ago may not be there yet; one that was there for long was taken away.
      if (isJustSent(post, now, settings)) await putBack(needs, before, sending, outcome.why);
      else if (sending.kind === 'delete') await noteSent(needs, sending, null);
      else await store.end(sending, 'dropped', outcome.why);
      break;
    case 'uncertain':
      if (!isRepeatable(sending)) {
        needs.log.info('delivery-uncertain', { ...factsOf(sending), why: outcome.why });
        return { freeAt: after(sending.sendingAt ?? now, settings.settleMs) };
      }
      await putBack(needs, before, sending, outcome.why);
  }
  return { freeAt, ...(rest && { rest }) };
}

function isJustSent(post: PostState | null, now: Date, settings: DeliverySettings): boolean {
  return post?.sentAt ? now < unlessFarAhead(after(post.sentAt, settings.settleMs), now, settings) : false;
}

/** An answer that one member alone would see is of no use a day later; everything else waits for a month. */
export function isPastReason(row: OutboxRow, now: Date, settings: DeliverySettings): boolean {
  return isOld(row, now, row.visibleTo === null ? settings.reasonGiveUpMs : settings.giveUpMs);
}

/** It waits under Slack's word for what somebody can mend. Being refused for that is no try. */
async function holdBack(needs: DeliveryNeeds, before: OutboxRow, sending: OutboxRow, reason: string): Promise<void> {
  const now = needs.now();
  const { attempts, firstSendingAt } = before;
  const runAt = after(now, needs.settings.reasonRetryMs);
  await needs.store.holdBack(sending, { runAt, attempts, firstSendingAt }, reason, now);
  noteObstacle(needs, sending, reason);
}

/** Says loudly, once, that messages wait. */
export function noteObstacle(needs: DeliveryNeeds, row: OutboxRow, reason: string): void {
  if (row.waitsFor === reason) return;
  needs.log.error('message-waits', { ...factsOf(row), why: reason });
  needs.onObstacle?.(row.workspaceId);
}

/** What waited in the channel for the same reason goes now, as this did. */
export async function letGo(needs: DeliveryNeeds, row: OutboxRow): Promise<void> {
  if (row.waitsFor === null) return;
  await needs.store.letGo(row, row.waitsFor, needs.now());
  needs.onObstacle?.(row.workspaceId);
}

/** Waits for its next try, or is given up. What Slack puts off without looking at it is no try. */
async function putBack(
  needs: DeliveryNeeds,
  before: OutboxRow,
  sending: OutboxRow,
  why: string,
  attempts = sending.attempts,
): Promise<void> {
  if (attempts > before.attempts && isGivenUp(sending, needs.now(), needs.settings)) return giveUp(needs, sending, why);
  await tryLater(needs, before, sending, why, attempts);
}

async function tryLater(
  needs: DeliveryNeeds,
  before: OutboxRow,
  sending: OutboxRow,
  why: string,
  attempts = sending.attempts,
): Promise<void> {
  const now = needs.now();
  const runAt = attempts > before.attempts ? after(now, retryDelayMs(attempts, needs.random(), needs.settings)) : now;
  await needs.store.putBack(sending, { runAt, attempts, firstSendingAt: before.firstSendingAt }, why);
}

/** How long an answer that is about the workspace keeps it waiting. */
export function restAfter(outcome: CallOutcome, now: Date, settings: DeliverySettings): Rest | null {
  if (outcome.kind === 'rate-limited') {
    return { until: after(now, Math.min(outcome.waitMs, settings.longestWaitMs)), why: outcome.why };
  }
  if (outcome.kind === 'locked-out') return { until: after(now, settings.lockedOutMs), why: outcome.why };
  return null;
}

/** @returns false when somebody else has settled it meanwhile */
export async function noteSent(
  needs: DeliveryNeeds,
  row: OutboxRow,
  ts: string | null,
  lookAt: Date | null = wasSentTwice(row) ? after(needs.now(), needs.settings.lookAgainMs) : null,
): Promise<boolean> {
  const isNoted = await needs.store.noteSent(row, ts, needs.now(), isRepeatable(row) ? null : lookAt);
  await letGo(needs, row);
  return isNoted;
}

/** Says loudly that a message will not be sent. */
export async function giveUp(needs: DeliveryNeeds, row: OutboxRow, why: string): Promise<void> {
  if (!(await needs.store.end(row, 'failed', why))) return;
  needs.log.error('message-given-up', { ...factsOf(row), why, attempts: row.attempts });
  needs.onGivenUp?.(row, why);
}

export function isOld(row: OutboxRow, now: Date, ageMs: number): boolean {
  return now.getTime() - row.createdAt.getTime() >= ageMs;
}

/** What the log may say of a row. */
export function factsOf(row: OutboxRow): Readonly<Record<string, unknown>> {
  return { reference: `${row.workspaceId}:${row.id}`, channelId: row.channelId, kind: row.kind, subject: row.subject };
}

export function after(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
