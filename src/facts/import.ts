import type { NewAnswer } from '../loyalty/facts/answer.ts';
import type { NewContact } from '../loyalty/facts/campaign.ts';
import type { NewCustomer } from '../loyalty/facts/customer.ts';
import type { ImportCounts, ImportKind } from '../loyalty/facts/import-kind.ts';
import type { NewOrder } from '../loyalty/facts/order.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { NewRecommendation } from '../loyalty/facts/recommendation.ts';
import type { Scale } from '../loyalty/facts/scale.ts';
import type { NewSpend } from '../loyalty/facts/spend.ts';
import type { ImportNote } from './import-note.ts';
import type { RefusedRow } from './refusal.ts';

/**
 * What the rows of each kind of file say. An empty cell is null. Where a file gives no id, it is a key made of the
 * content and its count in the file (see content-key.ts).
 */
export interface ImportRows extends Readonly<Record<ImportKind, object>> {
  readonly customers: NewCustomer;
  readonly orders: NewOrder;
  readonly feedback: NewAnswer;
  readonly recommendations: NewRecommendation;
  readonly spend: NewSpend;
  readonly rates: CurrencyRate;
  readonly campaign: NewContact;
}

/**
 * What rows with one order number are that do not agree, or that may each have the whole amount: lines of one order,
 * the later a correction of the earlier, or refused.
 */
export const sameNumberChoices = ['lines', 'correct', 'refuse'] as const;
export type SameNumber = (typeof sameNumberChoices)[number];

/** What numbers are that are spelt almost as others, and rows that say what known ones say: the same, or others. */
export const sameOrOthers = ['same', 'others'] as const;
export type SameOrOthers = (typeof sameOrOthers)[number];

/** What a file means that says known orders with other lines and for less: the whole orders, or a part of them. */
export const knownOrdersChoices = ['correct', 'keep'] as const;
export type KnownOrders = (typeof knownOrdersChoices)[number];

/** What a person said of a file that it leaves open itself; null: nothing, it is asked or the file tells. */
export interface SaidOfFile {
  /** Of scores that are not on the scale of their kind. */
  readonly scale: Scale | null;
  readonly rates: RateReading | null;
  readonly decimals: DecimalChoice | null;
  /** Whose numbers the orders have that name no shop. */
  readonly shop: string | null;
  readonly sameNumber: SameNumber | null;
  /** What numbers are that are spelt almost as others. */
  readonly similarNumbers: SameOrOthers | null;
  /** What rows are that say what known ones say in another form. */
  readonly knownRows: SameOrOthers | null;
  readonly knownOrders: KnownOrders | null;
}

export const nothingSaid: SaidOfFile = {
  scale: null,
  rates: null,
  decimals: null,
  shop: null,
  sameNumber: null,
  similarNumbers: null,
  knownRows: null,
  knownOrders: null,
};

/** How numbers of customers and orders are read that a person said to be others' in another spelling. */
export interface ReadAs {
  readonly customers: ReadonlyMap<string, string>;
  /** By the customer whose they are. */
  readonly orders: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** A row with where it stands in its file, and its cells as they were, to be given back where it is refused. */
export interface FileRow<Row> extends Pick<RefusedRow, 'line' | 'cells' | 'doneAt'> {
  readonly row: Row;
  /** How many other rows of the file it took up: lines of the same order. */
  readonly joined?: number;
  /** What was done with it that is to be told; it came in all the same. */
  readonly notes?: readonly ImportNote[];
}

/** Some rows in the order of the file. */
export interface FileBatch<Row> {
  readonly rows: readonly FileRow<Row>[];
  readonly refused: readonly RefusedRow[];
}

/** What is done with amounts that have more decimals than their currency. */
export const decimalChoices = ['round', 'refuse'] as const;
export type DecimalChoice = (typeof decimalChoices)[number];

/** How the rates of a file are told: of one unit of the base, of 100 units, or just as it stands there. */
export const rateReadings = ['inverse', 'per-100', 'as-written'] as const;
export type RateReading = (typeof rateReadings)[number];

/** Which negative answers become follow-ups: those of the last 7 days, all, or none. */
export const followUpChoices = ['recent', 'all', 'none'] as const;
export type FollowUpChoice = (typeof followUpChoices)[number];

export interface ImportResult extends ImportCounts {
  readonly kind: ImportKind;
  readonly refusedFile: string | null;
  /** The first refused rows, in words already. */
  readonly notes: readonly ImportNote[];
  readonly firstRefused: readonly { readonly line: number; readonly column: string | null; readonly reason: string }[];
}

/** What became of an import that somebody wanted to be taken back. */
export type UndoOutcome =
  | { readonly kind: 'undone'; readonly fileName: string }
  /** It is not known, or too long ago. */
  | { readonly kind: 'no-import' }
  /** It still goes on. */
  | { readonly kind: 'running'; readonly fileName: string }
  | {
      readonly kind: 'built-on';
      readonly fileName: string;
      /** Who changed what it had brought, or added to it: other imports, and persons (null). */
      readonly builtOn: readonly {
        readonly importId: number | null;
        readonly fileName: string | null;
        readonly count: number;
      }[];
      /** Follow-ups of its answers that somebody took. */
      readonly followUpsTaken: number;
    };

/** An import as it stands in a list. */
export interface ListedImport extends ImportCounts {
  readonly importId: number;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly status: ImportProgress['status'];
  /** Whether it is being taken back. */
  readonly undoing: boolean;
  readonly at: Date;
  /** Null: the terminal. */
  readonly memberId: string | null;
}

/** How far an import is. */
export interface ImportProgress {
  readonly importId: number;
  readonly fileName: string;
  readonly status: 'running' | 'finished' | 'failed' | 'cancelled' | 'undone';
  /** It is being taken back. */
  readonly undoing: boolean;
  readonly rowsRead: number;
  /** Rows of the whole file. */
  readonly rows: number;
  readonly result: ImportResult;
  /** Words, when it failed. */
  readonly error: string | null;
}
