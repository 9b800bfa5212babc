import type { Part } from '../../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import type { Series } from '../../loyalty/figures/series.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import { type Day, type Window, windowBefore } from '../../loyalty/time/period.ts';
import { countsOrRefusal, type FigureContext, readScales } from './read-figure.ts';

/** How many periods are told, the running one among them. */
const periods: Readonly<Record<Series['step'], number>> = { day: 90, week: 13, month: 13, quarter: 8 };

/** The length of the windows that end on each day of a series of days. */
const dayWindow = 90;

/**
 * A figure over time. Of weeks, months and quarters each by itself, the running one up to the as-of day; of days the 90 days that
 * end with each.
 */
export async function readSeries(
  { store, settings }: FigureContext,
  name: FigureName,
  { step, asOf, part = null, count = periods[step] }: SeriesQuestion,
): Promise<Series> {
  const windows = windowsOf(step, asOf, count);
  const counted = await countsOrRefusal(store, name, windows, { part }, settings);
  const figure = figures[name];
  const points = windows.map((window, i) => {
    const { value, base, interval } = figure.measure(figure.countsOf(counted[i]?.get('') ?? []));
    return { window, value, base, interval, running: step !== 'day' && calendarWindow(step, window.from).to > asOf };
  });
  const span = { from: Math.min(...windows.map(({ from }) => from)), to: asOf };
  return { figure: name, step, points, ...(await readScales(store, name, [span])) };
}

export interface SeriesQuestion {
  readonly step: Series['step'];
  readonly asOf: Day;
  readonly part?: Part | null;
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
