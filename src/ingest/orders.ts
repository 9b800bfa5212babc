import type { RowReason } from '../facts/refusal.ts';
import type { NewOrder, OrderStatus } from '../loyalty/facts/order.ts';
import { limits } from './cells.ts';
import { contentKey, hashContent } from './content-key.ts';
import { toMoment } from './dates.ts';
import { createKeyCounter } from './key-counter.ts';
import { readMoney } from './money.ts';
import { known, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { toStatus } from './statuses.ts';

/** Turns the cells of one record into an order, or says what is wrong with it. Keeps count of orders without an id. */
export function createOrderReader(rules: RowRules) {
  const counter = createKeyCounter();

  return rowReader<NewOrder>(rules, (row) => {
    const customer = row.neededId('customer');
    const order = row.idIfAny('order');
    const date = row.date('date');
    const amount = row.cell('amount');
    if (amount === '') refuse('amount', { code: 'missing' });
    const money = readMoney(amount, row.cell('currency'), rules);
    if ('reason' in money) refuse(money.at, money.reason);
    const status = known('status', readStatus(row.cell('status'), money.minor));
    const { day, at } = toMoment(date, rules.zone);
    const shop = toShop(row.text('shop', limits.shop) ?? rules.shop);
    const orderId = order ?? keyOf(customer, [date.day, date.timeMs, date.offset], money.written);
    return { orderId, shop, customer, day, at, amountMinor: money.minor, currency: money.currency, status };
  });

  function keyOf(customer: string, moment: readonly (number | null)[], written: string): string {
    const hash = hashContent(['order', customer, ...moment, written]);
    return contentKey(hash, counter.next(hash));
  }
}

/** A shop is the same however its letters are. */
export function toShop(name: string | null): string {
  return name === null ? '' : name.trim().toLowerCase();
}

/** No status is a completed order, as most files hold nothing else. */
function readStatus(text: string, amountMinor: number): OrderStatus | RowReason {
  if (text === '') return 'completed';
  const status = toStatus(text);
  if (status !== 'refund') return status;
  return amountMinor < 0 ? 'completed' : { code: 'status-refunded' };
}
