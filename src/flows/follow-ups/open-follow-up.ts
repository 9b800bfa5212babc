import type { Context } from '../../context.ts';
import { dueDayOf, type FollowUpReason } from '../../loyalty/follow-up.ts';
import { tellRisk } from '../../loyalty/prediction/told-risk.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { announceFollowUps } from './announce-follow-up.ts';

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
  context: Context,
  customerId: number,
  memberId: string,
): Promise<OpenFollowUpOutcome> {
  const outcome = await context.transaction(async (tx): Promise<OpenFollowUpOutcome> => {
    const [customer] = await tx.customers.find([customerId]);
    if (!customer) return { kind: 'gone' };
    const settings = await tx.settings.read();
    const now = context.now();
    const today = localDay(now, settings.timeZone);
    const { id, opened } = await tx.followUps.openFor(customerId, dueDayOf(today), now);
    if (!opened) return { kind: 'at-work', stewardId: (await tx.followUps.find(id))?.stewardId ?? null };
    const reason = await readAtRiskReason(tx, customerId);
    if (reason) await tx.followUps.giveReason(id, reason);
    await tx.followUps.addEvent(id, 'opened', memberId, now);
    await announceFollowUps(tx, settings, [id], now);
    return { kind: 'opened', announced: settings.alertChannelId !== null };
  });
  context.nudgeDelivery();
  return outcome;
}

/** Why a customer needs care, as the newest prediction sees it; null where it says nothing of the customer. */
async function readAtRiskReason(store: WorkspaceStore, customerId: number): Promise<FollowUpReason | null> {
  const run = await store.predictionRuns.newest();
  const predicted = run && (await store.predictions.find(run.id, customerId));
  if (!run || !predicted) return null;
  return {
    kind: 'at-risk',
    churnRisk: predicted.churnRisk,
    riskDays: run.facts.terms.riskDays,
    valueLostMinor: predicted.valueLostMinor,
    told: tellRisk(run.facts.backTest, predicted.churnRisk),
    winnableMinor: predicted.winnableMinor,
    currency: run.currency,
  };
}
