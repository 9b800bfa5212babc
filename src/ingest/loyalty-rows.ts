import type { NewAnswer } from '../loyalty/answer.ts';
import type { NewCustomer } from '../loyalty/customer.ts';
import type { NewOrder } from '../loyalty/order.ts';
import type { CustomerRow, FeedbackRow, OrderRow } from './rows.ts';

/** What a row of a file says, in the words of loyalty/. */
export const toLoyalty = {
  customers: ({ kind: _, ...row }: CustomerRow): NewCustomer => row,
  orders: (row: OrderRow): NewOrder => ({
    orderId: row.order,
    customer: row.customer,
    day: row.day,
    at: row.at,
    amountMinor: row.amountMinor,
    currency: row.currency,
    status: row.status,
  }),
  feedback: ({ feedbackKind, kind: _, answer, ...row }: FeedbackRow): NewAnswer => ({
    ...row,
    kind: feedbackKind,
    answerId: answer,
    markedNegative: null,
  }),
};
