import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { headerFit } from './header.ts';
import type { FileRecord } from './records.ts';

/** So many lines of titles may stand above a header. */
const mostLinesAbove = 20;

/**
 * Which of the first records is the header, or the first row where the file has none: the one whose cells are headers that
 * we know, the most complete of several, the first of equals. Above one that nobody knows only lines with a single cell
 * are passed over: titles.
 *
 * @param above lines that are no records, as they were skipped
 */
export function findHeader(
  records: readonly FileRecord[],
  above: number,
  kind: ImportKind | null,
  columns: readonly string[] | undefined,
): number {
  const near = records.filter(({ line }) => line <= above + mostLinesAbove);
  if (columns) return titlesIn(near, ({ cells }) => columns.length > 1 && cells.length === 1);
  let best = { index: -1, fit: 0 };
  for (const [index, { cells }] of near.entries()) {
    const fit = fitOf(kind, cells, index === 0);
    if (fit > best.fit) best = { index, fit };
  }
  if (best.index >= 0) return best.index;
  const width = Math.max(0, ...near.map(({ cells }) => cells.length));
  return titlesIn(near, ({ cells }) => width > 2 && cells.filter(isFilled).length === 1);
}

/** Whether a cell holds a date, a time or a number: a header never does. */
export function isFigure(cell: string): boolean {
  return /^[\s\d.,:/+-]+$/.test(cell) && /\d/.test(cell);
}

/** 0: no header. Below the first record at least half of the cells have to be known, as words of data may be headers, too. */
function fitOf(kind: ImportKind | null, cells: readonly string[], isFirst: boolean): number {
  if (cells.some(isFigure)) return 0;
  const { known, complete } = headerFit(kind, cells);
  if (known < 2 || (!isFirst && known * 2 < cells.filter(isFilled).length)) return 0;
  return known + (complete ? 1000 : 0);
}

/** How many records are titles, down from the first; none where all are. */
function titlesIn(records: readonly FileRecord[], isTitle: (record: FileRecord) => boolean): number {
  const first = records.findIndex((record) => !isTitle(record));
  return Math.max(0, first);
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}
