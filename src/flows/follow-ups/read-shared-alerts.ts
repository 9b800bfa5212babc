import type { ReadContext } from '../../context.ts';
import type { SharedAlertsFacts } from '../../facts/customer.ts';
import { byWorth } from './by-worth.ts';
import { readFollowUps } from './read-follow-ups.ts';

/** As many as a message has room for, with what can be done with each. */
const mostShown = 10;

/** The alerts that share a message, those of the dearest customers first. */
export async function readSharedAlerts(context: ReadContext, subject: string, now: Date): Promise<SharedAlertsFacts> {
  const all = await context.store.followUps.sharing(subject);
  const atWork = all.filter(({ status }) => status !== 'done');
  const dearest = (await byWorth(context, atWork, now)).slice(0, mostShown);
  const claimed = atWork.filter(({ status }) => status === 'claimed').length;
  return {
    alertsPerHour: context.settings.alertsPerHour,
    count: all.length,
    open: atWork.length - claimed,
    claimed,
    done: all.length - atWork.length,
    list: await readFollowUps(context, dearest, now),
  };
}
