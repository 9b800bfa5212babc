import type { FileRow, SameNumber } from '../facts/import.ts';
import type { ImportNote } from '../facts/import-note.ts';
import type { NumberClash, RefusedRow, RowReason } from '../facts/refusal.ts';
import type { NewOrder } from '../loyalty/facts/order.ts';
import type { Fault } from './cells.ts';
import type { ColumnMap } from './header.ts';
import type { LineAmounts } from './read-plan.ts';
import { type RowReader, shorten } from './row-reader.ts';

/** A row that speaks of the same order as others. */
export interface OrderRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it is no row at all. */
  readonly fault: RowReason | null;
}

/** What several rows say of one order. */
export type RowsOfOrder =
  /** Each says the very same. */
  | { readonly kind: 'alike' }
  /** Some cannot be read. */
  | { readonly kind: 'faulty'; readonly faults: ReadonlyMap<OrderRow, Fault> }
  | { readonly kind: 'clash'; readonly clash: NumberClash; readonly rows: readonly [OrderRow, OrderRow] }
  | {
      readonly kind: 'lines';
      /** Those with an amount, of which each says something else; the others are items. */
      readonly lines: readonly ReadLine[];
      readonly sameAmount: boolean;
      /** Rows that say the very same as another of them. */
      readonly alike: number;
    };

interface ReadLine {
  readonly row: OrderRow;
  readonly order: NewOrder;
  readonly notes: readonly ImportNote[];
}

/** What is empty in a later row of an order is as in the first one that has an amount. */
const inherited = ['customer', 'email', 'date', 'currency', 'status', 'amount', 'cancelled'] as const;

/** Reads the rows of one order and says how they go together. */
export function readOrderLines(
  rows: readonly OrderRow[],
  read: RowReader<NewOrder>,
  columns: ColumnMap,
  choice: SameNumber | null,
): RowsOfOrder {
  const { at } = columns;
  const distinct = distinctAmong(rows, columns);
  if (distinct.length === 1) return { kind: 'alike' };
  const amountIn = ({ cells }: OrderRow) => (cells[at.amount ?? -1] ?? '').trim();
  const head = rows.find((row) => row.fault === null && amountIn(row) !== '');
  const faults = new Map<OrderRow, Fault>();
  const all: ReadLine[] = [];
  for (const row of choice === 'correct' ? rows : distinct) {
    const order = row.fault ? { column: '', reason: row.fault } : read(filledFrom(head, row), row.line);
    if ('reason' in order) faults.set(row, order);
    else all.push({ row, order, notes: read.notes() ?? [] });
  }
  if (faults.size > 0) return { kind: 'faulty', faults };
  const lines = differing(
    all.filter(({ row }) => amountIn(row) !== ''),
    columns,
  );
  const clash = choice === 'correct' ? null : clashAmong(all, choice);
  if (clash) return { kind: 'clash', ...clash };
  return {
    kind: 'lines',
    lines,
    alike: choice === 'correct' ? 0 : rows.filter((row) => amountIn(row) !== '').length - lines.length,
    sameAmount: lines.every(({ order }) => order.amountMinor === lines[0]?.order.amountMinor),
  };

  /** The row with what it leaves empty, its amount too, from the first. */
  function filledFrom(first: OrderRow | undefined, row: OrderRow): readonly string[] {
    if (!first || first === row) return row.cells;
    const cells = [...row.cells];
    // An item has no amount of its own, and so nothing of its own that was paid back.
    const taken: readonly string[] = amountIn(row) === '' ? [...inherited, 'refunded'] : inherited;
    for (const column of taken) {
      const place = at[column];
      if (place !== undefined && (cells[place] ?? '').trim() === '') cells[place] = first.cells[place] ?? '';
    }
    return cells;
  }
}

/** Without those that only write the same in another way. */
function differing(lines: readonly ReadLine[], columns: ColumnMap): readonly ReadLine[] {
  const read = new Set(Object.values(columns.at));
  const first = new Map<string, ReadLine>();
  for (const line of lines) {
    const unread = ownCells(line.row, columns).filter((_, place) => !read.has(place));
    const content = [...unread, ...Object.values(line.order)].join('\u001f');
    if (!first.has(content)) first.set(content, line);
  }
  return [...first.values()];
}

/** Without the reason why a row was refused the first time. */
function ownCells({ cells }: OrderRow, { header, mended }: ColumnMap): readonly string[] {
  return mended ? cells.slice(0, header.length - 1) : cells;
}

function distinctAmong(rows: readonly OrderRow[], columns: ColumnMap): readonly OrderRow[] {
  const first = new Map<string, OrderRow>();
  for (const row of rows) {
    const content = ownCells(row, columns).join('\u001f');
    if (!first.has(content)) first.set(content, row);
  }
  return [...first.values()];
}

