import type { ReadContext } from '../../context.ts';
import type { CustomerListFacts, ListedCustomer } from '../../facts/customer-list.ts';
import type { CustomerQuery, ListedStanding, ListPlace } from '../../loyalty/customer-query.ts';
import { type Factors, toMoney } from '../../loyalty/facts/worth.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { readLadder } from '../figures/read-ladder.ts';
import { factorsInto } from '../upkeep/read-factors.ts';
import { toName } from './read-names.ts';

/** Which page of a list: what comes after a place, and how many were shown before it. */
export interface ListPage {
  readonly after: ListPlace | null;
  readonly before: number;
}

type OpenList = Awaited<ReturnType<ReadContext['store']['customerLists']['open']>>;

const pageSize = 10;
/** How many walks one answer may take: of a rare kind among very many customers, the next press goes on. */
const mostWalks = 3;

/** A page of the customers of whom all that is asked for holds, with how many there are. */
export async function listCustomers(
  { store, settings }: ReadContext,
  query: CustomerQuery,
  { after, before }: ListPage,
  today: Day,
): Promise<CustomerListFacts> {
  const { activeWindowDays } = settings.ladderRules;
  const asked = { query, today, activeWindowDays };
  const window = { from: today + 1, to: today + 1 };
  const list = await store.customerLists.open(asked);
  const [{ counts }, found, walked, ownerName, factors] = await Promise.all([
    readLadder({ store, settings }, window, 0),
    list.count(),
    walk(list, after),
    readOwnerName(store, query),
    factorsInto(settings.currency, store),
  ]);
  const base = rungs.reduce((sum, rung) => sum + counts[rung], 0);
  const kept = isRungAlone(query) ? (query.rung === null ? base : counts[query.rung]) : null;
  const page = walked.rows.slice(0, pageSize);
  const next = walked.rows.length > pageSize ? placeOf(page.at(-1)) : walked.end;
  // Several walks may show more than the first one found.
  const shown = before + page.length;
  const isAll = found.isAll || next === null;
  const count = found.isAll ? found.found : (kept ?? (next === null ? shown : Math.max(found.found, shown)));
  return {
    query,
    ownerName,
    count,
    isExact: isAll || kept !== null,
    base,
    before,
    customers: await nameAll(store, page, factors),
    next,
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
  for (let after: ListPlace | null = null; ; ) {
    const rows: ListedStanding[] = await list.page(after, sliceSize);
    if (rows.length > 0) yield await nameAll(store, rows, factors);
    after = rows.length === sliceSize ? placeOf(rows.at(-1)) : await list.endOfWalk(after);
    if (after === null) return;
  }
}

const sliceSize = 500;

/** What a page is cut from, and where to look further if it is all; null: nowhere. */
async function walk(list: OpenList, after: ListPlace | null) {
  const rows: ListedStanding[] = [];
  let end: ListPlace | null = after;
  for (let walks = 0; walks < mostWalks; walks += 1) {
    const from: ListPlace | null = end;
    rows.push(...(await list.page(from, pageSize + 1 - rows.length)));
    if (rows.length > pageSize) return { rows, end: null };
    end = await list.endOfWalk(from);
    if (end === null) break;
  }
  return { rows, end };
}

function isRungAlone(query: CustomerQuery): boolean {
  return Object.entries(query).every(([name, asked]) => name === 'rung' || asked === null || asked === false);
}

function placeOf(row: ListPlace | undefined): ListPlace | null {
  return row ? { worthMinor: row.worthMinor, id: row.id } : null;
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
