import {
  type CustomerQuery,
  inBoth,
  type ListedStanding,
  type ListPlace,
  type NumberRange,
} from '../../loyalty/customer-query.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import type { RfmSpread } from '../../loyalty/ready-segments.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { Sql } from '../database/sql.ts';
import {
  campaignToWalk,
  countInWalk,
  customersInWalk,
  endOfOwnedWalk,
  endOfWalk,
  rfmSpread,
} from './customer-lists.sql.ts';

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
      const { way, id } = await wayOf(asked);
      const rows = await sql.rows(customersInWalk[way], [...walkOf(asked, after), ...filtersOf(asked, id), limit]);
      return rows.map(({ worth, last, ...row }) => ({ ...row, worthMinor: Number(worth), lastOrderDay: last }));
    },

    /** Where a walk from a place ends; null: it has gone through all. */
    async endOfWalk(asked: AskedList, after: ListPlace | null): Promise<ListPlace | null> {
      // All whom a small campaign contacted were gone through at once.
      const { way } = await wayOf(asked);
      if (way === 'contacted') return null;
      const walk = walkOf(asked, after);
      const [end] =
        way === 'owned'
          ? await sql.rows(endOfOwnedWalk, [...walk, asked.query.owner ?? ''])
          : await sql.rows(endOfWalk, walk);
      return end ? { id: end.id, worthMinor: Number(end.worth) } : null;
    },

    /** How many the first walk finds, and whether it has gone through all. */
    async count(asked: AskedList): Promise<{ readonly found: number; readonly isAll: boolean }> {
      const { way, id } = await wayOf(asked);
      const [row] = await sql.rows(countInWalk[way], [...walkOf(asked, null), ...filtersOf(asked, id)]);
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

  /** Through whom a walk goes, and the campaign's id; of one that is gone nobody is found. */
  async function wayOf({ query: { campaign, owner } }: AskedList) {
    const way = owner ? 'owned' : 'all';
    if (!campaign) return { way, id: null } as const;
    const [found] = await sql.rows(campaignToWalk, [workspaceId, foldSpelling(campaign.name), walkLength]);
    if (!found) return { way: 'contacted', id: 0 } as const;
    return { way: found.contacts < walkLength ? 'contacted' : way, id: found.id } as const;
  }

  function walkOf({ query, today }: AskedList, after: ListPlace | null) {
    const { worthMinor, id } = after ?? first;
    const { least, most } = query.value ?? nothing;
    const all = Number.MAX_SAFE_INTEGER;
    return [workspaceId, today, worthMinor, id, walkLength, least ?? -all, most ?? all] as const;
  }
}

function fifths([two = 0, three = 0]: readonly number[]): readonly [number, number] {
  return [two, three];
}

const nothing: NumberRange = { least: null, most: null };

function filtersOf({ query, today, activeWindowDays }: AskedList, campaignId: number | null) {
  const { country, segment, source, orders, last, nps, lapsed, rung, campaign, owner } = query;
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
    campaignId,
    campaign?.variant ?? null,
    campaign?.responded ?? false,
    // What a row of an earlier release asks for has none.
    owner ?? null,
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
