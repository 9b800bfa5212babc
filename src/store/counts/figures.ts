import { lostOnRung } from '../../loyalty/counts/activity-by-rung.ts';
import type { KeptRead, TallyFigure } from '../../loyalty/counts/kept-read.ts';
import {
  type KeptSpan,
  keptSpan,
  type StayFigure,
  type StaySums,
  standingBetween,
} from '../../loyalty/counts/stays.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import type { CurrencySum } from '../../loyalty/figures/report.ts';
import type { LadderRules, Rung } from '../../loyalty/ladder/rung-rules.ts';
import type { Settings } from '../../loyalty/settings.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { countLost, countOrders, countVotes, type Which } from './counted.ts';
import { inARow } from './in-a-row.ts';
import { keptCountsStore, type TallySum } from './kept-counts.ts';
import { moneyFigures } from './money-figures.ts';
import { narrowedStore } from './narrowed.ts';
import { keyOf, nameOf, narrowedOf, placeOf } from './where-kept.ts';

/** Numbers whose meaning the figure knows; see `countsOf` of each. */
export type Counts = readonly number[];

/** What the figures are computed from. Kept windows cost the same with any number of customers. */
export function figuresStore(sql: Sql, workspaceId: number) {
  const kept = keptCountsStore(sql, workspaceId);
  const narrowed = narrowedStore(sql, workspaceId);

  return {
    /**
     * The counts of a figure over windows. Per window, by value of the dimension where one is asked for; under the empty
     * text else. What is not there counts nothing.
     */
    async counts(
      figure: FigureName,
      windows: readonly Window[],
      which: Which,
      settings: FigureSettings,
    ): Promise<Map<string, Counts>[]> {
      const { reads } = figures[figure];
      const years = windows.map(({ to }) => ({ from: to - 365, to }));
      const found = await Promise.all(
        reads.map((read) => numbersOf(read, read.over === 'year' ? years : windows, which, settings)),
      );
      const [only, ...others] = found;
      if (only && others.length === 0) return only;
      return windows.map((_, i) => inARow(reads.map((read, n) => ({ read, numbers: found[n]?.[i] ?? noCounts }))));
    },

    /** Changes of rung summed up over the days before `to` and, where given, from `from` on. */
    async rungMovements(from: Day | null, to: Day): Promise<{ from: Rung | null; to: Rung; count: number }[]> {
      const rows = await kept.tallies('ladder', from === null ? [to] : [from, to], 'all');
      const before = new Map(rows.filter((row) => row.asOf === from).map((row) => [row.segment, row.first]));
      return rows
        .filter(({ asOf }) => asOf === to)
        .sort(bySegment)
        .flatMap(({ segment, first }) => {
          const count = first - (before.get(segment) ?? 0);
          if (count === 0) return [];
          const [source = '', target = ''] = segment.split('>');
          return [{ from: source === '' ? null : (source as Rung), to: target as Rung, count }];
        });
    },

    /** Orders and revenue before a day, by currency. */
    async orderTotals(before: Day): Promise<{ currency: string; orders: number; amountMinor: number }[]> {
      const rows = await kept.tallies('orders', [before], 'all');
      return rows
        .map(({ segment, first, second }) => ({ currency: segment, orders: first, amountMinor: second }))
        .filter(({ orders, amountMinor }) => orders !== 0 || amountMinor !== 0)
        .sort((a, b) => (a.currency < b.currency ? -1 : 1));
    },

    /** What a window's orders came to in each currency, not converted. */
    async salesByCurrency(
      window: Window,
      parts: readonly Part[],
      { currency }: FigureSettings,
    ): Promise<CurrencySum[]> {
      const [part = null, ...within] = parts;
      const found = narrowedOf({ kind: 'sales' }, { part, within })
        ? await narrowed.salesByCurrency(window, parts)
        : await moneyFigures(sql, workspaceId, currency).salesByCurrency(window, part);
      return [...found]
        .map(([currency, [orders = 0, revenueMinor = 0, refundsMinor = 0]]) => ({
          currency,
          orders,
          revenueMinor,
          refundsMinor,
        }))
        .filter(({ orders, refundsMinor }) => orders !== 0 || refundsMinor !== 0)
        .sort((a, b) => (a.currency < b.currency ? -1 : 1));
    },

    cohorts: (from: Day, before: Day, parts: readonly Part[] = []) =>
      parts.length === 0 ? kept.cohorts(from, before) : narrowed.cohorts(from, before, parts),
    customersOf: narrowed.customers,
    valuesOf: kept.valuesOf,
  };

  /** The numbers of one read over windows; a key without numbers has none. */
  function numbersOf(
    read: KeptRead,
    windows: readonly Window[],
    which: Which,
    { ladderRules, currency }: FigureSettings,
  ): Promise<Map<string, Counts>[]> {
    const counted = narrowedOf(read, which);
    if (counted) {
      return narrowed.counts(read, windows, counted, { activeDays: ladderRules.activeWindowDays, currency });
    }
    switch (read.kind) {
      case 'stays':
        return stays(read.of, windows, which, ladderRules);
      case 'tallies':
        return read.days === 'in-window'
          ? between(read.of, windows, which)
          : before(read.of, read.days, windows, which);
      case 'won':
        return won(windows, which);
      case 'spend':
        return moneyFigures(sql, workspaceId, currency).spend(windows, which);
      case 'revenue':
        return moneyFigures(sql, workspaceId, currency).revenueByYears(windows, which);
      case 'sales':
        return moneyFigures(sql, workspaceId, currency).sales(windows, which);
    }
  }

  /** Stays that began in each window and stood at its end, of each kind. */
  async function stays(
    figure: StayFigure,
    windows: readonly Window[],
    which: Which,
    { activeWindowDays }: LadderRules,
  ): Promise<Map<string, Counts>[]> {
    // In a window longer than customers stay active, some who lapsed were not active when it began.
    const isTooLong = figure === 'lost' && windows.some(({ from, to }) => to - from > activeWindowDays);
    const span = isTooLong ? null : keptSpan(windows);
    if (span === null) return countStays[figure](sql, workspaceId, windows, which, activeWindowDays);
    const { dimension, segments } = placeOf(which);
    if (figure === 'lost' && dimension === 'rung') return lostByRung(span, windows, which);
    const rows = await kept.stays(figure, dimension, ends(windows), segments, span);
    return windows.map(({ from, to }) => {
      const before = new Map(rows.filter(({ asOf }) => asOf === from).map((row) => [row.segment, row.kinds]));
      const own = rows.filter(({ asOf }) => asOf === to);
      return new Map(
        own.map(({ segment, kinds }) => [
          keyOf(which, segment),
          kinds.map((sums, kind) => standingBetween(before.get(segment)?.[kind] ?? nothing, sums, span)),
        ]),
      );
    });
  }

  /** Who was lost in each window, by the rung on which they stood when it began. */
  async function lostByRung(span: KeptSpan, windows: readonly Window[], which: Which): Promise<Map<string, Counts>[]> {
    const { figure, place } = lostOnRung[span];
    const rows = await kept.tallies(figure, ends(windows), placeOf(which).segments);
    return windows.map((window) => {
      // Of windows of days their end tells, of a calendar's what came since they began.
      const own = typeof span === 'number' ? rows.filter(({ asOf }) => asOf === window.to) : rows;
      return new Map(
        [...differences(own, window)].map(([segment, counts]) => [keyOf(which, segment), [counts[place] ?? 0]]),
      );
    });
  }

  /** The tallies of the days of each window. */
  async function between(
    figure: TallyFigure,
    windows: readonly Window[],
    which: Which,
  ): Promise<Map<string, Counts>[]> {
    const { dimension, segments } = placeOf(which);
    const rows = await kept.tallies(nameOf(figure, dimension), ends(windows), segments);
    return windows.map(
      (window) => new Map([...differences(rows, window)].map(([segment, counts]) => [keyOf(which, segment), counts])),
    );
  }

  /** The tallies of all days before an end of each window. */
  async function before(
    figure: TallyFigure,
    end: 'before-start' | 'before-end',
    windows: readonly Window[],
    which: Which,
  ): Promise<Map<string, Counts>[]> {
    const { dimension, segments } = placeOf(which);
    const days = windows.map(({ from, to }) => (end === 'before-start' ? from : to));
    const rows = await kept.tallies(nameOf(figure, dimension), [...new Set(days)], segments);
    return days.map((day) => {
      const own = rows.filter(({ asOf }) => asOf === day);
      return new Map(own.map((row) => [keyOf(which, row.segment), [row.first, row.second, row.third]]));
    });
  }

  /** Customers won in each window. */
  async function won(windows: readonly Window[], which: Which): Promise<Map<string, Counts>[]> {
    const { dimension, segments } = placeOf(which);
    // Any span will do: of first orders only the beginnings count.
    const rows = await kept.stays('repeat', dimension, ends(windows), segments, 'day');
    return windows.map(({ from, to }) => {
      const found = new Map<string, Counts>();
      for (const { asOf, segment, kinds } of rows) {
        const key = keyOf(which, segment);
        const sign = asOf === to ? 1 : asOf === from ? -1 : 0;
        const [sum = 0] = found.get(key) ?? [];
        found.set(key, [sum + sign * (kinds[0]?.began ?? 0)]);
      }
      return found;
    });
  }
}

