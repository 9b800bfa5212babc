import type { Clock, Context } from '../../context.ts';
import type { FileBatch, FileRow, ImportRows } from '../../facts/import.ts';
import type { ImportNote } from '../../facts/import-note.ts';
import type { RefusedRow, RowReason } from '../../facts/refusal.ts';
import type { ImportCounts, ImportKind } from '../../loyalty/facts/import-kind.ts';
import { charactersIn } from '../../loyalty/facts/kept-cells.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { alikeRows, withoutKnown } from './already-there.ts';
import { addNotes } from './gather-notes.ts';
import { toldAhead } from './impossible-row.ts';
import { type LookedAhead, nothingAhead } from './looked-ahead.ts';
import { otherTimeZone } from './other-time-zone.ts';
import { type RecordChoices, recorderOf } from './record-kind.ts';
import { nothingRecorded } from './recorder.ts';
import { takeRows } from './take-rows.ts';
import { changedOrders, changedPeople } from './told-of-rows.ts';

export interface ImportOptions extends RecordChoices {
  readonly rowsPerTransaction: number;
  /** Who all this is noted of, so that it can be taken back; left out: nobody. */
  readonly importId?: number;
  /** What was found of the file before its first row. */
  readonly ahead?: Pick<LookedAhead, 'leftAlone' | 'knownBy'> | undefined;
  /** The time zone in which the rows' days were read; left out: they say days. */
  readonly readIn?: string;
  /** The last line of the file that an earlier run has dealt with; 0: none. */
  readonly afterLine: number;
  /** What was found up to there, and before the first row. */
  readonly notesBefore?: readonly ImportNote[];
  /** Asked between transactions; true stops the import where it is. */
  readonly isStopped: () => boolean;
  /** The last thing in each transaction: notes how far the import is, and what was refused. */
  readonly beforeCommit: (tx: WorkspaceStore, progress: ImportStep) => Promise<void>;
}

/** What one transaction came to. */
export interface ImportStep {
  readonly counts: ImportCounts;
  readonly refused: readonly RefusedRow[];
  /** Of all rows dealt with so far. */
  readonly notes: readonly ImportNote[];
  /** Rows dealt with so far, refused ones included, and the last line of the file among them. */
  readonly rowsRead: number;
  readonly line: number;
}

/**
 * Takes a file into the store, a transaction at a time, each with everything that follows from its rows. A kill loses
 * no finished transaction; a second run takes what is there already as unchanged.
 *
 * @returns the counts and notes of all transactions, and whether the file came to its end
 */
export async function importRows<K extends ImportKind>(
  context: Context,
  kind: K,
  batches: AsyncIterable<FileBatch<ImportRows[K]>>,
  options: ImportOptions,
): Promise<{ counts: ImportCounts; notes: readonly ImportNote[]; finished: boolean }> {
  const source = batches[Symbol.asyncIterator]();
  const reading = readingAhead(source);
  let counts = noCounts;
  let notes = options.notesBefore ?? [];
  let rowsRead = 0;
  const met = new Set<string>();
  const end = async (finished: boolean) => {
    // What came in may have moved a figure. Half an import is no news, so it is asked for at the end.
    if (rowsRead > 0) await Promise.all([context.store.figureChecks.ask(), context.store.countAnew()]);
    return { counts, notes, finished };
  };
  try {
    for (;;) {
      if (options.isStopped()) return await end(false);
      // A file may come from far away: what a transaction on the embedded database takes, for which all others wait, is
      // there before it begins.
      await reading.fill(Math.min(options.rowsPerTransaction, mostReadAhead));
      const from = { kind, source: reading, rowsBefore: rowsRead, notesBefore: notes, met };
      const step = await context.transaction((tx) => oneTransaction(context, tx, from, options), { once: true });
      counts = addCounts(counts, step.counts);
      ({ rowsRead, notes } = step);
      if (step.counts.followUps > 0) context.nudgeDelivery();
      if (step.ended) return await end(true);
    }
  } finally {
    await source.return?.();
  }
}

const mostReadAhead = 20_000;

/** What a transaction does not come to is there for the next one. */
function readingAhead<Row>(source: AsyncIterator<FileBatch<Row>>) {
  const ahead: FileBatch<Row>[] = [];
  return {
    async fill(most: number): Promise<void> {
      let [count, characters] = [0, 0];
      const add = ({ rows, refused }: FileBatch<Row>) => {
        count += rowsOf(rows) + refused.length;
        characters += heldBy(rows) + heldBy(refused);
      };
      ahead.forEach(add);
      while (count < most && characters < mostCharacters) {
        const next = await source.next();
        if (next.done) break;
        ahead.push(next.value);
        add(next.value);
      }
    },
    next: (): Promise<IteratorResult<FileBatch<Row>>> => {
      const value = ahead.shift();
      return value === undefined ? source.next() : Promise.resolve({ done: false, value });
    },
  };
}

