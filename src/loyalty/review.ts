import { calendarWindow } from './time/calendar.ts';
import type { Day, Window } from './time/period.ts';

/** The first weekday of each quarter at 9:00: `1W` is the weekday nearest to the 1st within its month. */
export const reviewCron = '0 9 1W 1,4,7,10 *';

/** The whole quarter before the one that a day lies in. */
export function quarterBefore(day: Day): Window {
  return calendarWindow('quarter', calendarWindow('quarter', day).from - 1);
}
