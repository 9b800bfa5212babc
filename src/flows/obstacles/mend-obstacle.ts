import type { Context } from '../../context.ts';

/** What waits in a channel is tried now: the cause may be gone. @returns how many messages wait there for a reason */
export async function tryChannelNow(context: Context, channelId: string): Promise<number> {
  const waiting = await context.store.obstacles.tryNow(channelId, context.now());
  if (waiting > 0) context.nudgeDelivery();
  return waiting;
}

/**
 * What is posted in a channel goes to another one from now on: alerts, digests, reviews, and what still waits.
 *
 * @returns how many messages waited
 */
export async function replaceChannel(
  context: Context,
  { from, to }: { readonly from: string; readonly to: string },
  memberId: string,
): Promise<number> {
  const moved = await context.transaction(async (tx) => {
    const now = context.now();
    await tx.settings.replaceAlertChannel(from, to);
    await tx.schedules.moveTo(from, to);
    const count = await tx.obstacles.moveWaiting(from, to, now);
    await tx.audit.add(now, memberId, 'channel.replaced', from, { to });
    return count;
  });
  context.nudgeDelivery();
  return moved;
}
