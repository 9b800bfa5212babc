import type { KeptRead } from '../../loyalty/counts/kept-read.ts';
import { convertExactly, MissingRate, ratesInto } from '../../loyalty/facts/rates.ts';
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
        case 'spend':
          return Promise.resolve(windows.map(() => new Map()));
      }
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
      sql.rows(narrowedRevenue[keyOf(by)][placeOf(parts)], asked(windows, parts, 0)),
    ]);
    const known = ratesInto(currency, rates);
    const found = windows.map(() => new Map<string, readonly number[]>());
    for (const { place, key, day, ...row } of rows) {
      const [before = 0, timesBefore = 0] = found[place - 1]?.get(key) ?? [];
      const worth = (amountMinor: number | null) => {
        const converted = convertExactly(known, [{ day, currency: row.currency, amountMinor: amountMinor ?? 0 }]);
        if (converted.kind === 'converted') return converted.amountMinor;
        throw new MissingRate(converted.currency, currency, converted.day);
      };
      found[place - 1]?.set(key, [before + worth(row.amount), timesBefore + worth(row.times)]);
    }
    return found;
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

function placeOf(parts: readonly Part[]) {
  return parts.some(({ dimension }) => dimension === 'segment') ? 'in-segment' : 'anywhere';
}
