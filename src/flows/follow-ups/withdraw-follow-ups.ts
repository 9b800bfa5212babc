import type { Announcement } from '../../facts/announcement.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { sharedAnnouncement, subjectOf } from './announce-follow-up.ts';

/**
 * Answers of follow-ups are no longer there. Those of which nothing is left go, and their alerts say that they are
 * withdrawn; the others' cards show what is left, and so does a message that several share.
 */
export async function withdrawFollowUps(
  tx: WorkspaceStore,
  followUps: readonly { readonly id: number; readonly gone: boolean }[],
  now: Date,
): Promise<void> {
  const known = await tx.followUps.sharedAlerts(followUps.map(({ id }) => id));
  for (const { id, gone } of followUps) {
    if (known.has(id)) continue;
    const announcement: Announcement = gone ? { kind: 'follow-up-withdrawn' } : { kind: 'follow-up', followUpId: id };
    await tx.outbox.addUpdate({ subject: subjectOf({ id, sharedAlert: null }), announcement }, now);
  }
  await tx.followUps.remove(followUps.flatMap(({ id, gone }) => (gone ? [id] : [])));
  for (const subject of new Set(known.values())) {
    await tx.outbox.addUpdate({ subject, announcement: sharedAnnouncement(subject) }, now);
  }
}
