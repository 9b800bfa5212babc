import type { Context } from '../../context.ts';
import { recount } from './recount.ts';

export type ChangeTimeZoneOutcome =
  | { readonly kind: 'changed'; readonly moved: number }
  | { readonly kind: 'same' }
  /** An import is at work, which reads its days in the zone as it is. */
  | { readonly kind: 'import-at-work' };

/**
 * Puts a workspace into another time zone although it has facts: orders and answers with a time of day come to the day that it is
 * there, those with a day alone stay, and everything is counted anew. All in one transaction, which keeps every writer waiting.
 *
 * @returns how many orders and answers came to another day
 */
export async function changeTimeZone(
  context: Context,
  timeZone: string,
  actor: string,
): Promise<ChangeTimeZoneOutcome> {
  return context.transaction(async (tx): Promise<ChangeTimeZoneOutcome> => {
    const before = await tx.settings.holdAlone();
    if (before.timeZone === timeZone) return { kind: 'same' };
    const now = context.now();
    if (await tx.imports.anyRunning(now)) return { kind: 'import-at-work' };
    const moved = (await tx.orders.moveDays(timeZone)) + (await tx.answers.moveDays(timeZone));
    await tx.settings.save({ ...before, timeZone });
    await recount(tx);
    const details = { from: before.timeZone, to: timeZone, moved };
    await tx.audit.add(now, actor, 'time-zone.changed', 'workspace', details);
    return { kind: 'changed', moved };
  });
}
