import type { WebClient } from '@slack/web-api';
import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import { outcomeOf } from './call-outcome.ts';
import type { DeliveryNeeds, Phrasing } from './row.ts';
import { after, noteSent, type Step, settle } from './settle.ts';

/**
 * Makes the calls that a canvas's row stands for. What becomes of it never keeps a message from going out, and is nothing
 * that admins are told of: the message says it all.
 *
 * @param before the row as it was before the calls
 * @param sending the row as it is during them
 */
export async function sendCanvas(
  needs: DeliveryNeeds,
  before: OutboxRow,
  sending: OutboxRow,
  {
    client,
    leaseUntil,
    words,
  }: { readonly client: WebClient; readonly leaseUntil: Date; readonly words: Phrasing | null },
): Promise<Step> {
  const { canvasWriter, store, settings } = needs;
  if (!canvasWriter || !words?.canvas) {
    await store.end(sending, 'dropped', 'nothing to write');
    return {};
  }
  const { workspaceId, channelId, subject, attempts } = sending;
  const place = { workspaceId, channelId, client, subject, attempts, leaseUntil, settleMs: settings.settleMs };
  try {
    const written = await canvasWriter.write(place, words.canvas);
    if (written.kind === 'written') await noteSent(needs, sending, written.canvasId);
    else if (written.kind === 'none') await store.end(sending, 'dropped', written.why);
    else {
      const { firstSendingAt } = before;
      await store.putBack(sending, { runAt: written.at, attempts, firstSendingAt }, 'a canvas may be there');
    }
  } catch (thrown) {
    return settle(needs, before, sending, outcomeOf(thrown), null);
  }
  return { freeAt: after(needs.now(), settings.paceMs) };
}
