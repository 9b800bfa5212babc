import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { settleAllSegments } from '../segments/keep-segments.ts';
import { readFactors } from './read-factors.ts';

/**
 * Puts customers anew in the order of what they are worth, after rates or the reporting currency have changed, and into the
 * segments whose rules ask for that.
 *
 * @param rules held alone: who writes a standing meanwhile would weigh it by what held before
 */
export async function weighAnew(tx: WorkspaceStore, rules: HeldRules): Promise<void> {
  await tx.standings.weighAnew(await readFactors(tx));
  const { rules: segments } = await tx.segmentRules.list();
  if (segments.some(({ rule }) => rule.value !== null)) await settleAllSegments(tx, rules);
}
