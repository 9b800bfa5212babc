import type { Money } from './facts/money.ts';
import type { OrderStatus } from './facts/order.ts';
import type { Day } from './time/period.ts';

/** What of an order is corrected, as far as it is changed as one: an amount goes with its currency, in a list of one. */
export interface OrderParts {
  readonly amount: readonly [Money];
  readonly day: Day;
  readonly status: OrderStatus;
}

export function orderParts({ amountMinor, currency, day, status }: Money & Omit<OrderParts, 'amount'>): OrderParts {
  return { amount: [{ amountMinor, currency }], day, status };
}

/** What of an answer is corrected; the score is on the scale on which it was given. */
export interface AnswerParts {
  readonly score: number | null;
  readonly comment: string | null;
}

export function answerParts({
  score,
  given = null,
  comment,
}: AnswerParts & { readonly given?: number | null | undefined }): AnswerParts {
  return { score: given ?? score, comment };
}
