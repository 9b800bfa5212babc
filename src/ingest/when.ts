import type { Fault } from './cells.ts';
import { readDate, type WrittenDate } from './dates.ts';
import type { RowRules } from './row-rules.ts';

/** The date that a row must have, or why it has none. */
export function readWhen(column: string, cell: string, rules: RowRules): WrittenDate | Fault {
  if (cell.trim() === '') return { column, reason: { code: 'missing' } };
  const date = readDate(cell, rules.dateOrder);
  if ('code' in date) return { column, reason: date };
  return 'readings' in date ? { column, reason: { code: 'not-a-date' } } : date;
}