/** How many of the file they are. */
function rowsOf(rows: readonly FileRow<unknown>[]): number {
  return rows.reduce((sum, { joined = 0 }) => sum + 1 + joined, 0);
}

/** Held at once of rows that are read ahead, and of those that a transaction refuses. */
const mostCharacters = 1 << 24;

function heldBy(rows: readonly Pick<RefusedRow, 'cells'>[]): number {
  return rows.reduce((sum, { cells }) => sum + charactersIn(cells), 0);
}

/** The rows that are still to come, and how many came before. */
interface ImportSource<K extends ImportKind> {
  readonly kind: K;
  readonly source: Pick<AsyncIterator<FileBatch<ImportRows[K]>>, 'next'>;
  readonly rowsBefore: number;
  readonly notesBefore: readonly ImportNote[];
  /** The known answers that earlier rows were found to be. */
  readonly met: Set<string>;
}

async function oneTransaction<K extends ImportKind>(
  clock: Clock,
  tx: WorkspaceStore,
  { kind, source, rowsBefore, notesBefore, met }: ImportSource<K>,
  options: ImportOptions,
): Promise<Omit<ImportStep, 'refused' | 'line'> & { ended: boolean }> {
  await tx.imports.takeTurn();
  if (options.importId !== undefined) await tx.importChanges.actAs(options.importId);
  // By rates all customers are weighed anew.
  const settings = await (kind === 'rates' ? tx.settings.holdAlone() : tx.settings.hold());
  const { readIn = settings.timeZone, ahead = nothingAhead } = options;
  if (readIn !== settings.timeZone) throw otherTimeZone(readIn, settings.timeZone);
  const today = localDay(clock.now(), settings.timeZone);
  const refused: RefusedRow[] = [];
  const recent: FileRow<ImportRows[K]>[][] = [];
  const refuse = (order: object, reason: RowReason) => {
    const of = recent.flat().find(({ row }) => row === order);
    if (of) refused.push({ ...of, column: 'order', value: null, reason });
  };
  const changes = changedOrders();
  const people = changedPeople();
  const answers = { importId: options.importId, met };
  const recorder = recorderOf(clock, tx, kind, {
    ...options,
    settings,
    refuse,
    onChange: changes.add,
    answers,
    people,
  });
  const alike = alikeRows(kind);
  let notes = notesBefore;
  let rowsRead = rowsBefore;
  let line = options.afterLine;
  let ended = false;
  let leftAlone = 0;
  let refusedCharacters = 0;
  while (rowsRead - rowsBefore < options.rowsPerTransaction && refusedCharacters < mostCharacters) {
    const next = await source.next();
    if (next.done) {
      ended = true;
      break;
    }
    const isNew = (row: Read) => doneAt(row) > options.afterLine;
    const all = next.value.rows.filter(isNew);
    if (all.length < next.value.rows.length) await recorder.passOver?.(dealtWith(next.value.rows, options));
    const rows = toldAhead(await withoutKnown(tx, kind, all, ahead), today);
    const unreadable = next.value.refused.filter(isNew);
    leftAlone += all.length - rows.length;
    rowsRead += rowsOf(all) + unreadable.length;
    line = Math.max(line, doneAt(all.at(-1)), doneAt(unreadable.at(-1)));
    recent.push(rows);
    if (recent.length > 2) recent.shift();
    const notTaken = await takeRows(recorder, rows, today);
    alike.add(rows);
    refused.push(...unreadable, ...notTaken);
    refusedCharacters += heldBy(unreadable) + heldBy(notTaken);
    notes = addNotes(notes, rows, notTaken);
  }
  const settling = await recorder.settle();
  const recorded = { ...settling, unchanged: settling.unchanged + leftAlone };
  notes = addNotes(notes, [{ line: 0, notes: [...changes.told(), ...people.told()] }]);
  if (recorded.unchanged > 0 && options.importId !== undefined) {
    notes = addNotes(notes, [{ line: 0, notes: await alike.told(tx, settings.timeZone, options.importId) }]);
  }
  refused.sort((a, b) => a.line - b.line);
  const counts = { ...recorded, refused: refused.length };
  await options.beforeCommit(tx, { counts, refused, notes, rowsRead, line });
  return { counts, notes, rowsRead, ended };
}

/** The rows that an earlier run handed over. */
function dealtWith<Row>(
  rows: readonly FileRow<Row>[],
  { afterLine, ahead = nothingAhead }: Pick<ImportOptions, 'afterLine' | 'ahead'>,
): readonly Row[] {
  return rows.flatMap((row) => (doneAt(row) <= afterLine && !ahead.leftAlone.has(row.line) ? [row.row] : []));
}

type Read = Pick<RefusedRow, 'line' | 'doneAt'>;

function doneAt(row: Read | undefined): number {
  return row?.doneAt ?? row?.line ?? 0;
}

const noCounts: ImportCounts = { ...nothingRecorded, refused: 0 };

function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  const sum = { ...a };
  for (const name of Object.keys(a) as (keyof ImportCounts)[]) sum[name] += b[name];
  return sum;
}
