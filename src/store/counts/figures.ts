import { keptSpan, type StayFigure, type StaySums, standingBetween } from '../../loyalty/counts/stays.ts';
import type { FigureName } from '../../loyalty/figures/figure.ts';
import type { LadderRules, Rung } from '../../loyalty/ladder/ladder.ts';
import type { Settings } from '../../loyalty/settings.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { countLost, countOrders, countVotes, type Which } from './counted.ts';
import { keptCountsStore, type TallySum } from './kept-counts.ts';
import { moneyFigures } from './money-figures.ts';
import type { SegmentChoice } from './sums-before.ts';

/** Numbers whose meaning the figure knows; see `countsOf` of each. */
export type Counts = readonly number[];

/** What the figures are computed from. Kept windows cost the same with any number of customers. */
export function figuresStore(sql: Sql, workspaceId: number) {
  const kept = keptCountsStore(sql, workspaceId);

  return {
    /**
     * The counts of a figure over windows. Per window, by value of the dimension where one is asked for; under the empty
     * text else. What is not there counts nothing.
     */
    async counts(
      figure: FigureName,
      windows: readonly Window[],
      which: Which,
      { ladderRules: rules, currency }: FigureSettings,
    ): Promise<Map<string, Counts>[]> {
      switch (figure) {
        case 'nps':
          return stays('nps', windows, which, () => countVotes(sql, workspaceId, windows, which));
        case 'repeat': {
          const counted = await stays('repeat', windows, which, () => countOrders(sql, workspaceId, windows, which));
          return counted.map((counts) => mapValues(counts, ([first = 0, later = 0]) => [first + later, later]));
        }
        case 'csat':
        case 'cli':
          return between(figure, windows, which);
        case 'retention':
        case 'churn':
          return retention(windows, which, rules);
        case 'referral':
          return before(
            figure,
            windows.map(({ to }) => to),
            which,
          );
        case 'cac':
          return cac(windows, which, currency);
        case 'clv':
          return clv(windows, which, rules, currency);
      }
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

    /** Orders and revenue before a day, per currency, the largest revenue first. */
    async orderTotals(before: Day): Promise<{ currency: string; orders: number; amountMinor: number }[]> {
      const rows = await kept.tallies('orders', [before], 'all');
      return rows
        .map(({ segment, first, second }) => ({ currency: segment, orders: first, amountMinor: second }))
        .filter(({ orders, amountMinor }) => orders !== 0 || amountMinor !== 0)
        .sort((a, b) => b.amountMinor - a.amountMinor || (a.currency < b.currency ? -1 : 1));
    },

    cohorts: kept.cohorts,
    valuesOf: kept.valuesOf,
  };

  /** Stays that began in each window and stood at its end, of each kind. */
  async function stays(
    figure: StayFigure,
    windows: readonly Window[],
    which: Which,
    count: () => Promise<Map<string, Counts>[]>,
  ): Promise<Map<string, Counts>[]> {
    const span = keptSpan(windows);
    if (span === null) return count();
    const { dimension, segments } = placeOf(which);
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

  /** The tallies of the days of each window. */
  async function between(figure: string, windows: readonly Window[], which: Which): Promise<Map<string, Counts>[]> {
    const { dimension, segments } = placeOf(which);
    const rows = await kept.tallies(nameOf(figure, dimension), ends(windows), segments);
    return windows.map(
      (window) => new Map([...differences(rows, window)].map(([segment, counts]) => [keyOf(which, segment), counts])),
    );
  }

  /** The tallies of all days before each of some days. */
  async function before(figure: string, days: readonly Day[], which: Which): Promise<Map<string, Counts>[]> {
    const { dimension, segments } = placeOf(which);
    const rows = await kept.tallies(nameOf(figure, dimension), [...new Set(days)], segments);
    return days.map((day) => {
      const own = rows.filter(({ asOf }) => asOf === day);
      return new Map(own.map((row) => [keyOf(which, row.segment), [row.first, row.second, row.third]]));
    });
  }

  /** Customers active when each window begins, and those of them who no longer are when it ends. */
  async function retention(
    windows: readonly Window[],
    which: Which,
    rules: LadderRules,
  ): Promise<Map<string, Counts>[]> {
    const { activeWindowDays } = rules;
    // In a window longer than customers stay active, some who lapsed were not active when it began.
    const isKept = windows.every(({ from, to }) => to - from <= activeWindowDays);
    const count = () => countLost(sql, workspaceId, windows, which, activeWindowDays);
    const [active, lost] = await Promise.all([
      before(
        'active',
        windows.map(({ from }) => from),
        which,
      ),
      isKept ? stays('lost', windows, which, count) : count(),
    ]);
    return windows.map((_, i) => {
      const gone = lost[i] ?? noCounts;
      return mapValues(active[i] ?? noCounts, ([atStart = 0], key) => [atStart, gone.get(key)?.[0] ?? 0]);
    });
  }

  /** Spend in each window, customers won in it, and 1 where any spend is known. */
  async function cac(windows: readonly Window[], which: Which, currency: string): Promise<Map<string, Counts>[]> {
    const { dimension, segments } = placeOf(which);
    const [rows, spent] = await Promise.all([
      // Any span will do: of first orders only the beginnings count.
      kept.stays('repeat', dimension, ends(windows), segments, 'day'),
      moneyFigures(sql, workspaceId, currency).spend(windows, which),
    ]);
    return windows.map(({ from, to }, i) => {
      const won = new Map<string, number>();
      for (const { asOf, segment, kinds } of rows) {
        const key = keyOf(which, segment);
        const sign = asOf === to ? 1 : asOf === from ? -1 : 0;
        won.set(key, (won.get(key) ?? 0) + sign * (kinds[0]?.began ?? 0));
      }
      const keys = new Set([...won.keys(), ...(spent[i]?.keys() ?? [])]);
      return new Map(
        [...keys].map((key) => [key, [spent[i]?.get(key) ?? 0, won.get(key) ?? 0, spent[i]?.has(key) ? 1 : 0]]),
      );
    });
  }

  /** What the average lifetime value is made of, over the year that ends with each window; see `ClvCounts`. */
  async function clv(
    windows: readonly Window[],
    which: Which,
    rules: LadderRules,
    currency: string,
  ): Promise<Map<string, Counts>[]> {
    const money = moneyFigures(sql, workspaceId, currency);
    const years = windows.map(({ to }) => ({ from: to - 365, to }));
    const [all, entered, active, kept] = await Promise.all([
      money.revenue('orders', years, which),
      money.revenue('entered', years, which),
      before(
        'active',
        windows.map(({ to }) => to),
        which,
      ),
      retention(years, which, rules),
    ]);
    return windows.map((_, i) => {
      const [activeNow = noCounts, past = noCounts] = [active[i], kept[i]];
      const countsOf = (key: string): Counts => {
        const own = entered[i]?.get(key);
        const [count = 0] = activeNow.get(key) ?? [];
        const [atStart = 0, lost = 0] = past.get(key) ?? [];
        const amount = (all[i]?.get(key)?.amount ?? 0) - (own?.amount ?? 0);
        return [amount, (own?.times ?? 0) / 100, count, atStart, lost];
      };
      const keys = new Set([...activeNow.keys(), ...(all[i]?.keys() ?? []), ...past.keys()]);
      return new Map([...keys].map((key) => [key, countsOf(key)]));
    });
  }
}

/** What of the settings figures depend on. */
export type FigureSettings = Pick<Settings, 'ladderRules' | 'currency'>;

const nothing: StaySums = { began: 0, ended: 0, brief: 0 };
const noCounts: ReadonlyMap<string, Counts> = new Map();

/** The dimension under which the counts are kept, and which segments of it. */
function placeOf(which: Which): { dimension: string; segments: SegmentChoice } {
  if ('by' in which) return { dimension: which.by, segments: 'all' };
  const { dimension, value } = which.part ?? { dimension: '', value: '' };
  return { dimension, segments: { one: value } };
}

function nameOf(figure: string, dimension: string): string {
  return dimension === '' ? figure : `${figure}/${dimension}`;
}

function keyOf(which: Which, segment: string): string {
  return 'by' in which ? segment : '';
}

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

function mapValues(
  counts: ReadonlyMap<string, Counts>,
  map: (counts: Counts, key: string) => Counts,
): Map<string, Counts> {
  return new Map([...counts].map(([key, value]) => [key, map(value, key)]));
}

function bySegment(a: { readonly segment: string }, b: { readonly segment: string }): number {
  return a.segment < b.segment ? -1 : 1;
}
