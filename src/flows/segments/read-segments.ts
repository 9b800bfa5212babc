import type { ReadContext } from '../../context.ts';
import type { SegmentFacts } from '../../facts/segment.ts';
import { allCustomers, type CustomerQuery } from '../../loyalty/customer-query.ts';
import { type ReadyName, readySegments } from '../../loyalty/ready-segments.ts';
import type { Day } from '../../loyalty/time/period.ts';

/** Every segment that keeps itself, with how many customers are in it now. */
export async function readSegments({ store, settings }: ReadContext, today: Day): Promise<SegmentFacts[]> {
  const { activeWindowDays } = settings.ladderRules;
  const { rules } = await store.segmentRules.list();
  const found: SegmentFacts[] = [];
  for (const rule of rules) {
    const query = { ...allCustomers, segment: rule.name };
    const { found: count, isAll: isExact } = await store.customerLists.count({ query, today, activeWindowDays });
    found.push({ ...rule, count, isExact });
  }
  return found;
}

/** Rules by recency, frequency and monetary value in the workspace's own numbers; null: too few customers. */
export async function readReadySegments(
  { store }: Pick<ReadContext, 'store'>,
  today: Day,
): Promise<Readonly<Record<ReadyName, CustomerQuery>> | null> {
  return readySegments(await store.customerLists.spread(today));
}
