import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { VoiceQuery } from '../../loyalty/voice-query.ts';
import type { FileRequest } from '../customers/send-customers.ts';

/** Sends a list of answers as a file to the one who asked for it, and notes that. */
export async function sendVoices(
  context: Context,
  query: VoiceQuery,
  { memberId, channelId, locale, requestKey }: FileRequest,
): Promise<void> {
  await context.transaction(async (tx) => {
    const subject = `voices:${requestKey}`;
    const announcement: Announcement = { kind: 'voice-file', query, locale };
    if (!(await tx.outbox.add({ channelId, subject, key: subject, announcement }, context.now()))) return;
    await noteVoicesExport(tx, context.now(), memberId, query);
  });
  context.nudgeDelivery();
}

/** Notes who had answers as a file. @param actor a member's id, or "shell" */
export async function noteVoicesExport(
  { audit }: Pick<Context['store'], 'audit'>,
  at: Date,
  actor: string,
  query: VoiceQuery,
): Promise<void> {
  await audit.add(at, actor, 'answers.exported', 'answers', { query });
}