/** What of the settings figures depend on. */
export type FigureSettings = Pick<Settings, 'ladderRules' | 'currency'>;

const nothing: StaySums = { began: 0, ended: 0, brief: 0 };
const noCounts: ReadonlyMap<string, Counts> = new Map();

/** The first and last days of windows, each once. */
function ends(windows: readonly Window[]): Day[] {
  return [...new Set(windows.flatMap(({ from, to }) => [from, to]))];
}

/** What tallies came to between the ends of a window. A segment has no row at an end before which it came to nothing. */
function differences(rows: readonly TallySum[], { from, to }: Window): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const { asOf, segment, first, second, third } of rows) {
    const sign = Number(asOf === to) - Number(asOf === from);
    const [a = 0, b = 0, c = 0] = sums.get(segment) ?? [];
    if (sign !== 0) sums.set(segment, [a + sign * first, b + sign * second, c + sign * third]);
  }
  return sums;
}

/** Counts stays from the customers, for windows that no kept counts hold. */
const countStays: Readonly<Record<StayFigure, typeof countLost>> = {
  nps: countVotes,
  repeat: countOrders,
  lost: countLost,
};

function bySegment(a: { readonly segment: string }, b: { readonly segment: string }): number {
  return a.segment < b.segment ? -1 : 1;
}
