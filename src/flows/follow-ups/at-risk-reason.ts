import type { FollowUpReason } from '../../loyalty/follow-up.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** Why a customer needs care, as the newest prediction sees it; null where it says nothing of the customer. */
export async function readAtRiskReason(store: WorkspaceStore, customerId: number): Promise<FollowUpReason | null> {
  const run = await store.predictionRuns.newest();
  const predicted = run && (await store.predictions.find(run.id, customerId));
  if (!run || !predicted) return null;
  return {
    kind: 'at-risk',
    churnRisk: predicted.churnRisk,
    riskDays: run.facts.terms.riskDays,
    valueLostMinor: predicted.valueLostMinor,
    currency: run.currency,
  };
}
