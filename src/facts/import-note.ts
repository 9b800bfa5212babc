import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { Money } from '../loyalty/facts/money.ts';
import type { Scale } from '../loyalty/facts/scale.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { RowReason } from './refusal.ts';

/**
 * What an import does otherwise than whoever hands a file over may think. It is told before the import where it can be
 * asked there, and with its result, in Slack, in a terminal and in JSON alike. Codes and facts only; plain data, as it is
 * kept with the import.
 */
export type ImportNote =
  /** Columns of the file that are not read, by their headers. */
  | { readonly code: 'not-read'; readonly headers: readonly string[] }
  /** How often each score was given, and on which scale they are read. */
  | {
      readonly code: 'scores';
      readonly kind: AnswerKind;
      readonly scale: Scale;
      readonly scores: readonly (readonly [score: number, times: number])[];
    }
  /** Lines above the header, or above the first row, that are not read, and the first of them. */
  | { readonly code: 'above-header'; readonly lines: number; readonly titles: readonly string[] }
  /** The header is one for which a person named the columns before; they hold. */
  | { readonly code: 'remembered'; readonly columns: readonly string[] }
  /** The program whose export the file is known to be and read as. */
  | { readonly code: 'known-export'; readonly system: string; readonly kind: ImportKind }
  /** Of several headers that say one column, the one that was taken. */
  | { readonly code: 'settled'; readonly column: string; readonly header: string; readonly instead: readonly string[] }
  /** What a header says beside the name of its column, and is read by. */
  | {
      readonly code: 'header-says';
      readonly column: string;
      readonly header: string;
      readonly unit: number | 'minor' | null;
      readonly vat: 'with' | 'without' | null;
      readonly zone: string | null;
    }
  /** A header that could mean a status, whose cells are places. */
  | { readonly code: 'place'; readonly header: string }
  /** Orders that several rows speak of: how many orders, and rows of theirs, and how their amounts are meant. */
  | {
      readonly code: 'order-lines';
      readonly orders: number;
      readonly rows: number;
      /** Rows of these that say the very same as another. */
      readonly alike: number;
      /** The number of the first. */
      readonly first: string;
      readonly amounts: 'added' | 'repeated' | 'corrected';
    }
  /** Known orders of which the file says another amount or day: how many, and the first as it was and is. */
  | {
      readonly code: 'changed-orders';
      readonly orders: number;
      readonly first: { readonly number: string; readonly before: OrderWorth; readonly after: OrderWorth };
    }
  /** Known customers who have another name and another address in the file: how many, and the number of the first. */
  | { readonly code: 'changed-people'; readonly customers: number; readonly first: string }
  /**
   * Rows without a number of their own that say what others say, and are taken for the same: the file that brought those and
   * the day on which it came in. Null: it is no longer known.
   */
  | {
      readonly code: 'already-there';
      readonly rows: number;
      readonly fileName: string | null;
      readonly day: Day | null;
    }
  /**
   * Cells of one column: of an optional one that could not be read, of rows that came in without them; words that came in
   * mended; numbers of customers or orders that are kept in another spelling; orders of days that are still to come.
   */
  | {
      readonly code: 'left-out' | 'mended' | 'folded' | 'ahead';
      /** Our name of the column. */
      readonly column: string;
      readonly count: number;
      readonly first: NotedCell;
    };

/** What an order comes to, and when. */
export interface OrderWorth extends Money {
  readonly day: Day;
}

/** The first cell that a note counts. */
export interface NotedCell {
  readonly line: number;
  /** As written, shortened to 100 characters. */
  readonly value: string;
  readonly reason: RowReason;
}
