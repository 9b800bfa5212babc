import type { ReadContext } from '../../context.ts';
import type { CustomerListFacts, ListedCustomer } from '../../facts/customer-list.ts';
import type { CustomerQuery, ListedStanding, ListPlace } from '../../loyalty/customer-query.ts';
import { type Factors, toMoney } from '../../loyalty/facts/worth.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { readLadder } from '../figures/read-ladder.ts';
import { countSoFar, everySlice, readPage } from '../read-page.ts';
import { factorsInto } from '../upkeep/read-factors.ts';
import { toName } from './read-names.ts';

/** Which page of a list: what comes after a place, and how many were shown before it. */
export interface ListPage {
  readonly after: ListPlace | null;
  readonly before: number;
  /** How many are read; left out: as many as are ever shown at once. */
  readonly size?: number;
}

const pageSize = 100;

/** A page of the customers of whom all that is asked for holds, with how many there are. */
export async function listCustomers(
  { store, settings }: ReadContext,
  query: CustomerQuery,
  { after, before, size = pageSize }: ListPage,
  today: Day,
): Promise<CustomerListFacts> {
  const { activeWindowDays } = settings.ladderRules;
  const asked = { query, today, activeWindowDays };
  const window = { from: today + 1, to: today + 1 };
  const list = await store.customerLists.open(asked);
  const [{ counts }, found, { rows: page, next }, ownerName, factors] = await Promise.all([
    readLadder({ store, settings }, window, 0),
    list.count(),
    readPage<ListedStanding, ListPlace>(list, after, size),
    readOwnerName(store, query),
    factorsInto(settings.currency, store),
  ]);
  const base = rungs.reduce((sum, rung) => sum + counts[rung], 0);
  const kept = isRungAlone(query) ? (query.rung === null ? base : counts[query.rung]) : null;
  const { count, isExact } = countSoFar(found, before + page.length, next === null);
  return {
    query,
    ownerName,
    count: found.isAll ? count : (kept ?? count),
    isExact: isExact || kept !== null,
    base,
    before,
    customers: await nameAll(store, page, factors),
    next: next && placeOf(next),
  };
}

/** What the member is called whose customers a list is of; null: it is not of anybody's, or no name is known. */
export async function readOwnerName(
  { members }: ReadContext['store'],
  { owner }: CustomerQuery,
): Promise<string | null> {
  return owner ? ((await members.namesOf([owner])).get(owner) ?? null) : null;
}

/** Every customer of a list, some at a time, with what a file holds of them. */
export async function* everyCustomer(
  { store, settings }: ReadContext,
  query: CustomerQuery,
  today: Day,
): AsyncGenerator<readonly ListedCustomer[], void, undefined> {
  const asked = { query, today, activeWindowDays: settings.ladderRules.activeWindowDays };
  const list = await store.customerLists.open(asked);
  const factors = await factorsInto(settings.currency, store);
  for await (const rows of everySlice<ListedStanding, ListPlace>(list)) yield await nameAll(store, rows, factors);
}

function isRungAlone(query: CustomerQuery): boolean {
  return Object.entries(query).every(([name, asked]) => name === 'rung' || asked === null || asked === false);
}

function placeOf({ worthMinor, id }: ListPlace): ListPlace {
  return { worthMinor, id };
}

async function nameAll(
  store: ReadContext['store'],
  rows: readonly ListedStanding[],
  factors: Factors,
): Promise<ListedCustomer[]> {
  const known = new Map((await store.customers.find(rows.map(({ id }) => id))).map((one) => [one.id, one]));
  return rows.flatMap(({ id, rung, orders, revenue, worthMinor, lastOrderDay, nps }) => {
    const customer = known.get(id);
    if (!customer) return [];
    const { email, country, source } = customer;
    const standing = { rung, orders, value: toMoney(revenue, factors), worthMinor, lastOrderDay, nps };
    return [{ ...toName(customer, 'full'), ...standing, email, country, source }];
  });
}
