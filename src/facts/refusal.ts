import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { Money } from '../loyalty/facts/money.ts';
import type { Scale } from '../loyalty/facts/scale.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { Locale } from '../text/define-text.ts';

/** Why a row was refused. Codes and numbers only: the words are the messages' business. */
export type RowReason =
  | { readonly code: 'missing' }
  /** "0", "NULL", "-" where a number of a customer or an order should be. */
  | { readonly code: 'no-id' }
  /** The same where nothing else says whose the row is. */
  | { readonly code: 'nobody' }
  /** A long number of which a spreadsheet has kept the first digits alone: 4,57E+11. */
  | { readonly code: 'id-lost' }
  /** A row that sums up others; one without an order number where the others have one. */
  | { readonly code: 'total-row' | 'no-number' }
  /** An order that is placed further ahead than anybody orders. */
  | { readonly code: 'far-ahead'; readonly days: number }
  /** A word for nothing in a cell that may be left out. */
  | { readonly code: 'says-nothing' }
  /** What was read in another spelling than it stands there. */
  | { readonly code: 'read-as'; readonly text: string }
  /** More or fewer cells than the header has. */
  | { readonly code: 'cell-count'; readonly found: number; readonly expected: number }
  /** A quote that is never closed, or one that closes in the middle of a cell. */
  | { readonly code: 'broken-quotes' }
  /** One record longer than the reader takes, in characters. */
  | { readonly code: 'record-too-long'; readonly limit: number }
  /** One value longer than its column takes, in characters. */
  | { readonly code: 'too-long'; readonly limit: number }
  | { readonly code: 'control-character' }
  /** Bytes that are not text in the file's encoding. */
  | { readonly code: 'bad-encoding' }
  | { readonly code: 'not-a-date' }
  | { readonly code: 'two-digit-year' }
  /** 2026-02-30, 25:00. */
  | { readonly code: 'no-such-day' }
  | { readonly code: 'no-such-time' }
  /** "IST", "foo": a zone of which it is not known for certain how far it is from UTC. */
  | { readonly code: 'unknown-zone' }
  /** "tirsdag den 2. marts 2026", which is a Monday. */
  | { readonly code: 'other-weekday' }
  | { readonly code: 'year-out-of-range'; readonly from: number; readonly to: number }
  | { readonly code: 'not-a-number' }
  | { readonly code: 'too-many-decimals'; readonly currency: string; readonly digits: number }
  | { readonly code: 'amount-too-large' }
  | { readonly code: 'amount-negative' }
  /** A row of an account that is neither a sale nor a refund that is known as one. */
  | { readonly code: 'no-sale' }
  /** More was paid back than the order was worth. */
  | { readonly code: 'refund-too-large' }
  /** Neither a currency column nor a default says what the amount is in. */
  | { readonly code: 'currency-missing' }
  | { readonly code: 'unknown-currency' }
  /** "kr" or "$" where the default currency is none of those written so. */
  | { readonly code: 'currency-unclear' }
  /** The amount's own sign or code says another currency than the row. */
  | { readonly code: 'currency-differs'; readonly written: string; readonly expected: string }
  /** The header of the amount names another currency than the row does. */
  | { readonly code: 'currency-of-header'; readonly written: string; readonly expected: string }
  | { readonly code: 'unknown-status' }
  /** An order that is not done yet; one of which only a part is; one whose money went back; a word with two meanings. */
  | { readonly code: 'status-open' | 'status-partly' | 'status-refunded' | 'status-unclear' }
  /** The order counts by its status, and another column says that it was called off or paid back. */
  | {
      readonly code: 'other-status';
      readonly header: string;
      readonly text: string;
      /** Not another status, but a mark of its own, or a day: it stands there or it does not. */
      readonly isMark?: boolean;
    }
  /** A column says that an answer is a test or spam, was taken back or broken off. */
  | { readonly code: 'set-aside'; readonly header: string; readonly text: string }
  /** When it was completed is not said, in a file that says so of answers. */
  | { readonly code: 'not-completed'; readonly header: string }
  | { readonly code: 'unknown-kind' }
  /** No whole number from `min` to `max`. */
  | { readonly code: 'not-a-score'; readonly min: number; readonly max: number }
  /** A score on a remark, parts on anything but CLI. */
  | { readonly code: 'not-for-kind'; readonly kind: AnswerKind }
  | { readonly code: 'not-yes-or-no' }
  | { readonly code: 'not-an-email' }
  | { readonly code: 'unknown-country' }
  | { readonly code: 'unknown-language' }
  /** Customers are not to be made, and nobody knows this one. */
  | { readonly code: 'unknown-customer' }
  /** A customer who recommended themselves. */
  | { readonly code: 'self-recommendation' }
  /** What happened, on a day that has not come. */
  | { readonly code: 'in-future' }
  | { readonly code: 'segment-too-long' | 'too-many-segments'; readonly limit: number }
  /** A segment of that name keeps itself. */
  | { readonly code: 'segment-by-rule' }
  /** No number of years from 0 to `max`. */
  | { readonly code: 'not-years'; readonly max: number }
  /** Neither won nor lost. */
  | { readonly code: 'unknown-outcome' }
  /** A reward for a recommendation that won nobody. */
  | { readonly code: 'only-for-won' }
  /** Somebody else is known to have recommended this customer. */
  | { readonly code: 'other-recommender' }
  /** A last day before the first, a response before the contact. */
  | { readonly code: 'ends-before' }
  /** A rate of 0 or less, or one with more decimals than are kept. */
  | { readonly code: 'not-a-rate'; readonly digits: number }
  /** A rate of a currency in itself. */
  | { readonly code: 'same-currency' }
  /** Neither a date nor yes or no. */
  | { readonly code: 'not-a-response' }
  /** A response of somebody whom the campaign never reached. */
  | { readonly code: 'not-delivered' }
  /** The customer is in another variant of the campaign. */
  | { readonly code: 'other-variant' }
  /** The address in the place of a customer's number is several customers'. */
  | { readonly code: 'shared-address'; readonly customers: readonly string[] }
  /** Another row has the same order number and does not go with this one. */
  | { readonly code: 'same-number'; readonly clash: NumberClash; readonly line: number }
  /** Another row of the same order, on that line, was refused. */
  | { readonly code: 'incomplete-order'; readonly line: number }
  /** The number is that of a known order: of another customer, or of quite another day. */
  | { readonly code: 'known-number'; readonly number: string; readonly customer: string; readonly day: Day }
  /** Nobody's answer at a time at which one is known with the same score and other words: the same, edited, or another. */
  | { readonly code: 'other-words' }
  /** An earlier row of the file has the response's number, and says something else. */
  | { readonly code: 'same-response' }
  /** The response's number is that of a known answer of another customer, or of another day where no customer is named. */
  | { readonly code: 'known-response'; readonly response: string; readonly day: Day };

