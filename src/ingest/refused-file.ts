import type { RefusedRow } from '../facts/refusal.ts';
import { csvCell } from '../text/csv.ts';
import { refusedColumn } from './header.ts';
import type { ReadPlan } from './read-plan.ts';

/**
 * The start of a CSV of refused rows: the columns of the original and one more with the reason. UTF-8 with a byte order
 * mark, so that spreadsheets read it right. A file without a header line gets one, so that the mended file needs no
 * column names given. A file separated by blanks comes back with semicolons.
 */
export function refusedFileStart(plan: ReadPlan): string {
  const names = ownHeader(plan).map((name, i) => (name === '' && plan.headerLine === null ? `column ${i + 1}` : name));
  return `\ufeff${toLine([...names, refusedColumn], plan)}`;
}

/**
 * One refused row as it was, with the reason in words as its last cell. A cell that a spreadsheet would run as a formula
 * gets an apostrophe in front, which `unguard` takes away when the mended file is read. Cells beyond the header are
 * joined into the last one; a line with broken quotes stands whole in the first.
 */
export function refusedFileLine(plan: ReadPlan, { cells }: Pick<RefusedRow, 'cells'>, why: string): string {
  const width = ownHeader(plan).length;
  const own = plan.columns.mended && cells.length === width + 1 ? cells.slice(0, width) : cells;
  const kept = own.length > width ? [...own.slice(0, width - 1), own.slice(width - 1).join(delimiterOf(plan))] : own;
  const padding = Array.from({ length: width - kept.length }, () => '');
  return toLine([...kept, ...padding, why], plan);
}

/** Takes the apostrophe away that `refusedFileLine` put in front of a formula. */
export function unguard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function ownHeader(plan: ReadPlan): readonly string[] {
  const { header, mended } = plan.columns;
  return mended ? header.slice(0, -1) : header;
}

function toLine(cells: readonly string[], plan: ReadPlan): string {
  const delimiter = delimiterOf(plan);
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function delimiterOf({ dialect: { delimiter } }: ReadPlan): string {
  return delimiter === 'blanks' ? ';' : delimiter;
}
