import type { Context } from '../../context.ts';
import type { Marks } from '../../loyalty/changed-meanwhile.ts';
import { reviewCron } from '../../loyalty/review.ts';
import type { Schedule } from '../../store/desk/schedules.ts';
import { mergeSchedule, type ScheduleConflict } from './merge-schedule.ts';
import { nextDue } from './run-digests.ts';

export interface ReviewChoice extends Pick<Schedule, 'channelId' | 'timeZone' | 'locale' | 'active'> {
  /** What the form was drawn from (`marksOfSchedule`); left out: whatever holds is to be another. */
  readonly seen?: Marks;
}

export type SetReviewOutcome =
  /** Null where there is none and none is wanted. */
  { readonly kind: 'saved'; readonly schedule: Schedule | null } | ScheduleConflict;

/**
 * Lets a channel have the review of each quarter on the first weekday of the next, or no longer. Switching it on counts from
 * now: what would have been due before is not made up for.
 */
export async function setReview(
  context: Context,
  choice: ReviewChoice,
  memberId: string | null,
): Promise<SetReviewOutcome> {
  const { channelId, timeZone, locale, active, seen } = choice;
  return context.transaction(async (tx): Promise<SetReviewOutcome> => {
    await tx.settings.readToChange();
    const before = await tx.schedules.findByChannel(channelId, 'quarterly-review');
    if (!active && !before) return { kind: 'saved', schedule: null };
    const sections = context.sections.review.map(({ name }) => name);
    const wish = { cron: reviewCron, timeZone, locale, sections, active };
    // What it is made of, and when it comes, nobody chooses.
    const merged = mergeSchedule(before && { ...before, cron: reviewCron, timeZone, sections }, wish, seen);
    if (merged.kind !== 'merged') return merged;
    const doneUntil = context.now();
    const schedule = await tx.schedules.save({
      ...merged.wanted,
      kind: 'quarterly-review',
      channelId,
      doneUntil,
      dueAt: nextDue(context.timetable, merged.wanted, doneUntil),
      createdBy: memberId,
    });
    return { kind: 'saved', schedule };
  });
}
