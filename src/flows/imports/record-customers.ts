import type { Clock } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { NewCustomer } from '../../loyalty/facts/customer.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { type CustomerFinder, customerFinder } from '../customers/find-customers.ts';
import type { Concern } from '../upkeep/settle-standings.ts';
import { byKey, isSame, nothingRecorded, type Recorder, settleConcerns } from './recorder.ts';
import { type ChangedPeople, changedPeople } from './told-of-rows.ts';

/** Takes customers. A row says nothing where it is empty, and nothing is taken away. */
export function customerRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  rules: HeldRules,
  people: Pick<ChangedPeople, 'add'> = changedPeople(),
): Recorder<NewCustomer> {
  const finder = customerFinder(clock, tx, true, 'by-number');
  const counts = { ...nothingRecorded };
  const concerns = new Map<number, Concern>();
  const made = new Set<string>();
  let byRule: RuleNames | null = null;

  return {
    async take(rows) {
      byRule ??= await readRuleNames(tx);
      const refusals = rows.map((row) => refusalOf(row, byRule ?? noNames));
      const taken = rows.filter((_, i) => refusals[i] === null);
      const kept = await readKept(tx, finder, taken);
      const moved = new Map<number, readonly string[]>();
      const changed = new Map<string, Customer>();
      for (const row of taken) {
        const customer = kept.customers.get(row.customer);
        if (!customer) continue;
        const next = merge(customer, row, kept);
        const tags = row.segments?.map((tag) => kept.spelt.tags.get(tag) ?? tag) ?? null;
        const movesTo = tags && !hasSame(tags, kept.segments.get(customer.id) ?? []) ? tags : null;
        const isNew = !kept.before.has(row.customer) && !made.has(row.customer);
        const same = movesTo === null && isSame(customer, next);
        made.add(row.customer);
        counts[isNew ? 'imported' : same ? 'unchanged' : 'updated'] += 1;
        if (same && !isNew) continue;
        if (movesTo) {
          kept.segments.set(customer.id, movesTo);
          moved.set(customer.id, movesTo);
        }
        people.add(customer, next);
        for (const id of concernedBy(customer, next)) concerns.set(id, 'read-anew');
        kept.customers.set(row.customer, next);
        changed.set(row.customer, next);
      }
      await tx.customers.update([...changed.values()]);
      await tx.segments.set(moved);
      return refusals.flatMap((refusal, position) => (refusal ? [{ position, ...refusal }] : []));
    },
    async settle() {
      const customersMade = await settleConcerns(tx, rules, { finder, concerns, sheet: countSheet() });
      // Those that only recommend somebody are made on the way; the others are what was imported.
      return { ...counts, customersMade: customersMade - counts.imported };
    },
  };
}

/** What segments that keep themselves are called, by the folded name. */
type RuleNames = ReadonlyMap<string, string>;
const noNames: RuleNames = new Map();

async function readRuleNames(tx: WorkspaceStore): Promise<RuleNames> {
  const { rules } = await tx.segmentRules.list();
  return new Map(rules.map(({ name }) => [foldSpelling(name), name]));
}

/** Why a row is not taken beside what is known; null: it is. */
function refusalOf({ customer, recommendedBy, segments }: NewCustomer, byRule: RuleNames) {
  if (customer === recommendedBy) return { why: 'self-recommendation' } as const;
  const segment = segments?.map((tag) => byRule.get(foldSpelling(tag))).find((name) => name !== undefined);
  return segment === undefined ? null : ({ why: 'segment-by-rule', segment } as const);
}

/** Whom it concerns that a customer is another than before: the customer, and those who recommended or no longer do. */
function concernedBy(before: Customer, next: Customer): number[] {
  const recommenders = [before.recommendedById, next.recommendedById].flatMap((id) => id ?? []);
  return before.recommendedById === next.recommendedById ? [next.id] : [next.id, ...recommenders];
}

/** What is known of the customers whom rows tell of, and of those who recommended them. */
interface Kept {
  /** Those who were known before. */
  readonly before: ReadonlyMap<string, number>;
  readonly ids: ReadonlyMap<string, number>;
  readonly customers: Map<string, Customer>;
  readonly segments: Map<number, readonly string[]>;
  readonly spelt: Spellings;
}

async function readKept(tx: WorkspaceStore, finder: CustomerFinder, rows: readonly NewCustomer[]): Promise<Kept> {
  const named = rows.map(({ customer }) => customer);
  const madeBefore = finder.madeIds().length;
  const ids = await finder.find([
    ...rows.map(({ customer, email }) => ({ customer, email: email?.toLowerCase() ?? null })),
    ...rows.map(({ recommendedBy }) => ({ customer: recommendedBy })),
  ]);
  const made = new Set(finder.madeIds().slice(madeBefore));
  const before = new Map(
    named.flatMap((number) => {
      const id = ids.get(number);
      return id === undefined || made.has(id) ? [] : [[number, id] as const];
    }),
  );
  // Somebody may be editing those who were there before: what is read of them now is what is written over.
  await tx.customers.hold([...before.values()]);
  const { rows: customers } = byKey(await tx.customers.findByExternalId(named), ({ externalId }) => externalId);
  const segments = await tx.segments.ofCustomers(
    rows.flatMap((row) => (row.segments === null ? [] : (ids.get(row.customer) ?? []))),
  );
  return { before, ids, customers, segments, spelt: await spellings(tx, rows) };
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

function merge(customer: Customer, row: NewCustomer, { ids, spelt }: Kept): Customer {
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
    source: row.source === null ? customer.source : (spelt.sources.get(row.source) ?? row.source),
    relationshipYears: row.relationshipYears ?? customer.relationshipYears,
    rewardMinor: row.rewardMinor ?? customer.rewardMinor,
    rewardCurrency: row.rewardMinor === null ? customer.rewardCurrency : row.rewardCurrency,
  };
}
