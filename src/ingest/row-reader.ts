import type { RowReason } from '../facts/refusal.ts';
import { type Fault, isReason, readText } from './cells.ts';
import { dateCells } from './date-cells.ts';
import { readDate, type WrittenDate } from './dates.ts';
import { type ReadMoney, readPaid } from './money.ts';
import type { RowRules } from './row-rules.ts';

/** One record by our names of its columns. What cannot be read refuses the row there and then. */
export interface RowCells {
  /** Without blanks around it; empty where the file has no such column. */
  cell(column: string): string;
  /** Null: empty. */
  text(column: string, limit: number): string | null;
  /** A text that may have line breaks and tabs. */
  lines(column: string, limit: number): string | null;
  needed(column: string, limit: number): string;
  date(column: string): WrittenDate;
  /** Something paid, in the row's currency; null: empty. */
  paid(column: string, text?: string): ReadMoney | null;
}

/** A reader of records that gives back what `read` makes of each, or why it was refused. */
export function rowReader<T extends object>(
  rules: RowRules,
  read: (row: RowCells) => T,
): (cells: readonly string[]) => T | Fault {
  const { at } = rules.columns;
  const { damaged } = rules;
  const cellsOfDate = dateCells(rules);
  let cells: readonly string[] = [];
  const raw = (column: string) => cells[at[column] ?? -1] ?? '';
  const row: RowCells = {
    cell: (column) => raw(column).trim(),
    text: (column, limit) => known(column, readText(raw(column), limit, damaged)),
    lines: (column, limit) => known(column, readText(raw(column), limit, damaged, true)),
    needed: (column, limit) => known(column, readText(raw(column), limit, damaged) ?? { code: 'missing' }),
    date(column) {
      const { text, zone } = cellsOfDate(column, raw);
      if (text.trim() === '') refuse(column, { code: 'missing' });
      const date = readDate(text, rules.dateOrder);
      if ('code' in date) refuse(column, date);
      if ('readings' in date) refuse(column, { code: 'not-a-date' });
      return zone ? { ...date, zone } : date;
    },
    paid(column, text = raw(column)) {
      const money = readPaid(column, text, raw('currency'), rules);
      return money && 'reason' in money ? refuse(money.column, money.reason) : money;
    },
  };
  return (record) => {
    cells = record;
    try {
      return read(row);
    } catch (thrown) {
      if (thrown instanceof Refused) return thrown.fault;
      throw thrown;
    }
  };
}

/** Ends the reading of the row. */
export function refuse(column: string, reason: RowReason): never {
  throw new Refused({ column, reason });
}

/** A reading that is a value; the row is refused for one that is a reason. */
export function known<T extends string | number | null>(column: string, reading: T | RowReason): T {
  return isReason(reading) ? refuse(column, reading) : reading;
}

class Refused {
  readonly fault: Fault;

  constructor(fault: Fault) {
    this.fault = fault;
  }
}
