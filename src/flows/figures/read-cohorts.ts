import { type Cohort, toCohorts } from '../../loyalty/counts/cohorts.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** How many months are told, the running one among them. */
const shownMonths = 13;

/** The cohorts of the last year: who came back in which month after the first order. */
export async function readCohorts(store: WorkspaceStore, asOf: Day): Promise<Cohort[]> {
  let { from } = calendarWindow('month', asOf - 1);
  for (let month = 1; month < shownMonths; month += 1) ({ from } = calendarWindow('month', from - 1));
  return toCohorts(await store.figures.cohorts(from, asOf), from, asOf);
}
