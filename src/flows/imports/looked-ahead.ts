import type { FileBatch, ImportRows, ReadAs, SaidOfFile } from '../../facts/import.ts';
import type { ImportNote } from '../../facts/import-note.ts';
import type { FileRefusal } from '../../facts/refusal.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { KnownKey } from '../../store/facts/row-keys.ts';

/** What a person said of rows that may mean two things beside what is known, and how the file spells its numbers. */
export interface AheadChoices extends Pick<SaidOfFile, 'similarNumbers' | 'knownRows' | 'knownOrders'> {
  readonly spellings: { readonly plain: boolean; readonly alike: boolean; readonly orders?: boolean };
  /** An import that is taken up again: what it made itself is not held against the rest of its file. Left out: none. */
  readonly importId?: number;
}

/** What a look through the whole file beside what is known comes to, before its first row is taken. */
export interface LookedAhead {
  /** Why the file is not taken until somebody says what is meant; null: nothing is open. */
  readonly refusal: FileRefusal | null;
  readonly readAs: ReadAs;
  /** The lines of rows that are there already in another form, and stay as they are. */
  readonly leftAlone: ReadonlySet<number>;
  /** By the lines of rows what they are known by so far, where that is another number or none. */
  readonly knownBy: ReadonlyMap<number, KnownKey>;
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

/** What is to be known of the rows of one kind beside customers. */
export interface AheadOfKind {
  take(rows: FileBatch<ImportRows[ImportKind]>['rows'], customerOf: (name: string) => string): Promise<void>;
  /** What there is of it. */
  found(): Promise<Partial<Omit<LookedAhead, 'readAs'> & Pick<ReadAs, 'orders'>>>;
}
