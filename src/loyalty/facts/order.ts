import type { Day } from '../time/period.ts';

/** An order as it came in; a negative amount is a refund. */
export interface NewOrder {
  readonly orderId: string;
  /** What an order without a number was known by before; null or left out: the same. */
  readonly formerIds?: readonly string[] | null;
  /** Whose number it is, in small letters; empty: nobody said. Numbers of two shops are two orders. */
  readonly shop: string;
  /** The customer's own number in the company's systems. */
  readonly customer: string;
  /** The customer's e-mail address, where the row says it. */
  readonly email?: string | null;
  readonly day: Day;
  /** Milliseconds since 1970-01-01T00:00Z, where the hour is known. */
  readonly at: number | null;
  /** Minor units of the currency. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: OrderStatus;
  /** Of how many rows of a file the amount is made; left out: one. */
  readonly lines?: number;
}

export const orderStatuses = ['completed', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** A completed order of amount 0 is an order; a refund and a cancelled order are none. */
export function countsAsOrder({ status, amountMinor }: Pick<NewOrder, 'status' | 'amountMinor'>): boolean {
  return status === 'completed' && amountMinor >= 0;
}
