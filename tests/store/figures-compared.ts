import type pg from 'pg';
import { keptWindows } from '../../src/loyalty/counts/stays.ts';
import type { Dimension } from '../../src/loyalty/figures/figure.ts';
import { type FigureName, figureNames, figures } from '../../src/loyalty/figures/index.ts';
import { placementAsOf } from '../../src/loyalty/ladder/rung-rules.ts';
import type { Standing } from '../../src/loyalty/ladder/standing.ts';
import { calendarWindow } from '../../src/loyalty/time/calendar.ts';
import { type Calendar, type Day, isoFromDay, type Window } from '../../src/loyalty/time/period.ts';
import type { Which } from '../../src/store/counts/counted.ts';
import type { Counts } from '../../src/store/counts/figures.ts';
import { openStore, type Store, type WorkspaceStore } from '../../src/store/store.ts';
import type { Compare } from './consistency.ts';
import { type Entry, entriesIn, type Member, membersOf, totalsBefore } from './plain-counts.ts';
import type { World } from './raw-world.ts';

/** What the store gives for figures and ladder against plain counts, as of every `stride`-th day. */
export async function compareFigures(
  pool: pg.Pool,
  workspaceId: number,
  world: World,
  standings: readonly Standing[],
  stride: number,
  compare: Compare,
): Promise<void> {
  const store = storeOn(pool).of(workspaceId);
  const members = membersOf(world, standings);
  const days = daysToCount(world, stride);
  const settings = await store.settings.read();
  for (const figure of figureNames) {
    if ((figure === 'clv' || figure === 'revenue') && world.ratesChange) continue;
    for (const [turn, windows] of windowsOf(figure, days).entries()) {
      const entries = windows.map((window) => entriesIn(world, members, figure, window));
      for (const which of whiches(figure, entries.flat(), turn)) {
        const kept = await store.figures.counts(figure, windows, which, settings);
        for (const [i, window] of windows.entries()) {
          const what = `${figure} ${JSON.stringify(which)} of ${isoFromDay(window.from)} ${isoFromDay(window.to)} ${window.calendar ?? ''}`;
          const counted = figure === 'cac' ? withoutSpend(kept[i]) : kept[i];
          compare(what, tidied(counted), tidied(summed(entries[i] ?? [], which)));
        }
      }
    }
  }
  for (const asOf of days) {
    compare(`orders before ${asOf}`, await store.figures.orderTotals(asOf), totalsBefore(members, asOf));
    compare(`ladder as of ${asOf}`, await ladderAsOf(store, asOf), plainLadder(world, standings, asOf));
  }
  await compareMovements(store, world, standings, days, compare);
  await compareCohorts(store, members, days, compare);
}

export function storeOn(pool: pg.Pool): Store {
  return openStore({ kind: 'server', pool, durable: true, lock: null, dump: null, close: async () => undefined });
}

/** What was spent is no count of customers. */
function withoutSpend(counts: ReadonlyMap<string, readonly number[]> | undefined) {
  return new Map([...(counts ?? [])].map(([key, [, , won = 0]]) => [key, [0, 0, won]] as const));
}

/** Lists of windows that are asked for together: those of one kept span, and those that are counted freely. */
function windowsOf(figure: FigureName, days: readonly Day[]): Window[][] {
  const running = (calendar: Calendar) => days.map((to) => ({ ...calendarWindow(calendar, to - 1), to }));
  const whole = (calendar: Calendar) => days.slice(-2).map((day) => calendarWindow(calendar, day));
  const kept: Window[][] = [
    ...[1, ...keptWindows].map((length) => days.map((to) => ({ from: to - length, to }))),
    ...(['week', 'month', 'quarter', 'year'] as const).map((calendar) => [...running(calendar), ...whole(calendar)]),
  ];
  const few = days.filter((_, i) => i % Math.ceil(days.length / 2) === 1);
  const free = few.flatMap((to) => [
    { from: to - 47, to },
    { from: to - 400, to },
  ]);
  // Of two windows with kept counts of different spans, both are counted freely.
  const mixed = few.slice(-1).flatMap((to) => [calendarWindow('month', to), { from: to - 90, to }]);
  if (figure === 'nps' || figure === 'repeat' || figure === 'retention') return [...kept, [...free, ...mixed]];
  // The others are summed up alike whatever the length of the window; churn is retention's other side.
  return figure === 'churn' ? [running('month')] : [[...running('month'), ...free]];
}

/**
 * All; every part of each dimension by itself; in turn, one part of a dimension alone, which may be one that there is not, and
 * with a second one, or told apart by another dimension.
 */
function whiches(figure: FigureName, entries: readonly Entry[], turn: number): Which[] {
  const { dimensions } = figures[figure];
  const dimension = dimensions[turn % dimensions.length] ?? 'source';
  const values = [...new Set(entries.flatMap(({ valuesOf }) => valuesOf(dimension)))].sort();
  const value = values[entries.length % Math.max(1, values.length)] ?? 'nowhere';
  const part = { dimension, value };
  const other = dimensions[(turn + 1) % dimensions.length] ?? dimension;
  const both = entries.find(({ valuesOf }) => valuesOf(dimension).includes(value) && valuesOf(other).length > 0);
  const second = { dimension: other, value: both?.valuesOf(other)[0] ?? 'nowhere' };
  const several =
    other === dimension
      ? []
      : [
          { part, within: [second] },
          { by: other, within: [part] },
        ];
  return [{ part: null }, ...dimensions.map((by) => ({ by })), { part }, ...several];
}

