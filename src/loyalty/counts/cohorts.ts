import { calendarWindow } from '../time/calendar.ts';
import { type Day, isoFromDay, type Window } from '../time/period.ts';

/** Customers who ordered for the first time in the same month, and how many of them ordered in the months after. */
export interface Cohort {
  readonly month: Window;
  readonly size: number;
  /** One for every month after it that has begun, the next one first. */
  readonly months: readonly CohortMonth[];
}

export interface CohortMonth {
  readonly customers: number;
  /** 0 to 1. */
  readonly share: number;
  /** The month is not over: the share is in progress and will not be lower. */
  readonly running: boolean;
}

/**
 * Cohorts from the counts of their customers who ordered in each month, the oldest first. Months in which nobody ordered for the
 * first time have none.
 *
 * @param counts cohorts as `2026-03`, months by their first days
 */
export function toCohorts(
  counts: readonly { readonly cohort: string; readonly month: Day; readonly customers: number }[],
  from: Day,
  asOf: Day,
): Cohort[] {
  const known = new Map(counts.map(({ cohort, month, customers }) => [`${cohort} ${month}`, customers]));
  return monthsBetween(from, asOf).flatMap((month) => {
    const name = isoFromDay(month.from).slice(0, 7);
    const size = known.get(`${name} ${month.from}`) ?? 0;
    if (size === 0) return [];
    const months = monthsBetween(month.to, asOf).map((later) => {
      const customers = known.get(`${name} ${later.from}`) ?? 0;
      return { customers, share: customers / size, running: later.to > asOf };
    });
    return [{ month: month.to > asOf ? { ...month, to: asOf } : month, size, months }];
  });
}

/** Every month that has begun before a day, from the one that holds `from`. */
function monthsBetween(from: Day, asOf: Day): Window[] {
  const months: Window[] = [];
  for (let day = from; day < asOf; ) {
    const month = calendarWindow('month', day);
    months.push(month);
    day = month.to;
  }
  return months;
}
