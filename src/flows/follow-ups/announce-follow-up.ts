import type { Announcement, FollowUpEventFacts } from '../../facts/announcement.ts';
import type { FollowUp } from '../../loyalty/follow-up.ts';
import type { Settings } from '../../loyalty/settings.ts';
import type { StoredAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** The one post of a follow-up in the alert channel. Without such a channel it is found by /loyalty followups alone. */
export async function announceFollowUp(
  tx: WorkspaceStore,
  { alertChannelId }: Settings,
  followUpId: number,
  now: Date,
): Promise<void> {
  if (alertChannelId === null) return;
  const subject = subjectOf({ id: followUpId });
  const announcement: Announcement = { kind: 'follow-up', followUpId };
  await tx.outbox.add({ channelId: alertChannelId, subject, key: subject, announcement }, now);
}

/** More from the same customer: a note in the thread for each, and the card shows it. */
export async function announceAnswers(
  tx: WorkspaceStore,
  followUpId: number,
  answers: readonly Pick<StoredAnswer, 'id'>[],
  now: Date,
): Promise<void> {
  for (const { id } of answers) {
    await announceEvent(tx, followUpId, { key: `answer:${id}`, event: { kind: 'answered', answerId: id } }, now);
  }
}

/** Something that happened to a follow-up: a note in its thread, and its card shows the newest state. */
export async function announceEvent(
  tx: WorkspaceStore,
  followUpId: number,
  { key, event }: { readonly key: string; readonly event: FollowUpEventFacts },
  now: Date,
): Promise<void> {
  const subject = subjectOf({ id: followUpId });
  const note: Announcement = { kind: 'follow-up-event', followUpId, event };
  const card: Announcement = { kind: 'follow-up', followUpId };
  await tx.outbox.addReply({ subject, key: `${subject}:${key}`, announcement: note }, now);
  await tx.outbox.addUpdate({ subject, announcement: card }, now);
}

/** What the message is about that shows a follow-up. */
export function subjectOf({ id }: Pick<FollowUp, 'id'>): string {
  return `follow-up:${id}`;
}