function summed(entries: readonly Entry[], which: Which): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const { counts, valuesOf } of entries) {
    const isWithin = (which.within ?? []).every((part) => valuesOf(part.dimension).includes(part.value));
    for (const key of isWithin ? keysOf(which, valuesOf) : []) {
      const sum = sums.get(key) ?? [];
      sums.set(key, sum);
      counts.forEach((count, i) => {
        sum[i] = (sum[i] ?? 0) + count;
      });
    }
  }
  return sums;
}

function keysOf(which: Which, valuesOf: (dimension: Dimension) => readonly string[]): readonly string[] {
  if ('by' in which) return valuesOf(which.by);
  if (which.part === null) return [''];
  return valuesOf(which.part.dimension).includes(which.part.value) ? [''] : [];
}

/** What is not there counts nothing. */
function tidied(counts: ReadonlyMap<string, Counts> | undefined): unknown {
  return [...(counts ?? [])]
    .filter(([, of]) => of.some((count) => Math.abs(count) > 1e-9))
    .map(([key, of]) => [key, ...withoutLastZeros(of.map((count) => Math.round(count * 1e6) / 1e6))])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function withoutLastZeros(counts: readonly number[]): number[] {
  return counts.slice(0, counts.findLastIndex((count) => count !== 0) + 1);
}

type Rungs = Readonly<Record<string, number>>;

async function ladderAsOf(store: WorkspaceStore, asOf: Day): Promise<Rungs> {
  const rungs: Record<string, number> = {};
  for (const { from, to, count } of await store.figures.rungMovements(null, asOf)) {
    rungs[to] = (rungs[to] ?? 0) + count;
    if (from !== null) rungs[from] = (rungs[from] ?? 0) - count;
  }
  return tidyRungs(rungs);
}

function plainLadder(world: World, standings: readonly Standing[], asOf: Day): Rungs {
  const rungs: Record<string, number> = {};
  for (const standing of standings) {
    const rung = rungOf(world, standing, asOf);
    if (rung !== null) rungs[rung] = (rungs[rung] ?? 0) + 1;
  }
  return tidyRungs(rungs);
}

/** Who moved from where to where within 30 days, found by asking for everybody's rung on every day. */
async function compareMovements(
  store: WorkspaceStore,
  world: World,
  standings: readonly Standing[],
  days: readonly Day[],
  compare: Compare,
): Promise<void> {
  for (const to of days.filter((_, i) => i % Math.ceil(days.length / 3) === 1)) {
    const moves: Record<string, number> = {};
    for (const standing of standings) {
      for (let day = to - 30; day < to; day += 1) {
        const [before, after] = [rungOf(world, standing, day), rungOf(world, standing, day + 1)];
        const move = `${before ?? ''}>${after}`;
        if (after !== before) moves[move] = (moves[move] ?? 0) + 1;
      }
    }
    const kept = await store.figures.rungMovements(to - 30, to);
    const named = Object.fromEntries(kept.map((move) => [`${move.from ?? ''}>${move.to}`, move.count]));
    compare(`moves in the 30 days before ${to}`, tidyRungs(named), tidyRungs(moves));
  }
}

function rungOf(world: World, standing: Standing, asOf: Day) {
  const pins = world.pins.get(standing.customerId) ?? [];
  return placementAsOf({ ...standing, pins }, asOf, world.rules)?.rung ?? null;
}

function tidyRungs(rungs: Rungs): Rungs {
  return Object.fromEntries(
    Object.entries(rungs)
      .filter(([, count]) => count !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** From the month of the first day, and from a later one: the customers won before it are left out. Months may be running. */
async function compareCohorts(
  store: WorkspaceStore,
  members: readonly Member[],
  days: readonly Day[],
  compare: Compare,
): Promise<void> {
  const to = days.at(-2) ?? 0;
  for (const day of [days[0] ?? 0, days[days.length >> 1] ?? 0]) {
    const { from } = calendarWindow('month', day);
    const cells = new Map<string, { cohort: string; month: Day; customers: number }>();
    for (const { orderDays } of members) {
      const [first = Infinity] = orderDays;
      if (first < from) continue;
      const months = orderDays.filter((of) => of < to).map((of) => calendarWindow('month', of).from);
      for (const month of new Set(months)) {
        const cohort = isoFromDay(first).slice(0, 7);
        const cell = cells.get(`${cohort} ${month}`) ?? { cohort, month, customers: 0 };
        cell.customers += 1;
        cells.set(`${cohort} ${month}`, cell);
      }
    }
    const plain = [...cells.values()].sort((a, b) =>
      a.cohort === b.cohort ? a.month - b.month : a.cohort < b.cohort ? -1 : 1,
    );
    const kept = await store.figures.cohorts(from, to);
    const inOrder = kept.map(({ cohort, month, customers }) => ({ cohort, month, customers }));
    compare(`cohorts from ${isoFromDay(from)}`, inOrder, plain);
  }
}

/** From the day before anything was known until everything has lapsed. */
function daysToCount({ customers, orders, answers, pins }: World, stride: number): Day[] {
  const days = [
    ...customers.map(({ created_day, since_day }) => since_day ?? created_day),
    ...[...orders.values(), ...answers.values()].flat().map(({ day }) => day),
    ...[...pins.values()].flat().map(({ fromDay }) => fromDay),
  ].sort((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  return Array.from({ length: Math.ceil((last - first + 368) / stride) }, (_, i) => first + i * stride);
}
