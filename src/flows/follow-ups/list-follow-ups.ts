import type { ReadContext } from '../../context.ts';
import type { FollowUpFacts } from '../../facts/customer.ts';
import type { FollowUpPlace } from '../../loyalty/follow-up.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { FollowUpQuery } from '../../store/desk/follow-ups.ts';
import { readFollowUps } from './read-follow-ups.ts';

/** A page of follow-ups, in the order that all lists of them have. */
export interface FollowUpPage {
  readonly followUps: readonly FollowUpFacts[];
  readonly total: number;
  /** Where the next page begins; null: there is none. */
  readonly next: FollowUpPlace | null;
}

/** Follow-ups to do, with whom they are about and what was said. */
export async function listFollowUps(
  context: ReadContext,
  query: FollowUpQuery,
  { limit, after = null }: { readonly limit: number; readonly after?: FollowUpPlace | null },
  now: Date,
): Promise<FollowUpPage> {
  const { store, settings } = context;
  const today = localDay(now, settings.timeZone);
  const { followUps, total } = await store.followUps.list(query, today, { limit: limit + 1, after });
  const page = followUps.slice(0, limit);
  const last = followUps.length > limit ? page.at(-1) : undefined;
  return {
    followUps: await readFollowUps(context, page, now),
    total,
    next: last ? { id: last.id, dueDay: last.dueDay, worthMinor: last.worthMinor } : null,
  };
}
