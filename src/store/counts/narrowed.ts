import type { KeptRead } from '../../loyalty/counts/kept-read.ts';
import { convertExactly, MissingRate, type Rates, ratesInto } from '../../loyalty/facts/rates.ts';
import type { Dimension, Part } from '../../loyalty/figures/figure.ts';
import type { Day, Window } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import { ratesStore } from '../facts/rates.ts';
import {
  type NarrowedKey,
  type NarrowedRead,
  narrowedCohorts,
  narrowedCounts,
  narrowedCustomers,
  narrowedRevenue,
  narrowedSales,
} from './narrowed.sql.ts';

type Counted = Map<string, readonly number[]>;

/** Parts of different dimensions that must all hold, told apart by a dimension or not. */
export interface Narrowed {
  readonly parts: readonly Part[];
  readonly by: Dimension | null;
}

/**
 * Counts of customers of whom several things hold at once ("country DK and segment vip"), for which nothing is kept: they cost a
 * look at every customer, or at those of the segment.
 */
export function narrowedStore(sql: Sql, workspaceId: number) {
  return {
    /** The numbers of one read over windows, by key; of spend none, as nobody knows on whom it was spent. */
    counts(
      read: KeptRead,
      windows: readonly Window[],
      which: Narrowed,
      { activeDays, currency }: { readonly activeDays: number; readonly currency: string },
    ): Promise<Counted[]> {
      switch (read.kind) {
        case 'stays':
          return counted(read.of, windows, which, activeDays);
        case 'tallies': {
          const day = ({ from, to }: Window) => (read.days === 'before-start' ? from : to);
          const asked = read.days === 'in-window' ? windows : windows.map(day).map((to) => ({ from: to, to }));
          return counted(read.of, asked, which, activeDays);
        }
        case 'won':
          return counted('won', windows, which, activeDays);
        case 'revenue':
          return revenue(windows, which, currency);
        case 'sales':
          return sales(windows, which, currency);
        case 'spend':
          return Promise.resolve(windows.map(() => new Map()));
      }
    },

    /** As `salesByCurrency` of the money figures, of the customers of all the parts. */
    async salesByCurrency(window: Window, parts: readonly Part[]): Promise<Map<string, readonly number[]>> {
      const rows = await sql.rows(narrowedSales.all[amountPlaceOf({ parts, by: null })], asked([window], parts, 0));
      const found = new Map<string, readonly number[]>();
      for (const { currency, ...row } of rows) {
        found.set(currency, added(found.get(currency), [row.orders, row.amount, row.refunds]));
      }
      return found;
    },

    /** Customers of all the parts, by their ids; of a rung, those who stand there before a day. */
    async customers(parts: readonly Part[], before: Day): Promise<number[]> {
      const rows = await sql.rows(narrowedCustomers[placeOf(parts)], asked([{ from: before, to: before }], parts, 0));
      return rows.map(({ id }) => id);
    },

    /** As `keptCounts.cohorts`, of the customers of all the parts. */
    cohorts: (
      from: Day,
      before: Day,
      parts: readonly Part[],
    ): Promise<{ cohort: string; month: Day; customers: number }[]> =>
      sql.rows(narrowedCohorts[placeOf(parts)], asked([{ from, to: before }], parts, 0)),
  };

  async function counted(
    read: NarrowedRead,
    windows: readonly Window[],
    { parts, by }: Narrowed,
    activeDays: number,
  ): Promise<Counted[]> {
    const rows = await sql.rows(narrowedCounts[read][keyOf(by)][placeOf(parts)], asked(windows, parts, activeDays));
    return windows.map(
      (_, i) => new Map(rows.filter(({ place }) => place === i + 1).map(({ key, counts }) => [key, counts])),
    );
  }

  async function revenue(windows: readonly Window[], { parts, by }: Narrowed, currency: string): Promise<Counted[]> {
    const [rates, rows] = await Promise.all([
      ratesStore(sql, workspaceId).list(),
      sql.rows(narrowedRevenue[keyOf(by)][amountPlaceOf({ parts, by })], asked(windows, parts, 0)),
    ]);
    const worth = worthIn(ratesInto(currency, rates));
    return byWindow(
      windows,
      rows.map((row) => ({ ...row, numbers: [worth(row, row.amount ?? 0), worth(row, row.times ?? 0)] })),
    );
  }

  async function sales(windows: readonly Window[], { parts, by }: Narrowed, currency: string): Promise<Counted[]> {
    const [rates, rows] = await Promise.all([
      ratesStore(sql, workspaceId).list(),
      sql.rows(narrowedSales[keyOf(by)][amountPlaceOf({ parts, by })], asked(windows, parts, 0)),
    ]);
    const worth = worthIn(ratesInto(currency, rates));
    return byWindow(
      windows,
      rows.map((row) => ({
        ...row,
        numbers: [row.orders, worth(row, row.amount), worth(row, row.refunds), worth(row, row.first)],
      })),
    );
  }

  function asked(windows: readonly Pick<Window, 'from' | 'to'>[], parts: readonly Part[], activeDays: number) {
    const of = (dimension: Dimension) => parts.find((part) => part.dimension === dimension)?.value ?? null;
    return [
      workspaceId,
      numberArray(windows.map(({ from }) => from)),
      numberArray(windows.map(({ to }) => to)),
      of('country'),
      of('segment'),
      of('source'),
      of('rung'),
      Math.trunc(activeDays),
    ] as const;
  }
}

function keyOf(by: Dimension | null): NarrowedKey {
  return by ?? 'all';
}

function amountPlaceOf({ parts, by }: Narrowed) {
  const byRung = by === 'rung' || parts.some(({ dimension }) => dimension === 'rung');
  const place = placeOf(parts);
  return place === 'anywhere' && byRung ? 'on-rungs' : place;
}

function placeOf(parts: readonly Part[]) {
  return parts.some(({ dimension }) => dimension === 'segment') ? 'in-segment' : 'anywhere';
}

/** An amount of a day in the reporting currency. @throws MissingRate */
function worthIn(rates: Rates) {
  return (of: { readonly currency: string; readonly day: Day }, amountMinor: number): number => {
    const converted = convertExactly(rates, [{ ...of, amountMinor }]);
    if (converted.kind === 'converted') return converted.amountMinor;
    throw new MissingRate(converted.currency, rates.base, converted.day);
  };
}

function byWindow(
  windows: readonly Window[],
  rows: readonly { readonly place: number; readonly key: string; readonly numbers: readonly number[] }[],
): Counted[] {
  const found = windows.map(() => new Map<string, readonly number[]>());
  for (const { place, key, numbers } of rows) found[place - 1]?.set(key, added(found[place - 1]?.get(key), numbers));
  return found;
}

function added(before: readonly number[] = [], numbers: readonly number[]): readonly number[] {
  return numbers.map((number, i) => number + (before[i] ?? 0));
}
