import type { WebClient } from '@slack/web-api';
import { logFault } from '../errors.ts';
import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import { type Copy, deleteCopy, findCopies } from './call.ts';
import { outcomeOf } from './call-outcome.ts';
import { isGivenUp, retryDelayMs, unlessFarAhead } from './choice.ts';
import { lookRanges } from './look-range.ts';
import { causeOf } from './refusal-kinds.ts';
import type { DeliveryNeeds } from './row.ts';
import {
  after,
  factsOf,
  giveUp,
  isOld,
  isPastReason,
  letGo,
  noteObstacle,
  noteSent,
  restAfter,
  type Step,
} from './settle.ts';

/**
 * A call has no known outcome, and Slack has had the time to show what it accepted: the oldest copy is the message.
 * Without one, it is sent again. A look that Slack puts off goes on where it was.
 *
 * @param leaseUntil until when the channel is ours
 */
export async function look(needs: DeliveryNeeds, row: OutboxRow, leaseUntil: Date): Promise<Step> {
  const client = await needs.clientOf(row.workspaceId);
  if (!client) return { rest: { until: after(needs.now(), needs.settings.lockedOutMs), why: 'not installed' } };
  const looked = await readHistory(needs, client, row, leaseUntil);
  if (looked.kind === 'paused') {
    await needs.store.pauseLook(row, looked.until, looked.at);
    return {};
  }
  if (looked.kind === 'failed') return settleFailedLook(needs, row, looked);
  const [kept, ...others] = looked.copies;
  if (kept) await noteSent(needs, row, kept.fileId ?? kept.ts, others.length > 0 ? needs.now() : undefined);
  else {
    await sendAgain(needs, row);
    await letGo(needs, row);
  }
  return {};
}

/** A message was sent again, and its first sending may have arrived after all. What hangs from the noted one stays. */
export async function lookForSecondCopy(needs: DeliveryNeeds, row: OutboxRow, leaseUntil: Date): Promise<Step> {
  const { settings, store } = needs;
  const client = await needs.clientOf(row.workspaceId);
  if (!client) return { rest: { until: after(needs.now(), settings.lockedOutMs), why: 'not installed' } };
  const looked = await readHistory(needs, client, row, leaseUntil);
  if (looked.kind === 'paused') {
    await store.noteLook(row, looked.until, looked.at);
    return {};
  }
  if (looked.kind === 'failed') return settleFailedSecondLook(needs, row, looked);
  try {
    for (const copy of looked.copies) await takeAway(needs, client, row, copy);
    // Where there was a second there may be a third.
    await store.noteLook(row, looked.copies.length > 0 ? after(needs.now(), settings.lookAgainMs) : null);
    return {};
  } catch (thrown) {
    return settleFailedSecondLook(needs, row, { thrown, at: row.look });
  }
}

type LookPlace = OutboxRow['look'];

type Looked =
  | { readonly kind: 'ended'; readonly copies: readonly Copy[] }
  /** Slack or the lease wants it to go on later. */
  | { readonly kind: 'paused'; readonly until: Date; readonly at: LookPlace }
  | { readonly kind: 'failed'; readonly thrown: unknown; readonly at: LookPlace };

/** Reads page by page, from where the last look stopped, up to the first page with a copy on it. */
async function readHistory(needs: DeliveryNeeds, client: WebClient, row: OutboxRow, leaseUntil: Date): Promise<Looked> {
  const where = await placeOf(needs, row);
  const restKey = `${row.workspaceId} ${where.threadTs ? 'replies' : 'history'}`;
  const ranges = lookRanges(row, needs.settings);
  let at = row.look ?? { range: 0, cursor: null };
  for (let range = ranges[at.range]; range; range = ranges[at.range]) {
    const now = needs.now();
    const restUntil = unlessFarAhead(needs.lookRests.get(restKey) ?? now, now, needs.settings);
    if (now < restUntil || now >= leaseUntil) return { kind: 'paused', until: restUntil, at };
    try {
      const page = await findCopies(client, row, where, range, at.cursor);
      const copies = page.copies.filter((copy) => (copy.fileId ?? copy.ts) !== row.ts && copy.ts !== row.ts);
      if (copies.length > 0) return { kind: 'ended', copies };
      at = page.cursor === null ? { range: at.range + 1, cursor: null } : { ...at, cursor: page.cursor };
    } catch (thrown) {
      const outcome = outcomeOf(thrown);
      if (outcome.kind !== 'rate-limited') return { kind: 'failed', thrown, at };
      // It is this method that Slack puts off, here and in other channels; nothing else is.
      const until = after(needs.now(), Math.min(outcome.waitMs, needs.settings.longestWaitMs));
      needs.lookRests.set(restKey, until);
      return { kind: 'paused', until, at };
    }
  }
  return { kind: 'ended', copies: [] };
}

