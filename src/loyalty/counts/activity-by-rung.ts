import { type Rung, type RungChange, rungAsOf } from '../ladder/rung-rules.ts';
import type { Standing } from '../ladder/standing.ts';
import { calendarEnds, calendarWindow } from '../time/calendar.ts';
import type { Day } from '../time/period.ts';
import { addTally, type CountSheet } from './count-sheet.ts';
import { type KeptSpan, keptWindows } from './stays.ts';

/**
 * Who was lost in a window is told by the rung on which they stood when it began, which is another one for each window: a stay
 * that is counted once for all windows, as those of a country are, cannot tell it. So there is a number for each span. Of windows
 * of days it is how many are lost as of the window's end; of a calendar's period how many were lost and have not come back since
 * the period began, where "began" is the same day for whoever lapsed in it.
 */
export const lostOnRung: Readonly<Record<KeptSpan, { readonly figure: string; readonly place: 0 | 1 | 2 }>> = {
  30: { figure: 'lost-of-days/rung', place: 0 },
  90: { figure: 'lost-of-days/rung', place: 1 },
  365: { figure: 'lost-of-days/rung', place: 2 },
  week: { figure: 'lost-of-month/rung', place: 0 },
  month: { figure: 'lost-of-month/rung', place: 1 },
  quarter: { figure: 'lost-of-month/rung', place: 2 },
  year: { figure: 'lost-of-year/rung', place: 0 },
  day: { figure: 'lost-of-year/rung', place: 1 },
};

type Standings = Pick<Standing, 'orderDays' | 'changes'>;

/** Counts on which rungs a customer was active, and from which it was lost. */
export function countActivityByRung(standing: Standings, activeDays: number, sign: number, sheet: CountSheet): void {
  const { changes } = standing;
  const move = (day: Day, from: Rung | null, to: Rung | null) => {
    if (from !== null) addTally(sheet.tallies('active/rung', from), day, -sign);
    if (to !== null) addTally(sheet.tallies('active/rung', to), day, sign);
  };
  for (const time of activeTimes(standing, activeDays)) {
    let rung = rungOn(changes, time.from + 1);
    move(time.from, null, rung);
    for (const change of changes) {
      if (change.day <= time.from || change.day >= time.lapse) continue;
      move(change.day, rung, change.rung);
      rung = change.rung;
    }
    move(time.lapse, rung, null);
    countLostOfDays(changes, time, activeDays, sign, sheet);
    countLostOfCalendars(changes, time, sign, sheet);
  }
}

/** From an order until the lapse, and when the customer ordered again; null: not yet. */
interface ActiveTime {
  readonly from: Day;
  readonly lapse: Day;
  readonly next: Day | null;
}

function* activeTimes({ orderDays }: Standings, activeDays: number): Generator<ActiveTime, void, undefined> {
  let from = orderDays[0] ?? 0;
  for (const [i, day] of orderDays.entries()) {
    const lapse = day + activeDays;
    const next = orderDays[i + 1] ?? null;
    if (next !== null && next <= lapse) continue;
    yield { from, lapse, next };
    from = next ?? from;
  }
}

/** As of each day from the lapse on, until the window no longer holds it or the customer is back. */
function countLostOfDays(
  changes: readonly RungChange[],
  { lapse, next }: ActiveTime,
  activeDays: number,
  sign: number,
  sheet: CountSheet,
): void {
  for (const days of keptWindows) {
    // In a longer window some who lapsed were not active when it began: such are counted.
    if (days > activeDays) continue;
    const end = Math.min(next ?? Number.POSITIVE_INFINITY, lapse + days);
    let rung = rungOn(changes, lapse + 1 - days);
    addLost(sheet, days, rung, lapse, sign);
    for (const change of changes) {
      const day = change.day + days;
      if (day <= lapse || day >= end) continue;
      addLost(sheet, days, rung, day, -sign);
      rung = change.rung;
      addLost(sheet, days, rung, day, sign);
    }
    addLost(sheet, days, rung, end, -sign);
  }
}

function countLostOfCalendars(
  changes: readonly RungChange[],
  { lapse, next }: ActiveTime,
  sign: number,
  sheet: CountSheet,
): void {
  addLost(sheet, 'day', rungOn(changes, lapse), lapse, sign);
  const ends = calendarEnds(lapse);
  for (const calendar of calendars) {
    const rung = rungOn(changes, calendarWindow(calendar, lapse).from);
    addLost(sheet, calendar, rung, lapse, sign);
    if (next !== null && next < ends[calendar]) addLost(sheet, calendar, rung, next, -sign);
  }
}

const calendars = ['week', 'month', 'quarter', 'year'] as const;

function addLost(sheet: CountSheet, span: KeptSpan, rung: Rung, day: Day, count: number): void {
  const { figure, place } = lostOnRung[span];
  const days = sheet.tallies(figure, rung);
  addTally(days, day, place === 0 ? count : 0, place === 1 ? count : 0, place === 2 ? count : 0);
}

/** Where a customer stood when a day began. */
export function rungOn(changes: readonly RungChange[], day: Day): Rung {
  return rungAsOf(changes, day) ?? 'prospect';
}
