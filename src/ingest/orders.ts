import type { NewOrder, OrderStatus } from '../loyalty/facts/order.ts';
import { cellsOf, type Fault, isReason, limits, readText } from './cells.ts';
import { contentKey, hashContent } from './content-key.ts';
import { toMoment } from './dates.ts';
import { createKeyCounter } from './key-counter.ts';
import { readMoney } from './money.ts';
import type { RowRules } from './row-rules.ts';
import { readWhen } from './when.ts';
import { isRefundWord, toStatus } from './words.ts';

/** Turns the cells of one record into an order, or says what is wrong with it. Keeps count of orders without an id. */
export function createOrderReader(rules: RowRules): (cells: readonly string[]) => NewOrder | Fault {
  const cell = cellsOf(rules.columns);
  const idRules = { limit: limits.id, damaged: rules.damaged };
  const counter = createKeyCounter();

  return (cells) => {
    const customer = readText(cell(cells, 'customer'), idRules);
    if (customer === null) return { column: 'customer', reason: { code: 'missing' } };
    if (isReason(customer)) return { column: 'customer', reason: customer };
    const order = readText(cell(cells, 'order'), idRules);
    if (isReason(order)) return { column: 'order', reason: order };

    const date = readWhen('date', cell(cells, 'date'), rules);
    if ('reason' in date) return date;
    const amountCell = cell(cells, 'amount');
    if (amountCell.trim() === '') return { column: 'amount', reason: { code: 'missing' } };
    const money = readMoney(amountCell, cell(cells, 'currency').trim(), rules);
    if ('reason' in money) return { column: money.at, reason: money.reason };

    const status = readStatus(cell(cells, 'status'), money.minor);
    if (!status) return { column: 'status', reason: { code: 'unknown-status' } };

    const { day, at: instant } = toMoment(date, rules.zone);
    return {
      orderId: order ?? keyOf(customer, [date.day, date.timeMs, date.offset], money.written),
      customer,
      day,
      at: instant,
      amountMinor: money.minor,
      currency: money.currency,
      status,
    };
  };

  function keyOf(customer: string, moment: readonly (number | null)[], written: string): string {
    const hash = hashContent(['order', customer, ...moment, written]);
    return contentKey(hash, counter.next(hash));
  }
}

/** No status is a completed order, as most files hold nothing else. */
function readStatus(text: string, amountMinor: number): OrderStatus | null {
  if (text.trim() === '') return 'completed';
  return toStatus(text) ?? (amountMinor < 0 && isRefundWord(text) ? 'completed' : null);
}
