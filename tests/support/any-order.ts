import fc, { type Arbitrary } from 'fast-check';
import type { NewOrder } from '../../src/loyalty/facts/order.ts';
import type { Day } from '../../src/loyalty/time/period.ts';

/** Orders, refunds and cancelled ones in two currencies. */
export function anyOrder(
  orderId: Arbitrary<string>,
  customer: Arbitrary<string>,
  day: Arbitrary<Day>,
): Arbitrary<NewOrder> {
  return fc.record({
    shop: fc.constant(''),
    orderId,
    customer,
    day,
    at: fc.constant(null),
    amountMinor: fc.constantFrom(0, 100, 25_000, -100),
    currency: fc.constantFrom('DKK', 'NOK'),
    status: fc.constantFrom('completed', 'completed', 'completed', 'cancelled'),
  });
}
