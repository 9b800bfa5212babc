import type { RowReason } from '../facts/refusal.ts';
import { bareCell } from './bare-cell.ts';
import type { ColumnMap } from './header.ts';
import { type FileRecord, maxRecordLength } from './records.ts';
import { unguard } from './refused-file.ts';

/** Whether a record holds nothing, as spreadsheets write for rows that were cleared. */
export function isBlank({ cells }: FileRecord): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Whether a record is the header once more, as of files that were put one below the other. */
export function isHeaderAgain({ cells }: FileRecord, header: readonly string[]): boolean {
  return cells.length === header.length && cells.every((cell, at) => bareCell(cell) === bareCell(header[at] ?? ''));
}

/** The cells as they were before `refusedFileLine` guarded them. */
export function cellsIn({ cells }: FileRecord, columns: ColumnMap): readonly string[] {
  return columns.mended ? cells.map(unguard) : cells;
}

/**
 * Why a record is no row of the file at all, or null. More cells than columns are harmless while they are empty:
 * spreadsheets leave such behind. Fewer are, too: many programs leave out the empty ones at the end, and whoever mends a
 * row drops the reason there. What a row needs is asked for where it is read.
 */
export function shapeFault({ cells, fault }: FileRecord, columns: ColumnMap): RowReason | null {
  const expected = columns.header.length;
  if (fault === 'broken-quotes') return { code: 'broken-quotes' };
  if (fault === 'record-too-long') return { code: 'record-too-long', limit: maxRecordLength };
  if (cells.length <= expected) return null;
  const extra = cells.slice(expected);
  if (extra.every((cell) => cell.trim() === '')) return null;
  return { code: 'cell-count', found: cells.length, expected };
}
