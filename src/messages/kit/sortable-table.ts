import type { DataTableBlock } from '@slack/types';
import { type Day, isoFromDay } from '../../loyalty/time/period.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { shortened } from '../../text/shorten.ts';
import { type Column, unbroken } from './table.ts';

/** Words, empty where nothing is known; or what is sorted as the number that it stands for. */
export type SortableCell = string | { readonly value: number; readonly text: string };

const words = defineText({
  en: {
    all: (order: string) => `${order} · sort by any column`,
    first: (count: string, order: string) => `${order} · ${count} shown, sort by any column`,
  },
  da: {
    all: (order: string) => `${order} · kan sorteres`,
    first: (count: string, order: string) => `${order} · ${count} vist, kan sorteres`,
  },
  nb: {
    all: (order: string) => `${order} · kan sorteres`,
    first: (count: string, order: string) => `${order} · ${count} vist, kan sorteres`,
  },
});

/** The most rows that Slack takes below the head of such a table. */
export const mostSortable = 100;
/** So many rows are seen at once: with its head, its foot and what stands around it, a message is read at a glance. */
const usuallyAtOnce = 8;
/** Of all cells and what is said of their rows elsewhere. Slack takes 10,000 in cells, and little more in a whole message. */
const mostCharacters = 9500;
const mostInCell = 150;
/** Less than anything that is told. */
const leastOfAll = -1e12;

/**
 * A table that its reader sorts: numbers and days as what they are, so that ten stands behind nine. People's words need no
 * escape in it.
 *
 * @param order how the rows stand at first
 * @param isAll there are no more of them elsewhere
 */
export function sortableTable(
  locale: Locale,
  {
    order,
    isAll,
    atOnce = usuallyAtOnce,
  }: { readonly order: string; readonly isAll: boolean; readonly atOnce?: number },
  columns: readonly Column[],
  rows: readonly (readonly SortableCell[])[],
): DataTableBlock {
  const text = words(locale);
  const places = columns.flatMap(({ mayBeLeftOut }, i) =>
    mayBeLeftOut && !rows.some((row) => wordsIn(row[i] ?? '')) ? [] : [i],
  );
  const heads = places.map((i) => ({ type: 'raw_text', text: columns[i]?.head ?? '' }) as const);
  return {
    type: 'data_table',
    caption: isAll ? text.all(order) : text.first(formatNumber(locale, rows.length), order),
    page_size: atOnce,
    row_header_column_index: 0,
    rows: [heads, ...rows.map((row) => places.map((i) => toCell(row[i] ?? '')))],
  };
}

/** How many rows find room, each with what is said of it elsewhere in the message, in characters. */
export function sortableRoom(rows: readonly (readonly SortableCell[])[], elsewhere: readonly number[] = []): number {
  let room = mostCharacters;
  const left = rows.findIndex((row, i) => {
    room -= row.reduce((sum, cell) => sum + shortened(wordsIn(cell), mostInCell).length + 1, elsewhere[i] ?? 0);
    return room < 0 || i >= mostSortable;
  });
  return left < 0 ? rows.length : left;
}

/** A day as a number that can be read and sorts as days follow each other: 20261120. */
export function dayCell(day: Day | null, text: string): SortableCell {
  if (day === null) return unknownCell(text);
  return { value: Number(isoFromDay(day).replaceAll('-', '')), text: unbroken(text) };
}

/** What is read in a cell. */
export function wordsIn(cell: SortableCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** What is not known: it comes before all that is. */
export function unknownCell(text: string): SortableCell {
  return { value: leastOfAll, text };
}

function toCell(cell: SortableCell): DataTableBlock['rows'][number][number] {
  const text = shortened(wordsIn(cell) || '–', mostInCell);
  return typeof cell === 'string' ? { type: 'raw_text', text } : { type: 'raw_number', value: cell.value, text };
}
