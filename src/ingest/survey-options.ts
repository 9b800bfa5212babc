import type { SaidOfFile } from '../facts/import.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { Locale } from '../text/define-text.ts';
import type { TimeZone } from './dates.ts';
import type { RememberedColumns } from './remembered-columns.ts';

/** What is known of a file before it is looked through. */
export interface SurveyOptions extends Partial<SaidOfFile> {
  /** What the file holds; null lets the header tell. */
  readonly kind: ImportKind | null;
  /** Column names for a file without a header line, '' for one to skip. */
  readonly columns?: readonly string[] | undefined;
  /** Settles numbers and dates that could be read two ways. */
  readonly locale?: Locale | undefined;
  /** The file's name, where its rows are others than those that are alike in another file. */
  readonly others?: string | undefined;
  /** Makes days of times. */
  readonly zone?: TimeZone | undefined;
  /** What amounts are in that say nothing of a currency. */
  readonly currency?: string | undefined;
  /** What the answers are where no column and no header says it. */
  readonly feedbackKind?: AnswerKind | undefined;
  /** Columns that were named before, which hold for a header that is the same. */
  readonly remembered?: readonly RememberedColumns[] | undefined;
  /** Overrides what the bytes say; any name that iconv-lite knows. */
  readonly encoding?: string | undefined;
  /** Overrides what the text says: one character or `blanks`. */
  readonly delimiter?: string | undefined;
  /** Rates that new ones are held against. */
  readonly knownRates?: readonly CurrencyRate[] | undefined;
  /** Lines above the header or the first row; undefined: the header is looked for. */
  readonly skip?: number | undefined;
}

/** What a person said, without all else that a call or a form holds. */
export function saidIn({
  scale = null,
  rates = null,
  decimals = null,
  shop = null,
  sameNumber = null,
  similarNumbers = null,
  knownRows = null,
  knownOrders = null,
}: Partial<SaidOfFile>): SaidOfFile {
  return { scale, rates, decimals, shop, sameNumber, similarNumbers, knownRows, knownOrders };
}
