import type { ImportNote } from '../facts/import-note.ts';
import type { RowReason } from '../facts/refusal.ts';
import { wholeCharacters } from '../loyalty/facts/kept-cells.ts';
import { bareCell } from './bare-cell.ts';
import { type Fault, isMachineNothing, isNoDay, isReason, mendText, readText, saysNothing } from './cells.ts';
import { type DateCells, dateCells } from './date-cells.ts';
import { type DateReading, readDate, readMonth, unixTime, type WrittenDate } from './dates.ts';
import { readId } from './ids.ts';
import { type ReadMoney, readPaid } from './money.ts';
import type { RowRules } from './row-rules.ts';
import { isTotal, totalColumns } from './total-row.ts';

/** One record by our names of its columns. What cannot be read refuses the row there and then. */
export interface RowCells {
  /** Without blanks around it; empty where the file has no such column. */
  cell(column: string): string;
  /** The cell at this place of the file, in the same way. */
  at(place: number): string;
  /** Null: empty. */
  text(column: string, limit: number): string | null;
  /** What tells a customer, an order or another thing apart, as `readId` folds it; null: empty. */
  id(column: string): string | null;
  neededId(column: string): string;
  /**
   * Where it is a word for nothing or a guest's 0, it is left out. That is noted.
   *
   * @param readAs what numbers are read as that are others in another spelling
   */
  idIfAny(column: string, readAs?: ReadonlyMap<string, string>): string | null;
  needed(column: string, limit: number): string;
  date(column: string): WrittenDate;
  /** The first and the last day of what a day or a month says. */
  days(column: string): { readonly first: WrittenDate; readonly last: WrittenDate };
  /** Something paid, in the row's currency; null: empty. */
  paid(column: string, text?: string): ReadMoney | null;
  /** Words of a person, which come in mended where they cannot be kept as they are. That is noted. */
  words(column: string, limit: number, multiline?: boolean): string | null;
  /**
   * What may be missing: where it cannot be read, or has a word for nothing, it is left out. That is noted.
   *
   * @param isNothing which words say nothing there
   */
  optional<T>(column: string, read: () => T | null, isNothing?: (text: string) => boolean): T | null;
}

/** Reads records of one kind: gives back what each says, or why it was refused. */
export interface RowReader<T> {
  (cells: readonly string[], line: number): T | Fault;
  /** What was done with the record that was read last and is to be told. */
  readonly notes: () => readonly ImportNote[] | undefined;
}

