import type { LadderRules } from '../../loyalty/ladder/rung-rules.ts';
import { type SegmentsBy, segmentsBy } from '../../loyalty/segment-rule.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readFactors } from '../upkeep/read-factors.ts';

/** From what it follows who is in which segment by rule, to whoever holds the rules or looks at one moment. */
export async function readSegmentsBy(
  store: WorkspaceStore,
  { activeWindowDays }: Pick<LadderRules, 'activeWindowDays'>,
): Promise<SegmentsBy> {
  const factors = await readFactors(store);
  const { rules, day } = await store.segmentRules.list();
  return segmentsBy(rules, { day: day ?? 0, factors, activeWindowDays });
}
