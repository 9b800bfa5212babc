import type { Context } from '../../context.ts';
import { reviewCron } from '../../loyalty/review.ts';
import type { Schedule } from '../../store/desk/schedules.ts';
import { nextDue } from './run-digests.ts';

export type ReviewChoice = Pick<Schedule, 'channelId' | 'timeZone' | 'locale' | 'active'>;

/**
 * Lets a channel have the review of each quarter on the first weekday of the next, or no longer. Switching it on counts from
 * now: what would have been due before is not made up for.
 *
 * @returns the schedule; null where there is none and none is wanted
 */
export async function setReview(
  context: Context,
  choice: ReviewChoice,
  memberId: string | null,
): Promise<Schedule | null> {
  const { schedules } = context.store;
  const { channelId, timeZone, active } = choice;
  if (!active && !(await schedules.findByChannel(channelId, 'quarterly-review'))) return null;
  const doneUntil = context.now();
  return schedules.save({
    ...choice,
    kind: 'quarterly-review',
    cron: reviewCron,
    sections: context.sections.review.map(({ name }) => name),
    doneUntil,
    dueAt: nextDue(context.timetable, { cron: reviewCron, timeZone }, doneUntil),
    createdBy: memberId,
  });
}