/** A reader of records by what `read` makes of the cells of each. */
export function rowReader<T extends object>(rules: RowRules, read: (row: RowCells) => T): RowReader<T> {
  const { at } = rules.columns;
  const { damaged } = rules;
  const cellsOfDate = dateCells(rules);
  const readAs = otherSpellings(rules);
  const sumsUp = totalColumns[rules.columns.kind].filter((column) => at[column] !== undefined);
  let cells: readonly string[] = [];
  let line = 0;
  let notes: ImportNote[] | undefined;
  const raw = (column: string) => cells[at[column] ?? -1] ?? '';
  const note = (code: Extract<ImportNote, { count: number }>['code'], column: string, reason: RowReason) => {
    notes ??= [];
    notes.push({ code, column, count: 1, first: { line, value: shorten(raw(column)), reason } });
  };
  const idIn = (column: string, spelt = readAs.get(column)) => {
    const cell = raw(column);
    const wholeNumbers = rules.wholeNumbers.includes(column);
    // A list of customers knows its own, and an order may be the first of a shop.
    const guests = rules.columns.kind !== 'customers' && column !== 'order';
    const cut = rules.cutNumbers?.includes(column) === true;
    const read = readId(cell, { damaged, wholeNumbers, guests, cut });
    const id = (typeof read === 'string' && spelt?.get(read)) || read;
    if (isReason(id) || id === null || id === cell || id === bareCell(cell)) return id;
    note('folded', column, { code: 'read-as', text: id });
    return id;
  };
  const row: RowCells = {
    cell: (column) => bareCell(raw(column)),
    at: (place) => bareCell(cells[place] ?? ''),
    text: (column, limit) => known(column, readText(raw(column), limit, damaged)),
    id: (column) => known(column, idIn(column)),
    neededId: (column) => known(column, idIn(column) ?? { code: 'missing' }),
    idIfAny(column, spelt) {
      const id = idIn(column, spelt);
      if (!isReason(id) || id.code !== 'no-id') return known(column, id);
      note('left-out', column, id);
      return null;
    },
    needed: (column, limit) => known(column, readText(raw(column), limit, damaged) ?? { code: 'missing' }),
    date: (column) => dateIn(column, cellsOfDate(column, raw), rules),
    days(column) {
      const month = readMonth(raw(column));
      if (month) return month;
      const day = dateIn(column, cellsOfDate(column, raw), rules);
      return { first: day, last: day };
    },
    paid(column, text = raw(column)) {
      const money = readPaid(column, text, raw('currency'), rules);
      return money && 'reason' in money ? refuse(money.column, money.reason) : money;
    },
    words(column, limit, multiline = false) {
      const text = readText(raw(column), limit, damaged, multiline);
      if (!isReason(text)) return text !== null && isMachineNothing(text) ? null : text;
      note('mended', column, text);
      return mendText(raw(column), limit);
    },
    optional(column, readCell, isNothing = saysNothing) {
      const text = bareCell(raw(column));
      if (text === '') return null;
      try {
        if (isNothing(text)) refuse(column, { code: 'says-nothing' });
        return readCell();
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown;
        note('left-out', column, thrown.fault.reason);
        return null;
      }
    },
  };
  const readRecord = (record: readonly string[], itsLine: number) => {
    cells = record;
    line = itsLine;
    notes = undefined;
    try {
      for (const column of sumsUp) if (isTotal(row.cell(column))) refuse(column, { code: 'total-row' });
      return read(row);
    } catch (thrown) {
      if (thrown instanceof Refused) return thrown.fault;
      throw thrown;
    }
  };
  return Object.assign(readRecord, { notes: () => notes });
}

/** Of customers, by the columns in which they stand. */
function otherSpellings({ readAs }: RowRules): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (!readAs) return new Map();
  const customers = ['customer', 'recommender', 'recommended', 'recommended_by'] as const;
  return new Map(customers.map((column) => [column, readAs.customers] as const));
}

function dateIn(column: string, { text, zone }: DateCells, rules: RowRules): WrittenDate {
  if (bareCell(text) === '') refuse(column, { code: 'missing' });
  if (isNoDay(bareCell(text))) refuse(column, { code: 'says-nothing' });
  const date = dateOf(column, text, rules);
  if ('code' in date) refuse(column, date);
  if ('readings' in date) refuse(column, { code: 'not-a-date' });
  return zone ? { ...date, zone } : date;
}

/** What a cell says where it says a day: a number alone is one where its column holds such. */
export function dateOf(column: string, text: string, { dateOrder, unixTimes }: RowRules): DateReading {
  if (unixTime.test(text) && unixTimes?.includes(column) === false) return { code: 'not-a-date' };
  return readDate(text, dateOrder);
}

/** Ends the reading of the row, or of the cell that may be missing. */
export function refuse(column: string, reason: RowReason): never {
  throw new Refused({ column, reason });
}

/** A reading that is a value; the row is refused for one that is a reason. */
export function known<T extends string | number | null>(column: string, reading: T | RowReason): T {
  return isReason(reading) ? refuse(column, reading) : reading;
}

const keptOfValue = 100;

/** A cell as it is told of. Not in the middle of a character of two units. */
export function shorten(text: string): string {
  return wholeCharacters(text.slice(0, keptOfValue));
}

class Refused {
  readonly fault: Fault;

  constructor(fault: Fault) {
    this.fault = fault;
  }
}