async function placeOf(needs: DeliveryNeeds, row: OutboxRow) {
  const post = row.kind === 'reply' ? await needs.store.findPost(row) : null;
  // What has no words now has no file either; it could not be sent again.
  const words = await needs.phrase(row).catch((thrown) => {
    logFault(thrown, needs.log, factsOf(row));
    return null;
  });
  return { threadTs: post?.ts ?? row.threadTs, fileName: words?.file?.name ?? null };
}

async function sendAgain(needs: DeliveryNeeds, row: OutboxRow): Promise<void> {
  const { settings, store } = needs;
  const now = needs.now();
  if (isGivenUp(row, now, settings)) return giveUp(needs, row, 'Slack never showed it');
  const patient = row.attempts >= settings.triesInTheWay;
  const runAt = patient ? after(now, retryDelayMs(row.attempts, needs.random(), settings)) : now;
  await store.putBack(row, { runAt, attempts: row.attempts, firstSendingAt: row.firstSendingAt }, 'not found');
}

async function takeAway(needs: DeliveryNeeds, client: WebClient, row: OutboxRow, copy: Copy): Promise<void> {
  try {
    await deleteCopy(client, row, copy);
    needs.log.info('second-copy-deleted', factsOf(row));
  } catch (thrown) {
    if (outcomeOf(thrown).kind !== 'missing') throw thrown;
  }
}

interface FailedLook {
  readonly thrown: unknown;
  readonly at: LookPlace;
}

/** Whether it was sent stays unknown; no new post goes to the channel meanwhile. */
async function settleFailedLook(needs: DeliveryNeeds, row: OutboxRow, { thrown, at }: FailedLook): Promise<Step> {
  const { settings, store } = needs;
  const outcome = outcomeOf(thrown);
  const now = needs.now();
  if (outcome.kind === 'missing') {
    await store.end(row, 'dropped', outcome.why);
    return {};
  }
  if (outcome.kind === 'refused') {
    if (outcome.code === 'invalid_cursor') await store.pauseLook(row, after(now, lookRetryMs), null);
    else if (isPastReason(row, now, settings)) {
      await giveUp(needs, row, `it may have been sent, and Slack does not let us look: ${outcome.why}`);
    } else {
      const cause = causeOf(outcome.code);
      await store.holdLook(row, after(now, settings.reasonRetryMs), cause, now);
      noteObstacle(needs, row, cause);
    }
    return {};
  }
  if (isPastReason(row, now, settings)) {
    await giveUp(needs, row, `it may have been sent, and looking fails: ${outcome.why}`);
    return {};
  }
  const rest = restAfter(outcome, now, settings);
  await store.pauseLook(row, rest?.until ?? after(now, lookRetryMs), at);
  return rest ? { rest } : {};
}

async function settleFailedSecondLook(needs: DeliveryNeeds, row: OutboxRow, { thrown, at }: FailedLook): Promise<Step> {
  const { settings, store } = needs;
  const outcome = outcomeOf(thrown);
  const now = needs.now();
  if (outcome.kind === 'missing' || outcome.kind === 'refused' || isOld(row, now, settings.giveUpMs)) {
    needs.log.error('second-copy-not-looked-for', { ...factsOf(row), why: outcome.why });
    await store.noteLook(row, null);
    return {};
  }
  const rest = restAfter(outcome, now, settings);
  await store.noteLook(row, rest?.until ?? after(now, lookRetryMs), at);
  // Nobody waits for it: it rests alone while Slack puts it off.
  return rest && outcome.kind === 'locked-out' ? { rest } : {};
}

const lookRetryMs = 5000;
