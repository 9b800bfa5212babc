import type { ReadContext } from '../../context.ts';
import type { SharedAlertsFacts } from '../../facts/customer.ts';
import { listFollowUps } from './list-follow-ups.ts';

/** As many as are read at a glance; a press shows the others. */
const mostShown = 3;

/** The alerts that share a message: those to take first, then who has the others. */
export async function readSharedAlerts(context: ReadContext, subject: string, now: Date): Promise<SharedAlertsFacts> {
  const of = (status: 'open' | 'claimed', limit: number) =>
    listFollowUps(context, { kind: 'alert', subject, status }, { limit }, now);
  const open = await of('open', mostShown);
  const claimed = await of('claimed', mostShown - open.followUps.length);
  const count = await context.store.followUps.countSharing(subject);
  return {
    alertsPerHour: context.settings.alertsPerHour,
    count,
    open: open.total,
    claimed: claimed.total,
    done: count - open.total - claimed.total,
    list: [...open.followUps, ...claimed.followUps],
  };
}
