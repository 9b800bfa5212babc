import { moneySegment } from '../loyalty/contribution.ts';
import type { Dimension, FigureName, Part } from '../loyalty/figures/figure.ts';
import type { LadderRules, Rung } from '../loyalty/ladder.ts';
import type { Day, Window } from '../loyalty/period.ts';
import { type KeptSpan, keptSpan, type StayFigure, type StaySums, standingBetween } from '../loyalty/stays.ts';
import { countLost, countOrders, countVotes } from './counted.ts';
import { keptCountsStore } from './kept-counts.ts';
import type { Sql } from './sql.ts';

/** Numbers whose meaning the figure knows; see `countsOf` of each. */
export type Counts = readonly number[];

/** Which customers or answers: all, those of a part, or every part of a dimension by itself. */
export type Which = { readonly part: Part | null } | { readonly by: Dimension };

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
      rules: LadderRules,
    ): Promise<Map<string, Counts>[]> {
      switch (figure) {
        case 'nps':
          return stays('nps', windows, which, (window) => countVotes(sql, workspaceId, window, which));
        case 'repeat':
          return (
            await stays('repeat', windows, which, (window) => countOrders(sql, workspaceId, window, which))
          ).map((counts) => mapValues(counts, ([first = 0, later = 0]) => [first + later, later]));
        case 'csat':
          return between('csat', windows, which);
      }
    },

    /** Changes of rung summed up over the days before `to` and, where given, from `from` on. */
    async rungMovements(from: Day | null, to: Day): Promise<{ from: Rung | null; to: Rung; count: number }[]> {
      const rows = await kept.tallies('ladder', from === null ? [to] : [from, to], 'all');
      const before = new Map(rows.filter((row) => row.as_of === from).map((row) => [row.segment, row.first]));
      return rows
        .filter(({ as_of }) => as_of === to)
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
  };

  /** Stays that began in each window and stood at its end, of each kind. */
  async function stays(
    figure: StayFigure,
    windows: readonly Window[],
    which: Which,
    count: (window: Window) => Promise<Map<string, Counts>>,
  ): Promise<Map<string, Counts>[]> {
    const [span, ...others] = windows.map(keptSpan);
    if (span === null || span === undefined || others.some((other) => other !== span)) {
      return Promise.all(windows.map(count));
    }
    const { dimension, segment } = placeOf(which);
    const rows = await kept.stays(figure, dimension, ends(windows), segment, span);
    return windows.map(({ from, to }) => {
      const before = new Map(rows.filter(({ as_of }) => as_of === from).map((row) => [row.segment, row.kinds]));
      const own = rows.filter(({ as_of }) => as_of === to);
      return new Map(
        own.map(({ segment, kinds }) => [
          'by' in which ? segment : '',
          kinds.map((sums, kind) => standingBetween(before.get(segment)?.[kind] ?? nothing, sums, span)),
        ]),
      );
    });
  }

  /** The tallies of the days of each window. */
  async function between(figure: string, windows: readonly Window[], which: Which): Promise<Map<string, Counts>[]> {
    const { dimension, segment } = placeOf(which);
    const rows = await kept.tallies(nameOf(figure, dimension), ends(windows), segment);
    return windows.map(({ from, to }) => {
      const before = new Map(rows.filter(({ as_of }) => as_of === from).map((row) => [row.segment, row]));
      const own = rows.filter(({ as_of }) => as_of === to);
      return new Map(
        own.map((row) => {
          const then = before.get(row.segment);
          return ['by' in which ? row.segment : '', [row.first - (then?.first ?? 0), row.second - (then?.second ?? 0), row.third - (then?.third ?? 0)]];
        }),
      );
    });
  }
}
