import type { NewAnswer } from '../loyalty/answer.ts';
import type { NewCustomer } from '../loyalty/customer.ts';
import type { NewOrder } from '../loyalty/order.ts';

/** What a file may hold. */
export type ImportKind = 'customers' | 'orders' | 'feedback';

/**
 * What the rows of each kind of file say. An empty cell is null. Where a file gives no id, it is a key made of the
 * content and its count in the file (see content-key.ts).
 */
export interface RowOf {
  readonly customers: NewCustomer;
  readonly orders: NewOrder;
  readonly feedback: NewAnswer;
}
