import type { Context } from '../../context.ts';
import { logFault } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';

/**
 * Tells whoever asked something in a channel that takes no answer just now: once, in their conversation with the app.
 *
 * @param conversationWith the id of a member's conversation with the app
 */
export async function tellWhoAsked(
  context: Context,
  conversationWith: (memberId: string) => Promise<string>,
): Promise<void> {
  const { store, log, now } = context;
  for (const { requestId, memberId, words, channelId, reason } of await store.obstacles.answersHeld()) {
    try {
      const place = await conversationWith(memberId);
      const { locale = null } = (await store.members.find(memberId)) ?? {};
      const answer = { kind: 'held', channelId, reason, words } as const;
      const announcement: Announcement = { kind: 'answer', answer, locale, memberId };
      const subject = `request:${requestId}:held`;
      await store.outbox.add({ channelId: place, subject, key: subject, announcement }, now());
      context.nudgeDelivery();
    } catch (thrown) {
      // One whose conversation does not open keeps no other from being told.
      logFault(thrown, log, { during: 'telling who asked' });
    }
  }
}