function clashAmong(
  lines: readonly ReadLine[],
  choice: SameNumber | null,
): { readonly clash: NumberClash; readonly rows: readonly [OrderRow, OrderRow] } | null {
  const [first] = lines;
  if (!first) return null;
  const fields = choice === 'lines' ? (['customer', 'currency'] as const) : (['customer', 'day', 'currency'] as const);
  for (const clash of fields) {
    const other = lines.find(({ order }) => order[clash] !== first.order[clash]);
    if (other) return { clash, rows: [first.row, other.row] };
  }
  return null;
}

/** Makes one order of its rows, or gives them back with the reason. In the order of the file; the order stands at its last row. */
export function joinOrder(
  rows: readonly OrderRow[],
  read: RowReader<NewOrder>,
  { columns, sameNumber, lineAmounts }: JoinRules,
): readonly (FileRow<NewOrder> | RefusedRow)[] {
  const found = readOrderLines(rows, read, columns, sameNumber);
  const doneAt = rows.at(-1)?.line ?? 0;
  switch (found.kind) {
    case 'alike':
      return rows.map((row) => ({ ...readAlone(row, read, columns), doneAt }));
    case 'faulty':
      return rows.map((row) => {
        const fault = found.faults.get(row);
        const [first] = [...found.faults.keys()];
        const refused = fault ? refuse(row, columns, fault) : incomplete(row, first?.line ?? row.line);
        return { ...refused, doneAt };
      });
    case 'clash':
      return clashing(rows, columns, found.clash);
    case 'lines': {
      const clash = sameNumber === 'correct' ? null : amountClash(found, lineAmounts);
      const order = clash
        ? null
        : sameNumber === 'correct'
          ? found.lines.at(-1)?.order
          : oneOf(found.lines, lineAmounts);
      const last = rows.at(-1);
      if (!order || !last) return clashing(rows, columns, clash ?? 'amount');
      const notes = found.lines.flatMap((line) => line.notes);
      const row = sameNumber === 'correct' ? order : { ...order, lines: found.lines.length };
      return [withNotes({ line: last.line, cells: last.cells, row, joined: rows.length - 1 }, notes)];
    }
  }
}

export interface JoinRules {
  readonly columns: ColumnMap;
  readonly sameNumber: SameNumber | null;
  readonly lineAmounts: LineAmounts | null;
}

/** Totals that differ, or amounts of which nobody knows whether they are the line's or the order's. */
function amountClash(
  { lines, sameAmount }: Extract<RowsOfOrder, { readonly kind: 'lines' }>,
  amounts: LineAmounts | null,
): NumberClash | null {
  if (lines.length < 2) return null;
  if (amounts === 'unclear') return 'amount';
  return amounts === 'repeated' && !sameAmount ? 'total' : null;
}

/** Cancelled lines are not part of an order, unless all of it was cancelled. Null: too large. */
function oneOf(lines: readonly ReadLine[], amounts: LineAmounts | null): NewOrder | null {
  const standing = lines.filter(({ order }) => order.status === 'completed');
  const counted = (standing.length > 0 ? standing : lines).map(({ order }) => order);
  const first = counted.reduce((a, b) => (b.day < a.day ? b : a));
  if (amounts === 'repeated') return first;
  const amountMinor = counted.reduce((sum, order) => sum + order.amountMinor, 0);
  return Number.isSafeInteger(amountMinor) ? { ...first, amountMinor } : null;
}

function readAlone(row: OrderRow, read: RowReader<NewOrder>, columns: ColumnMap): FileRow<NewOrder> | RefusedRow {
  const order = row.fault ? { column: '', reason: row.fault } : read(row.cells, row.line);
  return 'reason' in order
    ? refuse(row, columns, order)
    : withNotes({ line: row.line, cells: row.cells, row: order }, read.notes() ?? []);
}

function clashing(rows: readonly OrderRow[], columns: ColumnMap, clash: NumberClash): RefusedRow[] {
  const doneAt = rows.at(-1)?.line ?? 0;
  return rows.map((row) => {
    const other = rows.find(({ line }) => line !== row.line) ?? row;
    const reason = { code: 'same-number', clash, line: other.line } as const;
    return { ...refuse(row, columns, { column: 'order', reason }), doneAt };
  });
}

function incomplete({ line, cells }: OrderRow, faultyLine: number): RefusedRow {
  return { line, column: null, value: null, reason: { code: 'incomplete-order', line: faultyLine }, cells };
}

function refuse({ line, cells }: OrderRow, { at }: ColumnMap, { column, reason }: Fault): RefusedRow {
  if (column === '') return { line, column: null, value: null, reason, cells };
  return { line, column, value: shorten(cells[at[column] ?? -1] ?? ''), reason, cells };
}

function withNotes(row: FileRow<NewOrder>, notes: readonly ImportNote[]): FileRow<NewOrder> {
  return notes.length > 0 ? { ...row, notes } : row;
}
