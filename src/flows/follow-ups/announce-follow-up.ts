import type { Deps } from '../../deps.ts';
import type { Announcement, FollowUpEventFacts } from '../../facts/announcement.ts';
import type { Settings } from '../../loyalty/settings.ts';
import type { StoredAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** The one post of a follow-up in the alert channel. Without such a channel it is found by /loyalty followups alone. */
export async function announceFollowUp(
  deps: Deps,
  tx: WorkspaceStore,
  settings: Settings,
  followUpId: number,
): Promise<void> {
  if (settings.alertChannelId === null) return;
  const subject = subjectOf(followUpId);
  const announcement: Announcement = { kind: 'follow-up', followUpId };
  await tx.outbox.add({ channelId: settings.alertChannelId, subject, key: subject, announcement }, deps.now());
}

/** More from the same customer: a note in the thread for each, and the card shows it. */
export async function announceAnswers(
  deps: Deps,
  tx: WorkspaceStore,
  followUpId: number,
  answers: readonly Pick<StoredAnswer, 'id'>[],
): Promise<void> {
  for (const { id } of answers) {
    await announceEvent(deps, tx, followUpId, `answer:${id}`, { kind: 'answered', answerId: id });
  }
}

/** Something that happened to a follow-up: a note in its thread, and its card shows the newest state. */
export async function announceEvent(
  deps: Deps,
  tx: WorkspaceStore,
  followUpId: number,
  key: string,
  event: FollowUpEventFacts,
): Promise<void> {
  const subject = subjectOf(followUpId);
  const note: Announcement = { kind: 'follow-up-event', followUpId, event };
  const card: Announcement = { kind: 'follow-up', followUpId };
  await tx.outbox.addReply({ subject, key: `${subject}:${key}`, announcement: note }, deps.now());
  await tx.outbox.addUpdate({ subject, announcement: card }, deps.now());
}

function subjectOf(followUpId: number): string {
  return `follow-up:${followUpId}`;
}