/**
 * How rows with one order number do not go together: other customers, days or currencies, totals that differ, or amounts
 * of which nobody knows whether they are the line's or the whole order's.
 */
export type NumberClash = 'customer' | 'day' | 'currency' | 'total' | 'amount';

/** One refused row, with all that is needed to write it back for mending. */
export interface RefusedRow {
  /** The physical line of the file, from 1, on which the record starts. */
  readonly line: number;
  /** Our name of the column; null where the whole row is at fault. */
  readonly column: string | null;
  /** The offending value as written, shortened to 100 characters; null where the whole row is at fault. */
  readonly value: string | null;
  readonly reason: RowReason;
  /** The cells as read, for refused-file.ts. */
  readonly cells: readonly string[];
  /** The line after which the row is dealt with, where that is not its own: the last of the same order. */
  readonly doneAt?: number;
}

/** A cell of the file that a file's refusal points at. */
export interface FileCell {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Why a whole file was refused, before its first row. */
export type FileRefusal =
  | { readonly code: 'empty' }
  /** A workbook, an archive, a picture: not text with columns. */
  | { readonly code: 'not-text'; readonly looksLike: string }
  | { readonly code: 'unknown-encoding'; readonly encoding: string }
  | { readonly code: 'too-many-columns'; readonly found: number; readonly limit: number }
  /** No header was found, and no columns were given: what stands where the first row does. */
  | { readonly code: 'no-header'; readonly first: readonly string[] }
  /** Needed columns that no header says, and columns that several say equally well: all of them at once. */
  | {
      readonly code: 'columns';
      readonly kind: ImportKind;
      readonly missing: readonly string[];
      readonly doubled: readonly { readonly column: string; readonly headers: readonly string[] }[];
      readonly found: readonly string[];
      /** Ours for each of these, as far as they say it; '' for the others. */
      readonly named?: readonly string[];
      /** The program whose export it is known to be. */
      readonly system?: string;
      /** Headers whose cells look like what is missing. */
      readonly likely?: readonly { readonly column: string; readonly header: string }[];
      /** The columns as they could be named: ours in the order of the file, '' for one to skip. */
      readonly example?: readonly string[];
    }
  /** Words in the brackets of an amount's or a date's header that may change what it means, and that nobody knows. */
  | {
      readonly code: 'unknown-bracket';
      readonly column: string;
      readonly header: string;
      readonly word: string;
      /** It stands in a line above the header. */
      readonly isTitle?: boolean;
      /** It stands in a line of its own below the header. */
      readonly line?: number;
    }
  /** What looks like the amount may be the price of one, as a column says how many. */
  | {
      readonly code: 'unit-price';
      readonly header: string;
      readonly quantity: string;
      /** The columns as they could be named, where it is what the whole row comes to. */
      readonly example: readonly string[];
    }
  /** Other column names amid the rows, and their line: two files in one. */
  | { readonly code: 'another-header'; readonly line: number; readonly found: readonly string[] }
  /** All scores are words: "Very satisfied", a smiley. */
  | { readonly code: 'scores-in-words'; readonly kind: AnswerKind; readonly own: Scale; readonly place: FileCell }
  /** The header fits no kind of file, or two equally well. */
  | { readonly code: 'unknown-kind'; readonly found: readonly string[] }
  /** A name in the given columns that is none of ours. */
  | { readonly code: 'unknown-column'; readonly column: string; readonly known: readonly string[] }
  /** The given columns are not as many as the cells of the first line. */
  | { readonly code: 'column-count'; readonly given: number; readonly found: number }
  /** Values that can be read two ways, and nothing in the file says which. The locale settles it. */
  | { readonly code: 'ambiguous-numbers'; readonly place: FileCell; readonly readings: readonly [string, string] }
  | { readonly code: 'ambiguous-dates'; readonly place: FileCell; readonly readings: readonly [string, string] }
  /** One value can only be read one way, another only the other way. */
  | { readonly code: 'mixed-numbers'; readonly first: FileCell; readonly second: FileCell }
  | { readonly code: 'mixed-dates'; readonly first: FileCell; readonly second: FileCell }
  /** The locale says one way, a value of the file proves the other, and some values hang on it. */
  | { readonly code: 'locale-differs'; readonly locale: Locale; readonly proof: FileCell; readonly place: FileCell }
  /**
   * The scores are on another scale than their kind, or may be: the header says so, more of them than slips are outside,
   * nobody gave 0 and many 1, nobody of several more than 5 or of many more than 7; or the header says that the least number
   * is the best.
   */
  | {
      readonly code: 'other-scale';
      readonly kind: AnswerKind;
      readonly own: Scale;
      /** The least and the greatest score. */
      readonly from: number;
      readonly to: number;
      readonly because: 'header' | 'outside' | 'halves' | 'no-zero' | 'short' | 'reversed';
      readonly header: string | null;
      readonly place: FileCell | null;
      /** Other scales on which it can be counted. */
      readonly known: readonly Scale[];
    }
  /**
   * A rate that does not fit the known one, the one before it in the file or what currencies are roughly worth; or of which
   * nobody can tell which way round it is.
   */
  | {
      readonly code: 'rates-doubtful';
      readonly because: 'inverse' | 'hundredfold' | 'tenfold' | 'direction';
      readonly place: FileCell;
      readonly currency: string;
      readonly base: string;
      /** As it was read: of one unit of the currency. */
      readonly rate: number;
      /** What it was held against. */
      readonly reference: number | null;
      readonly source: 'known' | 'file' | 'rough';
    }
  /** The chosen scale is none on which answers of this kind can be counted. */
  | {
      readonly code: 'scale-not-for-kind';
      readonly kind: AnswerKind;
      readonly scale: Scale;
      readonly known: readonly Scale[];
    }
  /** Rows with one order number that may be lines of one order, corrections or orders of several shops. */
  | {
      readonly code: 'same-number';
      readonly clash: NumberClash;
      readonly number: string;
      readonly lines: readonly [number, number];
      /** What the two say in the column at which they differ, or both say. */
      readonly values: readonly [string, string];
      /** How many numbers of the file it is about. */
      readonly numbers: number;
    }
  /** Numbers nobody knows yet that are spelt almost as others: 00123 and 123, k1 and K1. */
  | {
      readonly code: 'similar-spelling';
      readonly column: 'customer' | 'order';
      /** The first, where it stands, and the other spelling with its line; null: it is known already. */
      readonly written: string;
      readonly line: number;
      readonly other: string;
      readonly otherLine: number | null;
      /** How many numbers of the file it is about. */
      readonly numbers: number;
    }
  /** Rows that say what known ones say which have a number, have none or have another source, and so are not known again by it. */
  | {
      readonly code: 'known-rows';
      readonly lacks: 'number' | 'known-number' | 'source' | 'time';
      /** How many, of how many rows of the file, and the line of the first. */
      readonly rows: number;
      readonly of: number;
      readonly line: number;
      /** What brought the known one that the first says; null: it is no longer known. */
      readonly fileName: string | null;
      readonly day: Day | null;
    }
  /** Known orders that come with more or fewer lines than they have, and for less: the file may hold a part of them. */
  | {
      readonly code: 'known-orders';
      readonly orders: number;
      readonly number: string;
      readonly line: number;
      readonly before: LinesWorth;
      readonly after: LinesWorth;
    }
  /** Amounts with more decimals than their currency has: rounded, or refused row by row, once somebody says so. */
  | {
      readonly code: 'too-many-decimals';
      readonly place: FileCell;
      readonly currency: string;
      readonly digits: number;
    }
  /** Two rows have a rate of one currency for one day, and not the same one. */
  | {
      readonly code: 'two-rates';
      readonly lines: readonly [number, number];
      readonly values: readonly [string, string];
      readonly currency: string;
      readonly day: Day;
    }
  /** The sign in the header of the amounts is that of several currencies: "Revenue ($)". */
  | { readonly code: 'unclear-currency'; readonly header: string; readonly sign: string }
  /** The default currency given is none. */
  | { readonly code: 'unknown-currency'; readonly value: string };

/** What an order comes to, and of how many lines. */
export interface LinesWorth extends Money {
  readonly lines: number;
}
