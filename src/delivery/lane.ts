import type { WebClient } from '@slack/web-api';
import { logFault } from '../errors.ts';
import type { Horizon, Lane, OutboxRow, PostState, SeenClock } from '../store/desk/outbox-lanes.ts';
import { callSlack } from './call.ts';
import { outcomeOf } from './call-outcome.ts';
import { chooseNext } from './choice.ts';
import { look, lookForSecondCopy } from './look-for-copies.ts';
import type { DeliveryNeeds, DeliverySettings, Phrasing } from './row.ts';
import type { Shown } from './say.ts';
import { sendCanvas } from './send-canvas.ts';
import { after, factsOf, noteSent, type Rest, type Step, settle } from './settle.ts';

/**
 * Does the next thing in one channel: sends a message, looks for one whose fate is unknown, or takes away a second copy.
 * Nobody else sends there meanwhile.
 *
 * @returns what concerns the whole workspace
 */
export async function stepLane(needs: DeliveryNeeds, lane: Lane): Promise<Rest | null> {
  const { store, settings } = needs;
  const now = needs.now();
  const horizon = horizonOf(now, settings);
  const leaseUntil = after(now, settings.leaseMs);
  const freeAt = await store.take(lane, now, leaseUntil, horizon);
  if (!freeAt) return null;
  let step: Step = {};
  try {
    const sent = await store.findToLookFor(lane, now, horizon);
    if (sent) step = await lookForSecondCopy(needs, sent, leaseUntil);
    else if (freeAt <= now) step = await doNext(needs, lane, now);
  } finally {
    await store.release(lane, step.freeAt ?? null, step.seen ?? null);
  }
  return step.rest ?? null;
}

/** The end of every wait that may be. A lease of another process, whose clock is a little ahead, is one. */
export function horizonOf(now: Date, { longestWaitMs, leaseMs }: DeliverySettings): Horizon {
  return { farthest: after(now, longestWaitMs), farthestLease: after(now, 2 * leaseMs) };
}

const rowsRead = 50;

async function doNext(needs: DeliveryNeeds, lane: Lane, now: Date): Promise<Step> {
  const choice = chooseNext(await needs.store.readPending(lane, rowsRead), now, needs.settings);
  switch (choice.kind) {
    case 'nothing':
      return {};
    case 'wait': {
      const waitMs = choice.until.getTime() - now.getTime();
      return { freeAt: after(now, Math.min(waitMs, needs.settings.longestPauseMs)) };
    }
    case 'look':
      return look(needs, choice.row, after(now, needs.settings.leaseMs));
    case 'send':
      return send(needs, choice.row);
  }
}

async function send(needs: DeliveryNeeds, row: OutboxRow): Promise<Step> {
  const { store, settings } = needs;
  const post = row.kind === 'post' ? null : await store.findPost(row);
  if (row.kind !== 'post' && !post?.ts) return sendWithoutPost(needs, row, post);
  const client = await needs.clientOf(row.workspaceId);
  if (!client) return { rest: { until: after(needs.now(), settings.lockedOutMs), why: 'not installed' } };

  const began = needs.now();
  const leaseUntil = after(began, settings.leaseMs);
  const sending = await store.begin(row, began, leaseUntil, after(began, settings.paceMs));
  // An edit is part of a change that is still being made: it goes when that is done.
  if (!sending) return { freeAt: after(began, settings.pollMs) };
  // Words are made only now: an edit asked for from here on is a row of its own.
  const words = await phraseOf(needs, sending);
  if (words === 'failed') return settle(needs, row, sending, { kind: 'not-accepted', why: 'phrasing failed' }, post);
  if (!words && row.kind !== 'delete') {
    await store.end(sending, 'dropped', 'nothing to say');
    return {};
  }
  // After so long somebody else may hold the channel; the row waits to be looked for.
  if (needs.now() >= leaseUntil) return {};
  if (sending.kind === 'canvas') return sendCanvas(needs, row, sending, { client, leaseUntil, words });
  let ts: string | null;
  try {
    ts = await say(needs, { client, leaseUntil }, sending, post, words);
  } catch (thrown) {
    if (thrown === leaseOver) return {};
    return settle(needs, row, sending, outcomeOf(thrown), post);
  }
  const answeredAt = needs.now();
  await noteSent(needs, sending, ts);
  const seen = row.kind === 'update' || row.kind === 'delete' ? null : seenClock(ts, answeredAt);
  return { freeAt: after(needs.now(), settings.paceMs), ...(seen && { seen }) };
}

/** Slack's clock, as a new message shows it; the id of a file shows nothing. */
function seenClock(ts: string | null, answeredAt: Date): SeenClock | null {
  if (ts === null || !/^\d+\.\d+$/.test(ts)) return null;
  const aheadMs = Math.round(Number(ts) * 1000 - answeredAt.getTime());
  return { ts, aheadMs: Math.max(-farthestMs, Math.min(farthestMs, aheadMs)) };
}

/** As far as the database's whole numbers go. */
const farthestMs = 2 ** 31 - 1;

/** Makes the call, and others where Slack does not take the pictures or tables, or what the words are dressed in. */
async function say(
  needs: DeliveryNeeds,
  { client, leaseUntil }: { readonly client: WebClient; readonly leaseUntil: Date },
  row: OutboxRow,
  post: PostState | null,
  words: Phrasing | null,
): Promise<string | null> {
  const { illustrator, now, log } = needs;
  const call = (said: Phrasing | null) => callSlack(client, row, post?.ts ?? null, said);
  const place = { workspaceId: row.workspaceId, client };
  const send = (shown: Shown) => {
    if (now() >= leaseUntil) throw leaseOver;
    return call({ ...words, ...shown });
  };
  try {
    if (!(words?.pictures || words?.sortable) || !illustrator) return await call(words);
    if (row.visibleTo !== null) return await illustrator.postAlone(place, words, row.visibleTo, send);
    return await illustrator.post(place, words, send);
  } catch (thrown) {
    if (!words?.blocks?.length || !isNewMessage(row)) throw thrown;
    const outcome = outcomeOf(thrown);
    if (outcome.kind !== 'refused' || outcome.about !== 'content') throw thrown;
    const ts = await send({ text: words.text, blocks: [] });
    log.error('message-simplified', { ...factsOf(row), why: outcome.why });
    return ts;
  }
}

/** An edit would take away the buttons of a message that is there. */
const isNewMessage = ({ kind }: OutboxRow) => kind === 'post' || kind === 'reply';

/** Pictures took so long that somebody else may hold the channel; the row waits to be looked for. */
const leaseOver = new Error('The lease of the channel is over');

async function sendWithoutPost(needs: DeliveryNeeds, row: OutboxRow, post: PostState | null): Promise<Step> {
  if (post?.status === 'waiting' || post?.status === 'sending') return { freeAt: after(needs.now(), 1000) };
  await needs.store.end(row, 'dropped', 'its post was not sent');
  return {};
}

async function phraseOf(needs: DeliveryNeeds, row: OutboxRow): Promise<Phrasing | null | 'failed'> {
  if (row.kind === 'delete') return null;
  try {
    return await needs.phrase(row);
  } catch (thrown) {
    logFault(thrown, needs.log, factsOf(row));
    return 'failed';
  }
}
