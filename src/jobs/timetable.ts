import { Cron } from 'croner';
import { readTurn, turnOf } from '../loyalty/time/every-second-week.ts';
import { instantOf, localMinute } from '../loyalty/time/period.ts';
import type { Timetable } from '../loyalty/time/read-schedule.ts';

/**
 * When a cron expression comes in a time zone. The expression is followed on the wall clock as if clocks never changed;
 * each local time is then turned into its instant: one that summer time skips becomes the first minute after the gap,
 * one that comes twice is the first. Two local times that become the same instant are one.
 */
export const timetable: Timetable = {
  next(cron, timeZone, after) {
    const wallClock = wallClockOf(cron);
    let local = asIfUtc(localMinute(after.getTime(), timeZone));
    for (;;) {
      const found = wallClock.nextRun(local);
      if (!found) return null;
      const due = dueInstant(found, timeZone);
      if (due > after && isItsTurn(cron, found)) return due;
      local = found;
    }
  },

  previous(cron, timeZone, before) {
    const wallClock = wallClockOf(cron);
    // An hour that comes twice shows earlier instants at later local times: look from a day ahead.
    let local = asIfUtc(localMinute(before.getTime(), timeZone) + 1440);
    for (;;) {
      const [found] = wallClock.previousRuns(1, local);
      if (!found) return null;
      const due = dueInstant(found, timeZone);
      if (due < before && isItsTurn(cron, found)) return due;
      local = found;
    }
  },
};

/** Whether a local time lies in a week in which the schedule comes. */
function isItsTurn(kept: string, local: Date): boolean {
  const { every, turn } = readTurn(kept);
  return every === 1 || turnOf(Math.floor(local.getTime() / 86_400_000)) === turn;
}

function dueInstant(local: Date, timeZone: string): Date {
  return instantOf(local.getTime() / 60_000, timeZone);
}

function asIfUtc(minute: number): Date {
  return new Date(minute * 60_000);
}

/** Never started: it only computes. As in Vixie cron, a day field that begins with an asterisk joins the other by "and". */
function wallClockOf(kept: string): Cron {
  const { cron } = readTurn(kept);
  const [, , day = '', , weekday = ''] = cron.split(' ');
  const domAndDow = day.startsWith('*') || weekday.startsWith('*');
  return new Cron(cron, { mode: '5-part', timezone: 'UTC', paused: true, domAndDow });
}
