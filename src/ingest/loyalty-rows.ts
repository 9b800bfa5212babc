import type { NewAnswer } from '../loyalty/answer.ts';
import type { NewCustomer } from '../loyalty/customer.ts';
import type { NewOrder } from '../loyalty/order.ts';
import type { TimeZone } from './dates.ts';
import { type FileRow, type RowBatch, readRows } from './read-rows.ts';
import type { CustomerRow, FeedbackRow, ImportKind, OrderRow } from './rows.ts';
import type { OpenFile, ReadPlan } from './survey.ts';

/** What the rows of each kind of file say, in the words of loyalty/. */
export interface LoyaltyRows {
  readonly customers: NewCustomer;
  readonly orders: NewOrder;
  readonly feedback: NewAnswer;
}

const rowsPerBatch = 5_000;

/** The rows of a surveyed file, see `readRows`. */
export function readLoyaltyRows<K extends ImportKind>(
  kind: K,
  open: OpenFile,
  plan: ReadPlan,
  zone: TimeZone,
): AsyncGenerator<RowBatch<LoyaltyRows[K]>> {
  const readers: { readonly [Kind in ImportKind]: () => AsyncGenerator<RowBatch<LoyaltyRows[Kind]>> } = {
    customers: () => converted(readRows(open, { ...plan, kind: 'customers' }, zone, rowsPerBatch), toCustomer),
    orders: () => converted(readRows(open, { ...plan, kind: 'orders' }, zone, rowsPerBatch), toOrder),
    feedback: () => converted(readRows(open, { ...plan, kind: 'feedback' }, zone, rowsPerBatch), toAnswer),
  };
  return readers[kind]();
}

async function* converted<From, To>(
  batches: AsyncGenerator<RowBatch<From>>,
  convert: (row: From) => To,
): AsyncGenerator<RowBatch<To>> {
  for await (const { rows, refused } of batches) {
    yield { rows: rows.map(({ line, cells, row }): FileRow<To> => ({ line, cells, row: convert(row) })), refused };
  }
}

function toCustomer({ kind: _, ...row }: CustomerRow): NewCustomer {
  return row;
}

function toOrder({ order, customer, day, at, amountMinor, currency, status }: OrderRow): NewOrder {
  return { orderId: order, customer, day, at, amountMinor, currency, status };
}

function toAnswer({ kind: _, feedbackKind, answer, ...row }: FeedbackRow): NewAnswer {
  return { ...row, kind: feedbackKind, answerId: answer, markedNegative: null };
}
