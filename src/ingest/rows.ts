/** What a file may hold. */
export type ImportKind = 'customers' | 'orders' | 'feedback';

/** One customer as a file names them. Absent values are null: a cell that is empty says nothing. */
export interface CustomerRow {
  readonly kind: 'customers';
  /** The company's own id of the customer. */
  readonly customer: string;
  readonly name: string | null;
  readonly email: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
  /** ISO 639, lower case; Norwegian is `nb` or `nn`. */
  readonly language: string | null;
  /** Days since 1970-01-01. */
  readonly sinceDay: number | null;
  /** Cost of acquisition in minor units. Null together with its currency. */
  readonly costMinor: number | null;
  readonly costCurrency: string | null;
  /** The id of the customer who recommended this one. */
  readonly recommendedBy: string | null;
}

/** One order. A negative amount is a refund. */
export interface OrderRow {
  readonly kind: 'orders';
  /** The file's order id, or a key made of the content and its count in the file (see content-key.ts). */
  readonly order: string;
  readonly customer: string;
  /** The day in the workspace's time zone, counted from 1970-01-01. */
  readonly day: number;
  /** Milliseconds since 1970-01-01T00:00Z; null where the file gives no time of day. */
  readonly at: number | null;
  /** Minor units of the currency, a safe integer. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: OrderStatus;
}

export type OrderStatus = 'completed' | 'cancelled';

/** One answer, review or remark. */
export interface FeedbackRow {
  readonly kind: 'feedback';
  /** A key made of the content and its count in the file (see content-key.ts). */
  readonly answer: string;
  /** Null: anonymous. */
  readonly customer: string | null;
  readonly day: number;
  readonly at: number | null;
  readonly feedbackKind: FeedbackKind;
  /** NPS 0-10, CSAT 1-5, stars of a review 1-5; null for CLI and remarks. */
  readonly score: number | null;
  /** The three parts of a CLI answer, 1 "definitely yes" to 6 "definitely no"; null for the other kinds. */
  readonly recommend: number | null;
  readonly again: number | null;
  readonly other: number | null;
  readonly comment: string | null;
  readonly source: string | null;
  readonly public: boolean;
}

export type FeedbackKind = 'nps' | 'csat' | 'cli' | 'review' | 'remark';

/** The row type of each kind of file. */
export interface RowOf {
  readonly customers: CustomerRow;
  readonly orders: OrderRow;
  readonly feedback: FeedbackRow;
}
