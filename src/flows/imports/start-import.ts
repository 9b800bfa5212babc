import type { Context } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { FollowUpChoice } from '../../facts/import.ts';

/** Starts an import that was looked at, and posts its progress message. A repeated request starts nothing more. */
export async function startImport(
  context: Context,
  importId: number,
  choices: { readonly followUps: FollowUpChoice; readonly makeCustomers: boolean; readonly others: boolean },
  channelId: string,
): Promise<void> {
  await context.transaction(async (tx) => {
    if (!(await tx.imports.start(importId, choices))) return;
    const found = await tx.imports.find(importId);
    const announcement: Announcement = { kind: 'import', importId };
    await tx.outbox.add(
      { channelId, subject: importSubject(importId), key: importSubject(importId), announcement },
      context.now(),
    );
    await tx.audit.add(context.now(), found?.memberId ?? '', 'import.started', importSubject(importId), {
      kind: found?.kind,
    });
  });
  context.nudgeDelivery();
}

/** What an import's messages are about. */
export function importSubject(importId: number): string {
  return `import:${importId}`;
}
