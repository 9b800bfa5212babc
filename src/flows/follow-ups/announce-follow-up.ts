import type { Announcement, FollowUpEventFacts } from '../../facts/announcement.ts';
import type { FollowUp } from '../../loyalty/follow-up.ts';
import type { Settings } from '../../loyalty/settings.ts';
import type { StoredAnswer } from '../../store/facts/answers.ts';
import type { WorkspaceStore } from '../../store/store.ts';

const hourMs = 3_600_000;

/**
 * Posts follow-ups in the alert channel, each as a card. Those that come after as many as the settings allow within an hour
 * share one message, which is kept up to date. Without such a channel they are found by /loyalty followups alone.
 */
export async function announceFollowUps(
  tx: WorkspaceStore,
  { alertChannelId: channelId, alertsPerHour }: Settings,
  followUpIds: readonly number[],
  now: Date,
): Promise<void> {
  if (channelId === null || followUpIds.length === 0) return;
  const hourAgo = new Date(now.getTime() - hourMs);
  const cards = await tx.outbox.countCards(channelId, hourAgo, now, alertsPerHour);
  const room = Math.max(0, alertsPerHour - cards);
  const posts = followUpIds.slice(0, room).map((followUpId) => {
    const subject = cardOf(followUpId);
    const announcement: Announcement = { kind: 'follow-up', followUpId };
    return { channelId, subject, key: subject, announcement };
  });
  await tx.outbox.addAll(posts, now);
  const others = followUpIds.slice(room);
  if (others.length === 0) return;
  // Of two who begin one at the same time the key decides, which is that of the hour.
  const began = Math.floor(now.getTime() / hourMs);
  const subject = (await tx.outbox.newestSharedAlert(channelId, hourAgo, now)) ?? `alerts:${channelId}:${began}`;
  await tx.followUps.shareAlert(others, subject);
  const announcement = sharedAnnouncement(subject);
  const isNew = await tx.outbox.add({ channelId, subject, key: subject, announcement }, now);
  if (!isNew) await tx.outbox.addUpdate({ subject, announcement }, now);
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

/**
 * Something that happened to a follow-up: a note in the thread, and the message shows the newest state. Where many share
 * it, answers make no notes: they are what the channel is spared.
 */
export async function announceEvent(
  tx: WorkspaceStore,
  followUpId: number,
  { key, event }: { readonly key: string; readonly event: FollowUpEventFacts },
  now: Date,
): Promise<void> {
  const followUp = await tx.followUps.find(followUpId);
  const shared = followUp?.sharedAlert ?? null;
  const subject = shared ?? cardOf(followUpId);
  const note: Announcement = { kind: 'follow-up-event', followUpId, event };
  if (shared === null || event.kind !== 'answered') {
    await tx.outbox.addReply({ subject, key: `${cardOf(followUpId)}:${key}`, announcement: note }, now);
  }
  const announcement: Announcement = shared === null ? { kind: 'follow-up', followUpId } : sharedAnnouncement(shared);
  await tx.outbox.addUpdate({ subject, announcement }, now);
}

/** What the message is about that shows a follow-up. */
export function subjectOf({ id, sharedAlert }: Pick<FollowUp, 'id' | 'sharedAlert'>): string {
  return sharedAlert ?? cardOf(id);
}

function cardOf(followUpId: number): string {
  return `follow-up:${followUpId}`;
}

/** The newest state of a message that alerts share. */
export function sharedAnnouncement(subject: string): Announcement {
  return { kind: 'alerts', subject };
}
