import type { FileBatch, FileRow, ImportRows, ReadAs } from '../facts/import.ts';
import type { RefusedRow } from '../facts/refusal.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { charactersIn, keptCells } from '../loyalty/facts/kept-cells.ts';
import type { NewOrder } from '../loyalty/facts/order.ts';
import { createContactReader } from './campaign.ts';
import { createCustomerReader } from './customers.ts';
import type { TimeZone } from './dates.ts';
import { createFeedbackReader } from './feedback.ts';
import type { ColumnMap } from './header.ts';
import type { OpenFile } from './open-file.ts';
import { createOrderGroups } from './order-groups.ts';
import { joinOrder } from './order-lines.ts';
import { countOrderNumbers } from './order-number.ts';
import { createOrderReader } from './orders.ts';
import { createRateReader } from './rates.ts';
import type { ReadPlan } from './read-plan.ts';
import { isRow, readRecords } from './read-records.ts';
import { createRecommendationReader } from './recommendations.ts';
import { cellsIn, shapeFault } from './record-shape.ts';
import type { FileRecord } from './records.ts';
import { type RowReader, shorten } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { createSpendReader } from './spend.ts';

/**
 * The rows of a surveyed file in batches of `batchSize` records (good and refused together; the last may be smaller), in
 * the order of the file. What cannot be read comes as refused, with its line; nothing throws but the file itself. The
 * same file and plan give the same batches, rows and keys, so that an import that was stopped can start over.
 */
export async function* readRows<K extends ImportKind>(
  open: OpenFile,
  plan: ReadPlan & { readonly kind: K },
  zone: TimeZone,
  { batchSize = 2_500, readAs }: { readonly batchSize?: number; readonly readAs?: ReadAs } = {},
): AsyncGenerator<FileBatch<ImportRows[K]>, void, undefined> {
  const rules = { ...plan, damaged: plan.damaged || plan.columns.mended, zone, readAs };
  const batches = createBatches(plan, await recordReader<K>(open, plan, rules), batchSize);
  for await (const records of readRecords(open, plan)) yield* batches.take(records);
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

type ReadRow<R> = FileRow<R> | RefusedRow;

/** What one record comes to: nothing yet, where more rows of the same order are to come. */
type RecordToRows<R> = (record: FileRecord) => ReadRow<R> | readonly ReadRow<R>[];

async function recordReader<K extends ImportKind>(
  open: OpenFile,
  plan: ReadPlan & { readonly kind: K },
  rules: RowRules,
): Promise<RecordToRows<ImportRows[K]>> {
  const read = readers[plan.kind](rules);
  const alone: RecordToRows<ImportRows[K]> = (record) => readRecord(record, plan.columns, read);
  // Old plans do not say it.
  if (!plan.lineAmounts) return alone;
  const groups = createOrderGroups(plan, await countOrderNumbers(open, plan));
  const readOrder = readers.orders(rules);
  const together: RecordToRows<NewOrder> = (record) => {
    const cells = cellsIn(record, plan.columns);
    const fault = shapeFault(record, plan.columns);
    const rows = groups.take({ line: record.line, cells, fault });
    if (rows === 'held') return [];
    return rows === 'alone' ? readRecord(record, plan.columns, readOrder) : joinOrder(rows, readOrder, plan);
  };
  return together as RecordToRows<object> as RecordToRows<ImportRows[K]>;
}

/** Of a batch, whose rows may be as long as a record. */
const mostCharacters = 1 << 22;

function createBatches<R extends object>(plan: ReadPlan, read: RecordToRows<R>, batchSize: number) {
  let rows: FileRow<R>[] = [];
  let refused: RefusedRow[] = [];
  let characters = 0;

  function put(one: ReadRow<R>): void {
    const kept = { ...one, cells: keptCells(one.cells) };
    characters += charactersIn(kept.cells);
    if ('row' in kept) rows.push(kept);
    else refused.push(kept);
  }

  function* cut(): Generator<FileBatch<R>, void, undefined> {
    const batch = { rows, refused };
    rows = [];
    refused = [];
    characters = 0;
    yield batch;
  }
  return {
    *take(records: readonly FileRecord[]) {
      for (const record of records) {
        if (!isRow(record, plan)) continue;
        const found = read(record);
        if (Array.isArray(found)) found.forEach(put);
        else put(found as ReadRow<R>);
        if (rows.length + refused.length >= batchSize || characters >= mostCharacters) yield* cut();
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
