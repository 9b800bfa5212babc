import type { Context } from '../../context.ts';
import type { Marks } from '../../loyalty/changed-meanwhile.ts';
import { everySecondWeek, readTurn } from '../../loyalty/time/every-second-week.ts';
import { isTimeZone, localDay, windowBefore } from '../../loyalty/time/period.ts';
import { parseWhen } from '../../loyalty/time/read-schedule.ts';
import type { WhenRefusal } from '../../loyalty/time/when-refusal.ts';
import type { Schedule } from '../../store/desk/schedules.ts';
import { gatherDigest } from './gather.ts';
import { mergeSchedule, type ScheduleConflict } from './merge-schedule.ts';
import { addDigest } from './post-digest.ts';
import { digestWindow, nextDue, sectionsOf } from './run-digests.ts';

export interface DigestChoice extends Pick<Schedule, 'channelId' | 'timeZone' | 'locale' | 'sections' | 'active'> {
  /** As typed: "Mondays 9:00" or a cron expression. */
  readonly when: string;
  /** What the form was drawn from (`marksOfSchedule`); left out: whatever holds is to be another. */
  readonly seen?: Marks;
}

export type SetDigestOutcome =
  | { readonly kind: 'saved'; readonly schedule: Schedule }
  /** Nothing was saved; each refusal belongs to a field. */
  | { readonly kind: 'refused'; readonly refusals: readonly DigestRefusal[] }
  | ScheduleConflict;

export type DigestRefusal =
  | { readonly field: 'when'; readonly refusal: WhenRefusal }
  | { readonly field: 'timeZone'; readonly typed: string }
  /** None was chosen. */
  | { readonly field: 'sections' };

/**
 * Saves a channel's digest; a channel has at most one. A change of its times, or switching it on, counts from now: what
 * would have been due before is not made up for.
 */
export async function setDigest(
  context: Context,
  choice: DigestChoice,
  memberId: string | null,
): Promise<SetDigestOutcome> {
  const { timeZone } = choice;
  const refusals: DigestRefusal[] = [];
  const when = parseWhen(choice.when);
  if (when.kind === 'refused') refusals.push({ field: 'when', refusal: when });
  if (!isTimeZone(timeZone)) refusals.push({ field: 'timeZone', typed: timeZone });
  const sections = sectionsOf(context, choice).map(({ name }) => name);
  if (sections.length === 0) refusals.push({ field: 'sections' });
  if (when.kind === 'refused' || refusals.length > 0) return { kind: 'refused', refusals };

  return context.transaction(async (tx): Promise<SetDigestOutcome> => {
    // Whoever else saves one waits, so that what is compared is what is written over.
    await tx.settings.readToChange();
    const before = await tx.schedules.findByChannel(choice.channelId);
    const { locale, active } = choice;
    const cron = turnFrom(context, { cron: when.cron, timeZone }, before);
    const merged = mergeSchedule(before, { cron, timeZone, locale, sections, active }, choice.seen);
    if (merged.kind !== 'merged') return merged;
    const doneUntil = context.now();
    const schedule = await tx.schedules.save({
      ...merged.wanted,
      kind: 'digest',
      channelId: choice.channelId,
      doneUntil,
      dueAt: nextDue(context.timetable, merged.wanted, doneUntil),
      createdBy: memberId,
    });
    return { kind: 'saved', schedule };
  });
}

/** When a digest that is chosen like that would first come, were it saved now; null: its words or its time zone are refused. */
export function firstDue(
  context: Pick<Context, 'timetable' | 'now'>,
  { when, timeZone }: Pick<DigestChoice, 'when' | 'timeZone'>,
  before: Schedule | null,
): Date | null {
  const read = parseWhen(when);
  if (read.kind === 'refused' || !isTimeZone(timeZone)) return null;
  return nextDue(
    context.timetable,
    { cron: turnFrom(context, { cron: read.cron, timeZone }, before), timeZone },
    context.now(),
  );
}

/**
 * When it comes; one of every second week, in the week in which it comes next; one that was like that already keeps its weeks.
 *
 * @param before the channel's schedule as it was
 */
function turnFrom(
  { timetable, now }: Pick<Context, 'timetable' | 'now'>,
  { cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>,
  before: Schedule | null,
): string {
  const asked = readTurn(cron);
  if (asked.every === 1 || cron !== everySecondWeek(asked.cron)) return cron;
  const known = before && readTurn(before.cron);
  if (before && known?.every === 2 && known.cron === asked.cron) return before.cron;
  const [even, odd] = [everySecondWeek(asked.cron, 0), everySecondWeek(asked.cron, 1)];
  const isEvenFirst =
    nextDue(timetable, { cron: even, timeZone }, now()) < nextDue(timetable, { cron: odd, timeZone }, now());
  return isEvenFirst ? even : odd;
}

/**
 * Posts a digest at once, beside the scheduled ones. It tells of as many days as the channel's next one will, seven
 * where the channel has none, and of today. A repeated request posts nothing more.
 *
 * @param requestKey names the request, for example by Slack's trigger_id
 */
export async function postDigestNow(
  context: Context,
  channelId: string,
  requestKey: string,
): Promise<'queued' | 'already-queued'> {
  const now = context.now();
  const isNew = await context.transaction(async (tx) => {
    const schedule = await tx.schedules.findByChannel(channelId);
    const settings = await tx.settings.read();
    const { timeZone } = settings;
    const next =
      schedule && digestWindow(context.timetable, schedule, nextDue(context.timetable, schedule, now), timeZone);
    const window = windowBefore(localDay(now, timeZone) + 1, next ? next.to - next.from : 7);
    const sections = schedule ? sectionsOf(context, schedule) : context.sections.digest;
    const digest = { ...(await gatherDigest(sections, { store: tx, settings, window, now })), late: null };
    return addDigest(tx, { channelId, key: digestNowSubject(requestKey) }, digest, now);
  });
  if (isNew) context.nudgeDelivery();
  return isNew ? 'queued' : 'already-queued';
}

/** Of the post that a request for a digest becomes. */
export function digestNowSubject(requestKey: string): string {
  return `digest-now:${requestKey}`;
}
