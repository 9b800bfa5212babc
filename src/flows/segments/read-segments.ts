import type { ReadContext } from '../../context.ts';
import type { SegmentFacts } from '../../facts/segment.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import { type ReadyName, readySegments } from '../../loyalty/ready-segments.ts';
import type { Day } from '../../loyalty/time/period.ts';

/** Every segment that keeps itself, with how many customers are in it now. */
export async function readSegments({ store }: Pick<ReadContext, 'store'>): Promise<SegmentFacts[]> {
  const { rules } = await store.segmentRules.list();
  return Promise.all(
    rules.map(async (rule) => {
      const { found: count, isAll: isExact } = await store.customerLists.inSegment(rule.name);
      return { ...rule, count, isExact };
    }),
  );
}

/** Rules by recency, frequency and monetary value in the workspace's own numbers; null: too few customers. */
export async function readReadySegments(
  { store }: Pick<ReadContext, 'store'>,
  today: Day,
): Promise<Readonly<Record<ReadyName, CustomerQuery>> | null> {
  return readySegments(await store.customerLists.spread(today));
}
