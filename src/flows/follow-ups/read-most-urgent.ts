import type { GatherRequest } from '../../context.ts';
import type { DigestParts } from '../../facts/report.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { listFollowUps } from './list-follow-ups.ts';

/** How many follow-ups there are to do, and the open ones to take first. */
export async function readMostUrgent(
  request: GatherRequest,
  most: number,
): Promise<NonNullable<DigestParts['followUps']>> {
  const { store, settings, today, now } = request;
  const counts = await store.followUps.counts(today);
  const oldest = await store.followUps.oldestOpen();
  const { followUps: list } = await listFollowUps(request, { kind: 'open' }, { limit: most }, now);
  return { ...counts, oldestDay: oldest && localDay(oldest, settings.timeZone), list };
}
