import { createTextReader } from './encoding.ts';
import { type OpenFile, piecesOf } from './open-file.ts';
import type { ReadPlan } from './read-plan.ts';
import { isBlank, isHeaderAgain } from './record-shape.ts';
import { createRecordReader, type FileRecord } from './records.ts';

/** The records of a surveyed file in the order of the file, some at a time, those of its head included. */
export async function* readRecords(open: OpenFile, plan: ReadPlan): AsyncGenerator<readonly FileRecord[]> {
  const text = createTextReader(plan.encoding);
  const records = createRecordReader(plan.dialect);
  for await (const chunk of open()) {
    for (const piece of piecesOf(chunk)) yield records.push(text.write(piece));
  }
  yield records.push(text.end());
  yield records.end();
}

/** Whether a record is a row, and neither head nor empty. */
export function isRow(record: FileRecord, plan: ReadPlan): boolean {
  const { line } = record;
  if (line <= plan.linesAbove || line === plan.headerLine || isBlank(record)) return false;
  return plan.headerLine === null || !isHeaderAgain(record, plan.columns.header);
}
