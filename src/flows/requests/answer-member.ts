import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { Reply } from '../../facts/reply.ts';
import type { Locale } from '../../text/define-text.ts';

/** Answers a member in their conversation with the app. A repeated request is answered once. */
export async function answerMember(
  context: Context,
  answer: {
    /** Of the conversation, D…. */
    readonly channelId: string;
    readonly memberId: string;
    readonly locale: Locale;
    readonly reply: Reply;
    readonly requestKey: string;
  },
): Promise<void> {
  const { channelId, memberId, locale, reply } = answer;
  const subject = `asked:${answer.requestKey}`;
  const announcement: Announcement = { kind: 'answer', answer: { kind: 'reply', reply }, locale, memberId };
  await context.store.outbox.add({ channelId, subject, key: subject, announcement }, context.now());
  context.nudgeDelivery();
}
