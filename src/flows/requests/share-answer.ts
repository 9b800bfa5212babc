import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { Reply } from '../../facts/reply.ts';
import { quarterBefore } from '../../loyalty/review.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** Posts an answer for all of a channel. A repeated request posts nothing more. @returns the subject of the post */
export async function shareAnswer(
  context: Context,
  {
    channelId,
    memberId,
    reply,
    requestKey,
  }: { readonly channelId: string; readonly memberId: string; readonly reply: Reply; readonly requestKey: string },
): Promise<string> {
  const subject = `shared:${requestKey}`;
  const announcement: Announcement = { kind: 'shared', reply, memberId };
  const now = context.now();
  await context.transaction(async (tx) => {
    const isNew = await tx.outbox.add({ channelId, subject, key: subject, announcement }, now);
    if (!isNew || !(await isReviewOf(tx, channelId, reply, now))) return;
    await tx.outbox.addCanvas({ subject, key: `canvas:${subject}` }, now);
  });
  context.nudgeDelivery();
  return subject;
}

/** Whether it is what the channel's canvas is to show: the newest review, in a channel that gets reviews. */
async function isReviewOf(store: WorkspaceStore, channelId: string, reply: Reply, now: Date): Promise<boolean> {
  if (reply.kind !== 'review') return false;
  const { timeZone } = await store.settings.read();
  if (reply.review.window.from !== quarterBefore(localDay(now, timeZone)).from) return false;
  return (await store.schedules.findByChannel(channelId, 'quarterly-review'))?.active === true;
}
