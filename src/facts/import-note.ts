import type { RowReason } from './refusal.ts';

/**
 * What an import does otherwise than whoever hands a file over may think. It is told before the import where it can be
 * asked there, and with its result, in Slack, in a terminal and in JSON alike. Codes and facts only; plain data, as it is
 * kept with the import.
 */
export type ImportNote =
  /** Columns of the file that are not read, by their headers. */
  | { readonly code: 'not-read'; readonly headers: readonly string[] }
  /** Lines above the header, or above the first row, that are not read, and the first of them. */
  | { readonly code: 'above-header'; readonly lines: number; readonly titles: readonly string[] }
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
  /**
   * Cells of one column: of an optional one that could not be read, of rows that came in without them; words that came in
   * mended; numbers of customers or orders that are kept in another spelling.
   */
  | {
      readonly code: 'left-out' | 'mended' | 'folded';
      /** Our name of the column. */
      readonly column: string;
      readonly count: number;
      readonly first: NotedCell;
    };

/** The first cell that a note counts. */
export interface NotedCell {
  readonly line: number;
  /** As written, shortened to 100 characters. */
  readonly value: string;
  readonly reason: RowReason;
}
