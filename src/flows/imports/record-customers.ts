import type { Clock } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { NewCustomer } from '../../loyalty/facts/customer.ts';
import type { LadderRules } from '../../loyalty/ladder/ladder.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';
import type { RecordCounts } from './record-orders.ts';

/** Takes customers into one transaction, batch by batch, and settles them at its end. */
export interface CustomerRecorder {
  /** @returns the positions in `customers` that were not taken: they name themselves as their own recommender */
  take(customers: readonly NewCustomer[]): Promise<number[]>;
  settle(): Promise<RecordCounts>;
}

export function customerRecorder(clock: Clock, tx: WorkspaceStore, rules: LadderRules): CustomerRecorder {
  const finder = customerFinder(clock, tx, true);
  const counts: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0 };
  const concerns = new Map<number, Concern>();
  const made = new Set<string>();

  return {
    async take(rows) {
      const refused = rows.flatMap((row, i) => (row.recommendedBy === row.customer ? [i] : []));
      const taken = rows.filter((row) => row.recommendedBy !== row.customer);
      const before = await tx.customers.idsOf(taken.map(({ customer }) => customer));
      const recommenders = taken.flatMap(({ recommendedBy }) => (recommendedBy === null ? [] : [recommendedBy]));
      const ids = await finder.find([...taken.map(({ customer }) => customer), ...recommenders]);
      // Somebody may be editing those who were there before: what is read of them now is what is written over.
      await tx.customers.hold([...before.values()]);
      const stored = await tx.customers.findByExternalId(taken.map(({ customer }) => customer));
      const known = new Map(stored.map((customer) => [customer.externalId, customer]));
      const spelt = await spellings(tx, taken);
      const segments = await tx.segments.ofCustomers(
        taken.flatMap((row) => (row.segments === null ? [] : (ids.get(row.customer) ?? []))),
      );
      const moved = new Map<number, readonly string[]>();
      const changed = new Map<string, Customer>();
      for (const row of taken) {
        const customer = known.get(row.customer);
        if (!customer) continue;
        const next = merge(customer, row, ids, spelt.sources);
        const tags = row.segments?.map((tag) => spelt.tags.get(tag) ?? tag) ?? null;
        const same = isSame(customer, next) && (tags === null || hasSame(tags, segments.get(customer.id) ?? []));
        const isNew = !before.has(row.customer) && !made.has(row.customer);
        made.add(row.customer);
        if (isNew) counts.imported += 1;
        else if (same) counts.unchanged += 1;
        else counts.updated += 1;
        if (!isNew && same) continue;
        if (tags !== null) {
          segments.set(customer.id, [...tags]);
          moved.set(customer.id, tags);
        }
        concerns.set(customer.id, 'read-anew');
        for (const id of [customer.recommendedById, next.recommendedById]) {
          if (id !== null && customer.recommendedById !== next.recommendedById) concerns.set(id, 'read-anew');
        }
        known.set(row.customer, next);
        changed.set(row.customer, next);
      }
      await tx.customers.update([...changed.values()]);
      await tx.segments.set(moved);
      return refused;
    },
    async settle() {
      for (const id of finder.madeIds()) if (!concerns.has(id)) concerns.set(id, 'read-anew');
      await settleStandings(tx, rules, concerns, countSheet());
      // Those that only recommend somebody are made on the way; the others are what was imported.
      return { ...counts, customersMade: finder.madeIds().length - counts.imported };
    },
  };
}

interface Spellings {
  readonly tags: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/** How segments and sources are written here, by how the rows write them. */
async function spellings(tx: WorkspaceStore, rows: readonly NewCustomer[]): Promise<Spellings> {
  const tags = rows.flatMap(({ segments }) => segments ?? []);
  const sources = rows.flatMap(({ source }) => (source === null ? [] : [source]));
  return { tags: await tx.spellings.shown('tag', tags), sources: await tx.spellings.shown('source', sources) };
}

function hasSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag) => b.includes(tag));
}

function merge(
  customer: Customer,
  row: NewCustomer,
  ids: ReadonlyMap<string, number>,
  sources: ReadonlyMap<string, string>,
): Customer {
  return {
    ...customer,
    name: row.name ?? customer.name,
    email: row.email ?? customer.email,
    language: row.language ?? customer.language,
    country: row.country ?? customer.country,
    sinceDay: row.sinceDay ?? customer.sinceDay,
    costMinor: row.costMinor ?? customer.costMinor,
    costCurrency: row.costMinor === null ? customer.costCurrency : row.costCurrency,
    recommendedById: row.recommendedBy === null ? customer.recommendedById : (ids.get(row.recommendedBy) ?? null),
    source: row.source === null ? customer.source : (sources.get(row.source) ?? row.source),
    relationshipYears: row.relationshipYears ?? customer.relationshipYears,
    rewardMinor: row.rewardMinor ?? customer.rewardMinor,
    rewardCurrency: row.rewardMinor === null ? customer.rewardCurrency : row.rewardCurrency,
  };
}

function isSame(a: Customer, b: Customer): boolean {
  return (Object.keys(a) as (keyof Customer)[]).every((key) => a[key] === b[key]);
}
