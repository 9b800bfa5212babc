import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { Reply } from '../../facts/reply.ts';

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
  await context.store.outbox.add({ channelId, subject, key: subject, announcement }, context.now());
  context.nudgeDelivery();
  return subject;
}
