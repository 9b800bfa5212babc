import { type Marks, marksOf, mergeChanges } from '../../loyalty/changed-meanwhile.ts';
import type { Schedule } from '../../store/desk/schedules.ts';

/** What a person changes of a channel's digest or review. */
export type ScheduleWish = Pick<Schedule, 'cron' | 'timeZone' | 'locale' | 'sections' | 'active'>;

/** Why nothing was saved: somebody else was at it since the form was opened. */
export type ScheduleConflict =
  /** The form was opened for a channel without one, and the channel has one. */
  | { readonly kind: 'there-already' }
  /** Both changed the same, each by its name. */
  | { readonly kind: 'changed-meanwhile'; readonly names: readonly string[] };

/** Marks of what a form of a digest or review is drawn from. @param schedule null: the channel has none */
export function marksOfSchedule(schedule: ScheduleWish | null): Marks {
  return marksOf(schedule ? wishOf(schedule) : none);
}

/** What is to be written over a channel's schedule. @param seen left out: all that is wanted */
export function mergeSchedule(
  before: Schedule | null,
  wanted: ScheduleWish,
  seen: Marks | undefined,
): { readonly kind: 'merged'; readonly wanted: ScheduleWish } | ScheduleConflict {
  if (!seen || !before) return { kind: 'merged', wanted };
  const { merged, both } = mergeChanges(seen, wishOf(before), wanted);
  if (both.length === 0) return { kind: 'merged', wanted: merged };
  const wasThere = seen.cron !== marksOfSchedule(null).cron;
  return wasThere ? { kind: 'changed-meanwhile', names: both } : { kind: 'there-already' };
}

function wishOf({ cron, timeZone, locale, sections, active }: ScheduleWish): ScheduleWish {
  return { cron, timeZone, locale, sections, active };
}

const none = { cron: null, timeZone: null, locale: null, sections: null, active: null };
