import type { Context } from '../../context.ts';
import type { Announcement, MessageAnswer } from '../../facts/announcement.ts';
import type { StoredRequest } from '../../store/desk/requests.ts';
import type { Locale } from '../../text/define-text.ts';

/** What is to be answered, in which language, and to whom. */
export interface AnswerToRequest {
  readonly answer: MessageAnswer;
  /** Null: the workspace's. */
  readonly locale: Locale | null;
  /** For who asked alone, and not for a whole channel. */
  readonly alone: boolean;
}

/**
 * Writes the answer to a request into the outbox, once: in a channel into the thread of the message, in direct messages
 * where it was said. What is for who asked alone stands in the channel, as only they would find it in a thread.
 */
export async function answerRequest(
  context: Context,
  request: StoredRequest,
  { answer, locale, alone }: AnswerToRequest,
): Promise<void> {
  const { channelId, threadTs, memberId } = request;
  const isDirect = isDirectMessage(request);
  const subject = subjectOf(request);
  const announcement: Announcement = { kind: 'answer', answer, locale, memberId: alone || isDirect ? memberId : null };
  await context.transaction(async (tx) => {
    const now = context.now();
    if (!(await tx.requests.noteAnswered(request.id, now))) return;
    if (alone && !isDirect) {
      const key = `${subject}:alone`;
      await tx.outbox.add({ channelId, subject: key, key, announcement, threadTs, visibleTo: memberId }, now);
      const told: Announcement = { kind: 'answer', answer: { kind: 'told-alone' }, locale, memberId: null };
      await tx.outbox.addUpdate({ subject, announcement: told }, now);
    } else if (!(await tx.outbox.add({ ...placeOf(request), subject, key: subject, announcement }, now))) {
      await tx.outbox.addUpdate({ subject, announcement }, now);
    }
  });
  context.nudgeDelivery();
}

/** Says that the answer takes a moment; it takes the place of this. */
export async function askForPatience(context: Context, request: StoredRequest): Promise<void> {
  const subject = subjectOf(request);
  const announcement: Announcement = { kind: 'answer', answer: { kind: 'waiting' }, locale: null, memberId: null };
  await context.store.outbox.add({ ...placeOf(request), subject, key: subject, announcement }, context.now());
  context.nudgeDelivery();
}

function placeOf(request: StoredRequest): { readonly channelId: string; readonly threadTs: string | null } {
  const { channelId, ts, threadTs } = request;
  return { channelId, threadTs: threadTs ?? (isDirectMessage(request) ? null : ts) };
}

function isDirectMessage({ channelId }: StoredRequest): boolean {
  return channelId.startsWith('D');
}

function subjectOf({ id }: StoredRequest): string {
  return `request:${id}`;
}
