import type { CountSheet } from '../../loyalty/counts/count-sheet.ts';
import type { ImportCounts } from '../../loyalty/facts/import-kind.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import type { CustomerFinder } from '../customers/find-customers.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';
import type { NotTaken } from './impossible-row.ts';

/** Takes rows of one kind into a transaction, batch by batch, and settles what follows from them at its end. */
export interface Recorder<Row> {
  take(rows: readonly Row[]): Promise<readonly NotTaken[]>;
  /** Takes note of rows that an earlier run of the import dealt with. */
  readonly passOver?: (rows: readonly Row[]) => Promise<void>;
  settle(): Promise<RecordCounts>;
}

export type RecordCounts = Omit<ImportCounts, 'refused'>;

/** What the rows of a recorder came to so far. */
export type Tally = Record<'imported' | 'updated' | 'unchanged', number>;

export const nothingRecorded: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0, followUps: 0 };

/** Rows by what tells them apart. */
export interface KeyedRows<T> {
  readonly keyOf: (row: T) => string;
  readonly rows: Map<string, T>;
}

export function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): KeyedRows<T> {
  return { keyOf, rows: new Map(rows.map((row) => [keyOf(row), row])) };
}

/**
 * Holds rows against what is kept, which is brought up to date, and counts them. A file may hold a key twice: the later
 * row stands.
 *
 * @param onNews told of each row that says anything new, and what was kept in its place
 * @returns the rows that are to be written
 */
export function newsAmong<T extends object>(
  rows: readonly T[],
  { keyOf, rows: kept }: KeyedRows<T>,
  tally: Tally,
  onNews?: (row: T, before: T | undefined) => void,
): T[] {
  const news = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = kept.get(key);
    if (before && isSame(before, row)) {
      tally.unchanged += 1;
      continue;
    }
    tally[before ? 'updated' : 'imported'] += 1;
    onNews?.(row, before);
    kept.set(key, row);
    news.set(key, row);
  }
  return [...news.values()];
}

/**
 * Lets rows that are known by a former key be known by the one that their file gives them now.
 *
 * @param idOf the key of a row
 */
export async function renewKeys<T extends { readonly formerIds?: readonly string[] | null; readonly shop?: string }>(
  { rowKeys }: Pick<WorkspaceStore, 'rowKeys'>,
  table: Parameters<WorkspaceStore['rowKeys']['renew']>[0],
  rows: readonly T[],
  idOf: (row: T) => string,
): Promise<void> {
  const keys = rows.flatMap((row) => {
    const { formerIds, shop = '' } = row;
    return formerIds?.map((key) => ({ id: idOf(row), former: { key, shop } })) ?? [];
  });
  await rowKeys.renew(table, keys);
}

export function isSame<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}

/** Settles the customers whom rows concern, those included who were made for them. @returns how many were made */
export async function settleConcerns(
  tx: WorkspaceStore,
  rules: HeldRules,
  { finder, concerns, sheet }: { finder: CustomerFinder; concerns: Map<number, Concern>; sheet: CountSheet },
): Promise<number> {
  const made = finder.madeIds();
  for (const id of made) if (!concerns.has(id)) concerns.set(id, 'read-anew');
  await settleStandings(tx, rules, concerns, sheet);
  return made.length;
}
