import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { Reply } from '../../facts/reply.ts';

/** Posts an answer for all of a channel. A repeated request posts nothing more. */
export async function shareAnswer(
  deps: Deps,
  workspaceId: number,
  {
    channelId,
    memberId,
    reply,
    requestKey,
  }: { readonly channelId: string; readonly memberId: string; readonly reply: Reply; readonly requestKey: string },
): Promise<void> {
  const subject = `shared:${requestKey}`;
  const announcement: Announcement = { kind: 'shared', reply, memberId };
  await deps.store.of(workspaceId).outbox.add({ channelId, subject, key: subject, announcement }, deps.now());
  deps.nudgeDelivery();
}
