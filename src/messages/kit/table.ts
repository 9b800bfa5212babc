import type { TableBlock } from '@slack/types';
import { shortened } from '../../text/shorten.ts';

export interface Column {
  readonly head: string;
  /** Numbers stand at the right; words wrap. */
  readonly kind: 'words' | 'number';
  /** Where it says nothing of anybody, it is not shown. */
  readonly mayBeLeftOut?: true;
}

/**
 * A table within Slack's limits: 100 rows with the head, 20 columns, 10 000 characters. People's words need no escape in it.
 *
 * @returns the block, and how many rows found no room
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): { readonly block: TableBlock; readonly left: number } {
  const places = columns
    .flatMap(({ mayBeLeftOut }, i) => (mayBeLeftOut && !rows.some((row) => row[i]) ? [] : [i]))
    .slice(0, mostColumns);
  const [head, ...body] = [columns.map((column) => column.head), ...rows].map((row) =>
    places.map((i) => shortened(row[i] || '–', mostInCell)),
  );
  const shown = head ? [head] : [];
  let room = mostCharacters - lengthOf(shown[0] ?? []);
  for (const row of body) {
    room -= lengthOf(row);
    if (room < 0 || shown.length >= mostRows) break;
    shown.push(row);
  }
  return {
    block: {
      type: 'table',
      column_settings: places.map((i) => (columns[i]?.kind === 'number' ? { align: 'right' } : { is_wrapped: true })),
      rows: shown.map((row) => row.map((cell) => ({ type: 'raw_text', text: cell }) as const)),
    },
    left: rows.length - (shown.length - 1),
  };
}

/** Words of a cell that stay on one line: a column of amounts or days is too narrow for any that could be broken. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

const mostRows = 100;
const mostColumns = 20;
const mostCharacters = 10_000;
const mostInCell = 300;

function lengthOf(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + cell.length, 0);
}
