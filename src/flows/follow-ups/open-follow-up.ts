import type { Deps } from '../../deps.ts';
import { dueDayOf, type FollowUpReason } from '../../loyalty/follow-up.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { announceFollowUp } from './announce-follow-up.ts';
import { readAtRiskReason } from './at-risk-reason.ts';

export type OpenFollowUpOutcome =
  | { readonly kind: 'opened'; readonly announced: boolean }
  /** The customer has one that is not done. */
  | { readonly kind: 'at-work'; readonly stewardId: string | null }
  | { readonly kind: 'gone' };

/**
 * Opens a follow-up of a customer who is at risk, by a member's wish. There is one per customer: of two who press at
 * once, one opens it and the other learns of it.
 */
export async function openFollowUp(
  deps: Deps,
  workspaceId: number,
  customerId: number,
  memberId: string,
): Promise<OpenFollowUpOutcome> {
  const outcome = await deps.store.transaction(workspaceId, async (tx): Promise<OpenFollowUpOutcome> => {
    const [customer] = await tx.customers.find([customerId]);
    if (!customer) return { kind: 'gone' };
    const settings = await tx.settings.read();
    const today = localDay(deps.now(), settings.timeZone);
    const { id, opened } = await tx.followUps.openFor(customerId, dueDayOf(today), deps.now());
    if (!opened) return { kind: 'at-work', stewardId: (await tx.followUps.find(id))?.stewardId ?? null };
    const reason: FollowUpReason | null = await readAtRiskReason(tx, customerId);
    if (reason) await tx.followUps.giveReason(id, reason);
    await tx.followUps.addEvent(id, 'opened', memberId, deps.now());
    await announceFollowUp(deps, tx, settings, id);
    return { kind: 'opened', announced: settings.alertChannelId !== null };
  });
  deps.nudgeDelivery();
  return outcome;
}
