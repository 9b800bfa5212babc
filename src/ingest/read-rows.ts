import type { FileBatch, FileRow, ImportRows } from '../facts/import.ts';
import type { RefusedRow } from '../facts/refusal.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { createContactReader } from './campaign.ts';
import { createCustomerReader } from './customers.ts';
import type { TimeZone } from './dates.ts';
import { createTextReader } from './encoding.ts';
import { createFeedbackReader } from './feedback.ts';
import type { ColumnMap } from './header.ts';
import { createOrderReader } from './orders.ts';
import { createRateReader } from './rates.ts';
import type { ReadPlan } from './read-plan.ts';
import { createRecommendationReader } from './recommendations.ts';
import { cellsIn, isBlank, shapeFault } from './record-shape.ts';
import { createRecordReader, type FileRecord } from './records.ts';
import { type RowReader, shorten } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { createSpendReader } from './spend.ts';
import { type OpenFile, piecesOf } from './survey.ts';

/**
 * The rows of a surveyed file in batches of `batchSize` records (good and refused together; the last may be smaller), in
 * the order of the file. What cannot be read comes as refused, with its line; nothing throws but the file itself. The
 * same file and plan give the same batches, rows and keys, so that an import that was stopped can start over.
 */
export async function* readRows<K extends ImportKind>(
  open: OpenFile,
  plan: ReadPlan & { readonly kind: K },
  zone: TimeZone,
  batchSize = 2_500,
): AsyncGenerator<FileBatch<ImportRows[K]>, void, undefined> {
  const text = createTextReader(plan.encoding);
  const records = createRecordReader(plan.dialect);
  const read = readers[plan.kind]({ ...plan, damaged: plan.damaged || plan.columns.mended, zone });
  const batches = createBatches(plan, read, batchSize);
  for await (const chunk of open()) {
    for (const piece of piecesOf(chunk)) yield* batches.take(records.push(text.write(piece)));
  }
  yield* batches.take(records.push(text.end()));
  yield* batches.take(records.end());
  yield* batches.end();
}

const readers: { readonly [K in ImportKind]: (rules: RowRules) => RowReader<ImportRows[K]> } = {
  customers: createCustomerReader,
  orders: createOrderReader,
  feedback: createFeedbackReader,
  recommendations: createRecommendationReader,
  spend: createSpendReader,
  rates: createRateReader,
  campaign: createContactReader,
};

function createBatches<R extends object>(plan: ReadPlan, read: RowReader<R>, batchSize: number) {
  let rows: FileRow<R>[] = [];
  let refused: RefusedRow[] = [];
  const skipped = (line: number) => line <= plan.linesAbove || line === plan.headerLine;

  function* cut(): Generator<FileBatch<R>, void, undefined> {
    const batch = { rows, refused };
    rows = [];
    refused = [];
    yield batch;
  }
  return {
    *take(records: readonly FileRecord[]) {
      for (const record of records) {
        if (skipped(record.line) || isBlank(record)) continue;
        const one = readRecord(record, plan.columns, read);
        if ('row' in one) rows.push(one);
        else refused.push(one);
        if (rows.length + refused.length === batchSize) yield* cut();
      }
    },
    *end() {
      if (rows.length + refused.length > 0) yield* cut();
    },
  };
}

function readRecord<R extends object>(
  record: FileRecord,
  columns: ColumnMap,
  read: RowReader<R>,
): FileRow<R> | RefusedRow {
  const { line } = record;
  const cells = cellsIn(record, columns);
  const misshapen = shapeFault(record, columns);
  if (misshapen) return { line, column: null, value: null, reason: misshapen, cells };
  const row = read(cells, line);
  if ('reason' in row) {
    const { column, reason } = row;
    return { line, column, value: shorten(cells[columns.at[column] ?? -1] ?? ''), reason, cells };
  }
  const notes = read.notes();
  return notes ? { line, cells, row, notes } : { line, cells, row };
}
