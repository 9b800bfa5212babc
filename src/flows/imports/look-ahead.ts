import type { Clock } from '../../context.ts';
import type { FileBatch, ImportRows, KnownOrders, ReadAs, SameOrOthers } from '../../facts/import.ts';
import type { ImportNote } from '../../facts/import-note.ts';
import type { FileRefusal } from '../../facts/refusal.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { ordersAhead } from './orders-ahead.ts';
import { similarCustomers } from './similar-customers.ts';

/** What a person said of rows that may mean two things beside what is known, and how the file spells its numbers. */
export interface AheadChoices {
  readonly similarNumbers: SameOrOthers | null;
  readonly knownRows: SameOrOthers | null;
  readonly knownOrders: KnownOrders | null;
  readonly spellings: { readonly plain: boolean; readonly alike: boolean };
}

/** What a look through the whole file beside what is known comes to, before its first row is taken. */
export interface LookedAhead {
  /** Why the file is not taken until somebody says what is meant; null: nothing is open. */
  readonly refusal: FileRefusal | null;
  readonly readAs: ReadAs;
  /** The lines of rows that are there already in another form, and stay as they are. */
  readonly leftAlone: ReadonlySet<number>;
  /** By the lines of rows what they are known by so far, where that is another number or none. */
  readonly knownBy: ReadonlyMap<number, string>;
  /** What is to be told before the import. */
  readonly notes: readonly ImportNote[];
}

export const nothingAhead: LookedAhead = {
  refusal: null,
  readAs: { customers: new Map(), orders: new Map() },
  leftAlone: new Set(),
  knownBy: new Map(),
  notes: [],
};

type Batches = () => AsyncIterable<FileBatch<ImportRows[ImportKind]>>;

/** What is to be known of the rows of one kind beside customers. */
export interface AheadOfKind {
  take(rows: FileBatch<ImportRows[ImportKind]>['rows'], customerOf: (name: string) => string): Promise<void>;
  found(): Promise<Omit<LookedAhead, 'readAs'> & { readonly orders: ReadonlyMap<string, string> }>;
}

/**
 * Holds all rows of a file against what is known. Where what they may mean would make other figures, it is asked before
 * the first of them is taken.
 *
 * @param batches opens the rows of the file
 */
export async function lookAhead(
  context: Clock & { readonly store: WorkspaceStore },
  kind: ImportKind,
  batches: Batches,
  choices: AheadChoices,
): Promise<LookedAhead> {
  const similar = similarCustomers(context.store, choices.similarNumbers, choices.spellings.alike);
  const looksAtNumbers = await mayBeSimilar(context.store, kind, choices);
  const ofKind = kind === 'orders' ? await ordersAhead(context, choices) : null;
  if (!looksAtNumbers && !ofKind) return nothingAhead;
  for await (const { rows } of batches()) {
    if (looksAtNumbers) await similar.take(rows);
    await ofKind?.take(rows, (name) => similar.readAs().get(name) ?? name);
  }
  const { orders, ...found } = (await ofKind?.found()) ?? { ...nothingAhead, orders: nothingAhead.readAs.orders };
  return { ...found, refusal: similar.refusal() ?? found.refusal, readAs: { customers: similar.readAs(), orders } };
}

/** What was settled of a file whose questions were answered before it was started. */
export async function settledAhead(
  context: Clock & { readonly store: WorkspaceStore },
  plan: AheadChoices & { readonly kind: ImportKind },
  batches: Batches,
): Promise<LookedAhead> {
  const { similarNumbers, knownRows, knownOrders } = plan;
  const isSettled = similarNumbers === 'same' || knownRows === 'same' || knownOrders === 'keep';
  return isSettled ? lookAhead(context, plan.kind, batches, plan) : nothingAhead;
}

async function mayBeSimilar(
  { customers }: WorkspaceStore,
  kind: ImportKind,
  { similarNumbers, spellings }: AheadChoices,
): Promise<boolean> {
  if (kind === 'spend' || kind === 'rates' || similarNumbers === 'others') return false;
  if (spellings.alike) return true;
  if (!spellings.plain) return customers.exist();
  return customers.haveOddNumbers();
}
