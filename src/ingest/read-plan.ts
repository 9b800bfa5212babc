import type { SaidOfFile } from '../facts/import.ts';
import type { ImportNote } from '../facts/import-note.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { DateOrder } from './dates.ts';
import type { ColumnMap } from './header.ts';
import type { NumberStyle } from './numbers.ts';
import type { Dialect } from './records.ts';
import type { HowSpelt } from './spellings.ts';

export type LineAmounts = 'added' | 'repeated' | 'unclear';

/** How to read the file, settled before its first row. Plain data: it can be kept and used after a restart. */
export interface ReadPlan extends SaidOfFile {
  readonly kind: ImportKind;
  readonly encoding: string;
  /** There are bytes that are no text in this encoding; rows with them are refused. */
  readonly damaged: boolean;
  readonly dialect: Dialect;
  readonly columns: ColumnMap;
  /** Lines above the header, or above the first row, which are not read. */
  readonly linesAbove: number;
  /** The line of the header; null without one. */
  readonly headerLine: number | null;
  readonly numberStyle: NumberStyle;
  readonly dateOrder: DateOrder;
  /** For amounts that say nothing of a currency. */
  readonly defaultCurrency: string | null;
  /** For feedback files without a column for the kind. */
  readonly defaultFeedbackKind: AnswerKind | null;
  /** How numbers of customers are spelt in the file. */
  readonly spellings: HowSpelt;
  /**
   * The file's name, where a person said that its rows are others than those that are alike in another file. Null: rows
   * alike are the same.
   */
  readonly others: string | null;
  /**
   * How amounts are meant in a file of which several rows speak of one order: added up, or each the order's. Null: no
   * order has several rows.
   */
  readonly lineAmounts: LineAmounts | null;
  /** Columns of numbers of customers or orders that hold numbers alone, so that 1042.0 is 1042. */
  readonly wholeNumbers: readonly string[];
  /** Columns of numbers of which a spreadsheet has dropped the last digits. Plans of old do not say it. */
  readonly cutNumbers?: readonly string[];
  /** Columns of dates that hold seconds or milliseconds since 1970. Plans of old do not say it. */
  readonly unixTimes?: readonly string[];
  /** Most orders have a number: a row without one is a total or a slip. */
  readonly numbered: boolean;
  /** The file holds invoices and payments, which then are what was paid of these. Plans of old do not say it. */
  readonly invoiced?: boolean;
  /** What the look through the file found that is to be told. */
  readonly notes: readonly ImportNote[];
}
