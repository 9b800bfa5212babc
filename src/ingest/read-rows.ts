import type { Fault } from './cells.ts';
import type { TimeZone } from './dates.ts';
import { createTextReader } from './encoding.ts';
import { createOrderReader } from './orders.ts';
import { createRecordReader, type FileRecord, maxRecordLength } from './records.ts';
import type { RefusedRow, RowReason } from './refusal.ts';
import type { RowRules } from './row-rules.ts';
import type { ImportKind, RowOf } from './rows.ts';
import { isBlank, type OpenFile, type ReadPlan } from './survey.ts';

/** A row with where it came from, so that a flow which refuses it later can still write it back. */
export interface FileRow<R> {
  readonly line: number;
  readonly cells: readonly string[];
  readonly row: R;
}

export interface RowBatch<R> {
  readonly rows: readonly FileRow<R>[];
  readonly refused: readonly RefusedRow[];
}

/**
 * The rows of a surveyed file, in batches of about `batchSize` records, in the order of the file. What cannot be read
 * comes as refused, with its line; nothing throws but the file itself. The same file and plan give the same rows and
 * keys, so that an import that was stopped can start over.
 */
export async function* readRows<K extends ImportKind>(
  open: OpenFile,
  plan: ReadPlan & { readonly kind: K },
  zone: TimeZone,
  batchSize = 5000,
): AsyncGenerator<RowBatch<RowOf[K]>, void, undefined> {
  const text = createTextReader(plan.encoding);
  const records = createRecordReader(plan.dialect);
  const batches = createBatches(plan, createRowReader(plan, zone));
  for await (const chunk of open()) {
    batches.take(records.push(text.write(chunk)));
    if (batches.size() >= batchSize) yield batches.cut();
  }
  batches.take(records.push(text.end()));
  batches.take(records.end());
  if (batches.size() > 0) yield batches.cut();
}

type RowReader<R> = (cells: readonly string[]) => R | Fault;

function createRowReader<K extends ImportKind>(
  plan: ReadPlan & { readonly kind: K },
  zone: TimeZone,
): RowReader<RowOf[K]> {
  const rules: RowRules = { ...plan, zone };
  return createOrderReader(rules) as RowReader<RowOf[K]>;
}

function createBatches<R extends object>(plan: ReadPlan, read: RowReader<R>) {
  let rows: FileRow<R>[] = [];
  let refused: RefusedRow[] = [];
  const expected = plan.columns.header.length;
  const skipped = (line: number) => line === plan.headerLine || (plan.dialect.hasSeparatorLine && line === 1);

  function take(records: readonly FileRecord[]): void {
    for (const record of records) {
      const { line, cells } = record;
      if (skipped(line) || isBlank(record)) continue;
      const reason = faultOf(record, expected);
      if (reason) {
        refused.push({ line, column: null, value: null, reason, cells });
        continue;
      }
      const row = read(cells);
      if ('reason' in row) {
        const value = (cells[plan.columns.at[row.column] ?? -1] ?? '').slice(0, keptOfValue);
        refused.push({ line, column: row.column, value, reason: row.reason, cells });
      } else {
        rows.push({ line, cells, row });
      }
    }
  }
  function cut(): RowBatch<R> {
    const batch = { rows, refused };
    rows = [];
    refused = [];
    return batch;
  }
  return { take, cut, size: () => rows.length + refused.length };
}

const keptOfValue = 100;

/** More cells than columns are harmless while they are empty: spreadsheets leave such behind. */
function faultOf({ cells, fault }: FileRecord, expected: number): RowReason | null {
  if (fault === 'broken-quotes') return { code: 'broken-quotes' };
  if (fault === 'record-too-long') return { code: 'record-too-long', limit: maxRecordLength };
  const fits =
    cells.length === expected || (cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === ''));
  return fits ? null : { code: 'cell-count', found: cells.length, expected };
}
