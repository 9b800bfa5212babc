import type { DecimalChoice, KnownOrders, RateReading, SameNumber, SameOrOthers } from '../facts/import.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { Scale } from '../loyalty/facts/scale.ts';
import type { Locale } from '../text/define-text.ts';
import type { TimeZone } from './dates.ts';
import type { RememberedColumns } from './remembered-columns.ts';

/** What is known of a file before it is looked through. */
export interface SurveyOptions {
  /** What the file holds; null lets the header tell. */
  readonly kind: ImportKind | null;
  /** Column names for a file without a header line, '' for one to skip. */
  readonly columns?: readonly string[] | undefined;
  /** Settles numbers and dates that could be read two ways. */
  readonly locale?: Locale | undefined;
  /** What rows are with an order number that came before, where the file leaves it open. */
  readonly sameNumber?: SameNumber | undefined;
  /** What numbers are that are spelt almost as others. */
  readonly similarNumbers?: SameOrOthers | undefined;
  /** What rows are that say what known ones say, and known orders that come with other lines and for less. */
  readonly knownRows?: SameOrOthers | undefined;
  readonly knownOrders?: KnownOrders | undefined;
  /** Whose numbers orders have that name no shop. */
  readonly shop?: string | undefined;
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
  /** How rates are told, where that is in doubt. */
  readonly rates?: RateReading | undefined;
  /** What is done with amounts that have more decimals than their currency. */
  readonly decimals?: DecimalChoice | undefined;
  /** Rates that new ones are held against. */
  readonly knownRates?: readonly CurrencyRate[] | undefined;
  /** The scale on which scores were given, where it is not that of their kind. */
  readonly scale?: Scale | undefined;
  /** Lines above the header or the first row; undefined: the header is looked for. */
  readonly skip?: number | undefined;
}
