import type { WebClient } from '@slack/web-api';
import { logFault } from '../errors.ts';
import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import { type Copy, deleteCopy, findCopies } from './call.ts';
import { outcomeOf } from './call-outcome.ts';
import { isGivenUp, retryDelayMs } from './choice.ts';
import type { DeliveryNeeds } from './row.ts';
import { after, factsOf, giveUp, isOld, noteSent, restAfter, type Step } from './settle.ts';

/**
 * A call has no known outcome, and Slack has had the time to show what it accepted: the oldest copy is the message.
 * Without one, it is sent again.
 */
export async function look(needs: DeliveryNeeds, row: OutboxRow): Promise<Step> {
  const client = await needs.clientOf(row.workspaceId);
  if (!client) return { rest: { until: after(needs.now(), needs.settings.lockedOutMs), why: 'not installed' } };
  try {
    const [kept, ...others] = await copiesOf(needs, client, row);
    if (kept) await noteSent(needs, row, kept.fileId ?? kept.ts, others.length > 0 ? needs.now() : undefined);
    else await sendAgain(needs, row);
    return {};
  } catch (thrown) {
    return settleFailedLook(needs, row, thrown);
  }
}

/** A message was sent again, and its first sending may have arrived after all. What hangs from the noted one stays. */
export async function lookForSecondCopy(needs: DeliveryNeeds, row: OutboxRow): Promise<Step> {
  const { settings, store } = needs;
  const client = await needs.clientOf(row.workspaceId);
  if (!client) return { rest: { until: after(needs.now(), settings.lockedOutMs), why: 'not installed' } };
  try {
    const others = (await copiesOf(needs, client, row)).filter((copy) => copy.ts !== row.ts && copy.fileId !== row.ts);
    for (const copy of others) await takeAway(needs, client, row, copy);
    // Where there was a second there may be a third.
    await store.noteLook(row, others.length > 0 ? after(needs.now(), settings.lookAgainMs) : null);
    return {};
  } catch (thrown) {
    return settleFailedSecondLook(needs, row, thrown);
  }
}

async function copiesOf(needs: DeliveryNeeds, client: WebClient, row: OutboxRow): Promise<Copy[]> {
  const post = row.kind === 'reply' ? await needs.store.findPost(row) : null;
  // What has no words now has no file either; it could not be sent again.
  const words = await needs.phrase(row).catch((thrown) => {
    logFault(thrown, needs.log, factsOf(row));
    return null;
  });
  return findCopies(client, row, {
    threadTs: post?.ts ?? row.threadTs,
    fileName: words?.file?.name ?? null,
    since: row.firstSendingAt ?? row.createdAt,
  });
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

/** Whether it was sent stays unknown; nothing else goes to the channel meanwhile. */
async function settleFailedLook(needs: DeliveryNeeds, row: OutboxRow, thrown: unknown): Promise<Step> {
  const { settings } = needs;
  const outcome = outcomeOf(thrown);
  const now = needs.now();
  if (outcome.kind === 'refused') {
    await giveUp(needs, row, `it may have been sent, and Slack does not let us look: ${outcome.why}`);
    return {};
  }
  if (outcome.kind === 'missing') {
    await needs.store.end(row, 'dropped', outcome.why);
    return {};
  }
  if (isOld(row, now, settings.giveUpMs)) {
    await giveUp(needs, row, `it may have been sent, and looking fails: ${outcome.why}`);
    return {};
  }
  const rest = restAfter(outcome, now, settings);
  return { freeAt: rest?.until ?? after(now, lookRetryMs), ...(rest && { rest }) };
}

async function settleFailedSecondLook(needs: DeliveryNeeds, row: OutboxRow, thrown: unknown): Promise<Step> {
  const { settings, store } = needs;
  const outcome = outcomeOf(thrown);
  const now = needs.now();
  if (outcome.kind === 'missing' || outcome.kind === 'refused' || isOld(row, now, settings.giveUpMs)) {
    needs.log.error('second-copy-not-looked-for', { ...factsOf(row), why: outcome.why });
    await store.noteLook(row, null);
    return {};
  }
  const rest = restAfter(outcome, now, settings);
  await store.noteLook(row, rest?.until ?? after(now, lookRetryMs));
  return rest ? { rest } : {};
}

const lookRetryMs = 5000;
