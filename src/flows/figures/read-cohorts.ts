import { type Cohort, toCohorts } from '../../loyalty/counts/cohorts.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** How many months are told, the running one among them; and of each cohort, its own among them. */
const shownMonths = 13;

/**
 * The cohorts of the last year: who came back in which month after the first order.
 *
 * @param over the cohorts whose month has a day in this window, in place of those; of more than thirteen the newest
 * @param parts all of which hold of everybody who is counted
 */
export async function readCohorts(
  store: WorkspaceStore,
  asOf: Day,
  { over = null, parts = [] }: { readonly over?: Window | null; readonly parts?: readonly Part[] } = {},
): Promise<Cohort[]> {
  const last = calendarWindow('month', (over?.to ?? asOf) - 1);
  let { from } = last;
  for (let month = 1; month < shownMonths && from > (over?.from ?? 0); month += 1)
    ({ from } = calendarWindow('month', from - 1));
  const cohorts = toCohorts(await store.figures.cohorts(from, asOf, parts), from, asOf);
  return cohorts
    .filter(({ month }) => month.from < last.to)
    .map((cohort) => ({ ...cohort, months: cohort.months.slice(0, shownMonths - 1) }));
}
