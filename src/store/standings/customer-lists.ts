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
import * as statements from './customer-lists.sql.ts';

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

/** How many were found, and whether all were gone through: else there are at least so many. */
export interface FoundCount {
  readonly found: number;
  readonly isAll: boolean;
}

/** Through whom a list walks. */
interface Way {
  readonly way: statements.WalkWay;
  /** All who come into question are gone through at once. */
  readonly isWhole: boolean;
  /** The campaign's id; null: no campaign is asked for. */
  readonly campaignId: number | null;
}

/** Lists of customers, the greatest value first. */
export function customerListsStore(sql: Sql, workspaceId: number) {
  return {
    /** A list to be gone through. Through whom it walks is settled here, once. */
    async open(asked: AskedList) {
      const by = await wayOf(asked.query);
      return {
        /** The next customers after a place, of one walk. */
        async page(after: ListPlace | null, limit: number): Promise<ListedStanding[]> {
          const of = [...walkOf(asked, by, after), ...filtersOf(asked, by), limit] as const;
          const rows = await sql.rows(statements.customersInWalk[by.way], of);
          return rows.map(({ worth, last, ...row }) => ({ ...row, worthMinor: Number(worth), lastOrderDay: last }));
        },

        /** Where a walk from a place ends; null: it has gone through all. */
        async endOfWalk(after: ListPlace | null): Promise<ListPlace | null> {
          if (by.isWhole) return null;
          const [end] = await sql.rows(statements.endOfWalk, walkOf(asked, by, after));
          return end ? { id: end.id, worthMinor: Number(end.worth) } : null;
        },

        /** How many the first walk finds; of a large segment, one among its own. */
        async count(): Promise<FoundCount> {
          const counted: Way = by.way === 'all' && asked.query.segment !== null ? { ...by, way: 'in-segment' } : by;
          const of = [...walkOf(asked, counted, null), ...filtersOf(asked, counted)] as const;
          const [row] = await sql.rows(statements.countInWalk[counted.way], of);
          const isAll = by.isWhole || (counted.way === 'all' && (row?.walked ?? 0) < walkLength);
          return { found: row?.found ?? 0, isAll };
        },
      };
    },

    /** How many are in a segment. */
    inSegment: peopleIn,

    /** How recently, how often and for how much customers order; null: nobody has. */
    async spread(today: Day): Promise<RfmSpread | null> {
      const [row] = await sql.rows(statements.rfmSpread, [workspaceId, today, walkLength]);
      if (!row?.recent || !row.orders) return null;
      const [recent, orders] = [fifths(row.recent), fifths(row.orders)];
      return { customers: row.customers, recent, orders, worthMinor: Number(row.worth ?? 0) };
    },
  };

  /** Of a condition that few answer to, through these alone; of a campaign that is gone nobody is found. */
  async function wayOf({ campaign, segment, owner }: CustomerQuery): Promise<Way> {
    const [contacted] = campaign
      ? await sql.rows(statements.contactedBy, [workspaceId, foldSpelling(campaign.name), walkLength])
      : [];
    const campaignId = campaign ? (contacted?.id ?? 0) : null;
    const whole = (way: statements.WalkWay) => ({ way, isWhole: true, campaignId });
    if (campaign && (contacted?.customers ?? 0) < walkLength) return whole('contacted');
    if (segment !== null && (await peopleIn(segment)).isAll) return whole('in-segment');
    if (owner && (await hasFew(owner))) return whole('owned');
    return { way: 'all', isWhole: false, campaignId };
  }

  async function peopleIn(segment: string): Promise<FoundCount> {
    const [row] = await sql.rows(statements.peopleInSegment, [workspaceId, segment, walkLength]);
    const found = row?.customers ?? 0;
    return { found, isAll: found < walkLength };
  }

  async function hasFew(owner: string): Promise<boolean> {
    const [row] = await sql.rows(statements.ownedBy, [workspaceId, owner, walkLength]);
    return (row?.customers ?? 0) < walkLength;
  }

  function walkOf({ query, today }: AskedList, { isWhole }: Way, after: ListPlace | null) {
    const { worthMinor, id } = after ?? first;
    const { least, most } = query.value ?? nothing;
    const all = Number.MAX_SAFE_INTEGER;
    // Whoever joins those who were few is not cut off.
    return [workspaceId, today, worthMinor, id, isWhole ? all : walkLength, least ?? -all, most ?? all] as const;
  }
}

function fifths([two = 0, three = 0]: readonly number[]): readonly [number, number] {
  return [two, three];
}

const nothing: NumberRange = { least: null, most: null };

function filtersOf({ query, today, activeWindowDays }: AskedList, { campaignId }: Way) {
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
