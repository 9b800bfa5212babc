import type { Deps, Gatherer } from '../../context.ts';
import { logFault } from '../../errors.ts';
import type { DigestParts } from '../../facts/report.ts';
import { quarterBefore } from '../../loyalty/review.ts';
import { localDay, type Window } from '../../loyalty/time/period.ts';
import type { Timetable } from '../../loyalty/time/read-schedule.ts';
import type { Schedule } from '../../store/desk/schedules.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { gatherDigest, gatherReview } from './gather.ts';
import { addDigest } from './post-digest.ts';

const lateAfterMs = 10 * 60_000;
/** More than a year of hours: only a clock that jumped passes more periods, and counting decades would take a minute. */
const mostCounted = 10_000;

/**
 * Posts every digest and quarterly review that is due. Rows decide, not memory or a timer: the key of a period says whether it was posted
 * before, and its post is written by the same transaction. It may run at any time, in any number of processes. One
 * digest that fails is logged, stays due and keeps no other from being posted.
 *
 * @returns how many were posted
 */
export async function runDigests(deps: Deps): Promise<number> {
  let posted = 0;
  for (const { workspaceId, id } of await deps.store.findDueSchedules(deps.now())) {
    try {
      if (await deps.store.transaction(workspaceId, (tx) => runDigest(deps, tx, id))) posted += 1;
    } catch (cause) {
      logFault(cause, deps.log, { workspaceId, scheduleId: id });
    }
  }
  if (posted > 0) deps.nudgeDelivery();
  return posted;
}

async function runDigest(deps: Deps, tx: WorkspaceStore, id: number): Promise<boolean> {
  const now = deps.now();
  const schedule = await tx.schedules.holdDue(id, now);
  if (!schedule) return false;
  const { newest, count } = passedPeriods(deps.timetable, schedule, now);
  const isNew = newest !== null && (await postPeriod(deps, tx, schedule, { dueAt: newest, skipped: count - 1 }));
  const doneUntil = newest ?? new Date(Math.min(schedule.doneUntil.getTime(), now.getTime()));
  await tx.schedules.moveOn(schedule, { doneUntil, dueAt: nextDue(deps.timetable, schedule, doneUntil) });
  return isNew;
}

/**
 * The periods that passed since the last one that was dealt with. They are worked out anew, as a time zone's rules may
 * have changed since `dueAt` was written. A clock that went back finds none: what it already saw is dealt with.
 */
function passedPeriods(
  timetable: Timetable,
  { cron, timeZone, doneUntil }: Schedule,
  now: Date,
): { newest: Date | null; count: number } {
  let newest: Date | null = null;
  let count = 0;
  let due = timetable.next(cron, timeZone, doneUntil);
  while (due && due <= now) {
    newest = due;
    count += 1;
    due = count < mostCounted ? timetable.next(cron, timeZone, due) : null;
  }
  if (count < mostCounted) return { newest, count };
  return { newest: timetable.previous(cron, timeZone, new Date(now.getTime() + 1)), count };
}

async function postPeriod(
  deps: Deps,
  tx: WorkspaceStore,
  schedule: Schedule,
  { dueAt, skipped }: { readonly dueAt: Date; readonly skipped: number },
): Promise<boolean> {
  const now = deps.now();
  const { id, channelId } = schedule;
  if (!(await tx.schedules.addRun(id, { dueAt, ranAt: now, skipped }))) return false;
  const settings = await tx.settings.read();
  const isLate = skipped > 0 || now.getTime() - dueAt.getTime() > lateAfterMs;
  const late = isLate ? { dueAt: dueAt.toISOString(), timeZone: schedule.timeZone, skipped } : null;
  if (schedule.kind === 'quarterly-review') {
    const quarter = quarterBefore(localDay(dueAt, settings.timeZone));
    const asked = { store: tx, settings, window: quarter, now };
    const review = { ...(await gatherReview(deps.sections.review, asked)), late };
    const key = `review:${id}:${dueAt.toISOString()}`;
    await tx.outbox.add({ channelId, subject: key, key, announcement: { kind: 'review', review } }, now);
    await tx.outbox.addCanvas({ subject: key, key: `canvas:${key}` }, now);
    return true;
  }
  const window = digestWindow(deps.timetable, schedule, dueAt, settings.timeZone);
  const facts = await gatherDigest(sectionsOf(deps, schedule), { store: tx, settings, window, now });
  await addDigest(tx, { channelId, key: `digest:${id}:${dueAt.toISOString()}` }, { ...facts, late }, now);
  return true;
}

/**
 * The days that a period tells of, in the workspace's time zone: from the day on which the period before was due to the
 * day on which this one is, which is left to the next one. A weekly digest tells of seven days, whatever the clocks do.
 * A second digest on one day tells of that day so far.
 */
export function digestWindow(
  timetable: Timetable,
  { cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>,
  dueAt: Date,
  workspaceTimeZone: string,
): Window {
  const before = timetable.previous(cron, timeZone, dueAt);
  const to = localDay(dueAt, workspaceTimeZone);
  const from = before ? localDay(before, workspaceTimeZone) : to - 1;
  return from < to ? { from, to } : { from: to, to: to + 1 };
}

/** In the order of the message. */
export function sectionsOf(
  { sections }: Pick<Deps, 'sections'>,
  chosen: Pick<Schedule, 'sections'>,
): Gatherer<DigestParts>[] {
  return sections.digest.filter(({ name }) => chosen.sections.includes(name));
}

/** @throws Error for an expression that never comes; such a schedule is not saved */
export function nextDue(
  timetable: Timetable,
  { cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>,
  after: Date,
): Date {
  const due = timetable.next(cron, timeZone, after);
  if (!due) throw new Error(`The schedule "${cron}" never comes`);
  return due;
}
