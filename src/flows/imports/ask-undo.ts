import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import { importSubject } from './start-import.ts';

/**
 * Notes that an import is to be taken back, which takes as long as it took to come in. What becomes of it is told where
 * its progress was, or else in the member's conversation with the app.
 *
 * @returns false: it still goes on, or is taken back already
 */
export async function askUndo(
  context: Context,
  importId: number,
  memberId: string,
  channelId: string,
): Promise<boolean> {
  const asked = await context.transaction(async (tx) => {
    if (!(await tx.imports.askUndo(importId, memberId))) return false;
    const announcement: Announcement = { kind: 'import', importId };
    const subject = importSubject(importId);
    const now = context.now();
    if (!(await tx.outbox.addUpdate({ subject, announcement }, now))) {
      await tx.outbox.add({ channelId, subject, key: subject, announcement }, now);
    }
    return true;
  });
  context.nudgeDelivery();
  return asked;
}
