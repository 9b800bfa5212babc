import {
  type CustomerQuery,
  inBoth,
  type ListedStanding,
  type ListPlace,
  type NumberRange,
} from '../../loyalty/customer-query.ts';
import type { RfmSpread } from '../../loyalty/ready-segments.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import { countInWalk, customersInWalk, endOfWalk, rfmSpread, type WalkOf } from './customer-lists.sql.ts';

/** What a list is of, and as of when. */
export interface AskedList {
  readonly query: CustomerQuery;
  readonly today: Day;
  /** How many days a customer may stay away and be active. */
  readonly activeWindowDays: number;
}

/** How many customers are gone through at once. */
export const walkLength = 20_000;

const first: ListPlace = { worthMinor: Number.MAX_SAFE_INTEGER, id: 0 };

/** Lists of customers, the greatest value first. */
export function customerListsStore(sql: Sql, workspaceId: number) {
  return {
    /** The next customers of a list after a place, of one walk. */
    async page(asked: AskedList, after: ListPlace | null, limit: number): Promise<ListedStanding[]> {
      const rows = await sql.rows(customersInWalk[whoseOf(asked)], [
        ...walkOf(asked, after),
        ...filtersOf(asked),
        limit,
      ]);
      return rows.map(({ worth, last, ...row }) => ({ ...row, worthMinor: Number(worth), lastOrderDay: last }));
    },

    /** Where a walk from a place ends; null: it has gone through all. */
    async endOfWalk(asked: AskedList, after: ListPlace | null): Promise<ListPlace | null> {
      const [end] = await sql.rows(endOfWalk[whoseOf(asked)], walkOf(asked, after));
      return end ? { id: end.id, worthMinor: Number(end.worth) } : null;
    },

    /** How many the first walk finds, and whether it has gone through all. */
    async count(asked: AskedList): Promise<{ readonly found: number; readonly isAll: boolean }> {
      const [row] = await sql.rows(countInWalk[whoseOf(asked)], [...walkOf(asked, null), ...filtersOf(asked)]);
      return { found: row?.found ?? 0, isAll: (row?.walked ?? 0) < walkLength };
    },

    /** How recently, how often and for how much customers order; null: nobody has. */
    async spread(today: Day): Promise<RfmSpread | null> {
      const [row] = await sql.rows(rfmSpread, [workspaceId, today, walkLength]);
      if (!row?.recent || !row.orders) return null;
      const [recent, orders] = [fifths(row.recent), fifths(row.orders)];
      return { customers: row.customers, recent, orders, worthMinor: Number(row.worth ?? 0) };
    },
  };

  function walkOf({ query, today }: AskedList, after: ListPlace | null) {
    const { worthMinor, id } = after ?? first;
    const { least, most } = query.value ?? nothing;
    const all = Number.MAX_SAFE_INTEGER;
    // What a row of an earlier release asks for has no owner.
    return [workspaceId, today, worthMinor, id, walkLength, least ?? -all, most ?? all, query.owner ?? null] as const;
  }
}

function whoseOf({ query }: AskedList): WalkOf {
  return query.owner ? 'owned' : 'all';
}

function fifths([two = 0, three = 0]: readonly number[]): readonly [number, number] {
  return [two, three];
}

const nothing: NumberRange = { least: null, most: null };

function filtersOf({ query, today, activeWindowDays }: AskedList) {
  const { country, segment, source, orders, last, nps, lapsed, rung } = query;
  return [
    country,
    segment,
    source,
    ...ends(orders),
    ...knownBetween(query, today),
    ...ends(last),
    lapsed ? activeWindowDays : null,
    ...ends(nps),
    rung,
  ] as const;
}

/** The first and the last day on which a customer may have become known. */
function knownBetween({ known, knownFor }: CustomerQuery, today: Day): readonly [number | null, number | null] {
  const since = { least: known?.from ?? null, most: known ? known.to - 1 : null };
  if (knownFor === null) return ends(since);
  const ago = (days: number | null) => (days === null ? null : today - days);
  return ends(inBoth(since, { least: ago(knownFor.most), most: ago(knownFor.least) }));
}

function ends(range: NumberRange | null): readonly [number | null, number | null] {
  return [range?.least ?? null, range?.most ?? null];
}
