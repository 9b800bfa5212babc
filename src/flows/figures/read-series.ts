import type { Part } from '../../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import type { Series } from '../../loyalty/figures/series.ts';
import { calendarWindow, cutAt } from '../../loyalty/time/calendar.ts';
import { type Day, type Window, windowBefore } from '../../loyalty/time/period.ts';
import { countsOrRefusal, type FigureContext, readScales } from './read-figure.ts';

/** How many periods are told, the running one among them. */
const periods: Readonly<Record<Series['step'], number>> = { day: 90, week: 13, month: 13, quarter: 8 };

/** The length of the windows that end on each day of a series of days. */
const dayWindow = 90;

/** More points say nothing more in a picture. */
export const mostPeriods = 120;

/**
 * A figure over time. Of weeks, months and quarters each by itself, the running one up to the as-of day; of days the 90 days that
 * end with each.
 */
export async function readSeries(
  { store, settings }: FigureContext,
  name: FigureName,
  { step, asOf, part = null, within = [], over, count = periods[step] }: SeriesQuestion,
): Promise<Series> {
  const windows = over ? windowsOver(step, asOf, over) : windowsOf(step, asOf, count);
  const counted = await countsOrRefusal(store, name, windows, { part, within }, settings);
  const figure = figures[name];
  const points = windows.map((window, i) => {
    const { value, base, interval } = figure.measure(figure.countsOf(counted[i]?.get('') ?? []));
    return { window, value, base, interval, running: step !== 'day' && calendarWindow(step, window.from).to > asOf };
  });
  const span = { from: Math.min(...windows.map(({ from }) => from)), to: Math.max(...windows.map(({ to }) => to)) };
  return { figure: name, step, points, ...(await readScales(store, name, [span])) };
}

export interface SeriesQuestion {
  readonly step: Series['step'];
  readonly asOf: Day;
  readonly part?: Part | null;
  /** Further parts, all of which hold too. */
  readonly within?: readonly Part[];
  /** The periods that have a day in this window, in place of the newest ones. */
  readonly over?: Window | null;
  /** How many periods; left out: a quarter of days or weeks, a year of months, two years of quarters. */
  readonly count?: number;
}

function windowsOf(step: Series['step'], asOf: Day, count: number): Window[] {
  const windows: Window[] = [];
  for (let to = asOf; windows.length < count; ) {
    if (step === 'day') {
      windows.unshift(windowBefore(to, dayWindow));
      to -= 1;
    } else {
      const { from, calendar } = calendarWindow(step, to - 1);
      windows.unshift({ from, to, ...(calendar && { calendar }) });
      to = from;
    }
  }
  return windows;
}

/** The periods that have a day in a window, of days each day of it, as far as they have begun; `mostPeriods` and one more at most. */
export function windowsOver(step: Series['step'], asOf: Day, { from, to }: Window): Window[] {
  const windows: Window[] = [];
  for (let day = from; day < Math.min(to, asOf) && windows.length <= mostPeriods; ) {
    const whole = step === 'day' ? windowBefore(day + 1, dayWindow) : calendarWindow(step, day);
    const window = cutAt(asOf, whole);
    if (window) windows.push(window);
    day = whole.to;
  }
  return windows;
}
