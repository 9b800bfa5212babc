import type { Context } from '../../context.ts';
import type { DigestTurn, DigestTurned } from '../../facts/report.ts';
import type { Schedule } from '../../store/desk/schedules.ts';
import { nextDue } from './run-digests.ts';

/**
 * Lets a channel's digest pause, go on, or leave out the next one. What would have come in a pause is not made up for.
 *
 * @param seenDueAt the one to skip, as it was seen: pressed late, no other is left out; null: the next, whichever it is
 */
export async function turnDigest(
  context: Context,
  channelId: string,
  turn: DigestTurn,
  seenDueAt: Date | null = null,
): Promise<DigestTurned> {
  const { store, now, timetable } = context;
  const schedule = await store.schedules.findByChannel(channelId);
  if (!schedule || (turn !== 'resume' && !schedule.active)) return { kind: 'none' };
  if (turn === 'skip') return skip(context, schedule, seenDueAt);
  const doneUntil = now();
  const dueAt = nextDue(timetable, schedule, doneUntil);
  const saved = await store.schedules.save({ ...schedule, active: turn === 'resume', doneUntil, dueAt });
  return turn === 'pause' ? { kind: 'paused' } : { kind: 'resumed', dueAt: saved.dueAt, timeZone: saved.timeZone };
}

/** Notes the period as one that was dealt with: whoever looks when it is due finds that, and posts nothing. */
async function skip(context: Context, schedule: Schedule, seenDueAt: Date | null): Promise<DigestTurned> {
  const { id, timeZone, dueAt: skipped } = schedule;
  if (seenDueAt && seenDueAt.getTime() !== skipped.getTime()) return { kind: 'passed' };
  const run = { dueAt: skipped, ranAt: context.now(), skipped: 0 };
  const isNew = await context.transaction((tx) => tx.schedules.addRun(id, run));
  if (!isNew) return { kind: 'passed' };
  return { kind: 'skipped', skipped, dueAt: nextDue(context.timetable, schedule, skipped), timeZone };
}
