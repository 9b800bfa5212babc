import { bold, type TerminalLook } from './look.ts';
import { padded, widthOf, wrapped } from './text-width.ts';

/** Which way a column's cells stand. */
export type Side = 'left' | 'right';

const gap = '  ';
/** Narrower columns of words cannot be read. */
const narrowest = 8;

/**
 * A table in columns, its head apart. Where it is wider than the terminal its words wrap; where that does not help it is told
 * row by row.
 *
 * @param rows the head first
 * @param sides of each column
 */
export function textTable(rows: readonly (readonly string[])[], sides: readonly Side[], look: TerminalLook): string[] {
  const natural = sides.map((_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ''))));
  const widths = look.columns === null ? natural : fitted(rows, natural, sides, look.columns);
  if (widths === null) return rowByRow(rows, look);
  const [head, ...body] = rows.map((row) => rowLines(row, widths, sides));
  const rule = widths.map((width) => '─'.repeat(width)).join(gap);
  return [...(head ?? []).map((line) => bold(line, look)), rule, ...body.flat()];
}

/** Columns of words give way, if it can be so that no word breaks; null: that is not enough. */
function fitted(
  rows: readonly (readonly string[])[],
  natural: readonly number[],
  sides: readonly Side[],
  columns: number,
): number[] | null {
  const room = columns - gap.length * (natural.length - 1);
  const longestWord = (i: number) => Math.max(...rows.flatMap((row) => (row[i] ?? '').split(' ').map(widthOf)));
  const least = natural.map((width, i) => (sides[i] === 'left' ? Math.min(width, narrowest) : width));
  const unbroken = least.map((width, i) => (sides[i] === 'left' ? Math.max(width, longestWord(i)) : width));
  return narrowed(natural, unbroken, room) ?? narrowed(natural, least, room);
}

/** The widest column that may gives way first. */
function narrowed(natural: readonly number[], least: readonly number[], room: number): number[] | null {
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    const spare = widths.map((width, i) => (width > (least[i] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if (!spare[widest]) return null;
    widths[widest] = spare[widest] - 1;
  }
  return widths;
}

function rowLines(row: readonly string[], widths: readonly number[], sides: readonly Side[]): string[] {
  const cells = widths.map((width, i) => wrapped(row[i] ?? '', Math.max(width, 1)));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, i) => padded(cell[line] ?? '', widths[i] ?? 0, sides[i] ?? 'left'))
      .join(gap)
      .trimEnd(),
  );
}

function rowByRow([head = [], ...rows]: readonly (readonly string[])[], { columns }: TerminalLook): string[] {
  return rows.flatMap((row, i) => [
    ...(i > 0 ? [''] : []),
    ...row.flatMap((cell, j) => (cell.trim() === '' ? [] : wrapped(`${head[j] ?? ''}: ${cell}`, columns, 2))),
  ]);
}
