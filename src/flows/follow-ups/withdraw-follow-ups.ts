import type { Announcement } from '../../facts/announcement.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { subjectOf } from './announce-follow-up.ts';

/**
 * Answers of follow-ups are no longer there. Those of which nothing is left go, and their alerts say that they are
 * withdrawn; the others' cards show what is left.
 */
export async function withdrawFollowUps(
  tx: WorkspaceStore,
  followUps: readonly { readonly id: number; readonly gone: boolean }[],
  now: Date,
): Promise<void> {
  for (const { id, gone } of followUps) {
    const announcement: Announcement = gone ? { kind: 'follow-up-withdrawn' } : { kind: 'follow-up', followUpId: id };
    await tx.outbox.addUpdate({ subject: subjectOf({ id }), announcement }, now);
  }
  await tx.followUps.remove(followUps.flatMap(({ id, gone }) => (gone ? [id] : [])));
}
