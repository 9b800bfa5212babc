import type { GatherRequest } from '../../context.ts';
import type { DigestParts } from '../../facts/report.ts';
import { isOverdue } from '../../loyalty/follow-up.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { byWorth } from './by-worth.ts';
import { readFollowUps } from './read-follow-ups.ts';

/** So many of the oldest are looked at for the dearest. */
const considered = 100;

/** How many follow-ups there are to do, and the open ones to take first: those overdue before the others, of each the dearest. */
export async function readMostUrgent(
  request: GatherRequest,
  most: number,
): Promise<NonNullable<DigestParts['followUps']>> {
  const { store, settings, today, now } = request;
  const { followUps: open } = await store.followUps.list({ kind: 'open' }, today, considered);
  const counts = await store.followUps.counts(today);
  const dearest = await byWorth(request, open, now);
  const late = dearest.filter((followUp) => isOverdue(followUp, today));
  const others = dearest.filter((followUp) => !isOverdue(followUp, today));
  const oldest = await store.followUps.oldestOpen();
  return {
    ...counts,
    oldestDay: oldest && localDay(oldest, settings.timeZone),
    list: await readFollowUps(request, [...late, ...others].slice(0, most), now),
  };
}
