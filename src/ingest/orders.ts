import type { RowReason } from '../facts/refusal.ts';
import type { NewOrder, OrderStatus } from '../loyalty/facts/order.ts';
import { limits, saysNothing } from './cells.ts';
import { readDate, toMoment } from './dates.ts';
import { idWritten, readCustomer } from './email.ts';
import { readMoney } from './money.ts';
import { createRowKeys, isMidnight, momentMeant, momentWritten } from './row-keys.ts';
import { known, type RowCells, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { toStatus } from './statuses.ts';
import { toBoolean } from './words.ts';

/** Turns the cells of one record into an order, or says what is wrong with it. Keeps count of orders without an id. */
export function createOrderReader(rules: RowRules) {
  const keyOf = createRowKeys(rules);

  return rowReader<NewOrder>(rules, (row) => {
    const { entries } = rules.columns.known ?? {};
    if (entries && !entries.includes(row.cell('entry'))) refuse('entry', { code: 'no-sale' });
    for (const column of ['customer', 'order']) if (isTotal(row.cell(column))) refuse(column, { code: 'total-row' });
    const { customer, email } = readCustomer(row);
    const order = row.idIfAny('order');
    if (order === null && rules.numbered) refuse('order', { code: 'no-number' });
    const date = row.date('date');
    const amount = row.cell('amount');
    if (amount === '') refuse('amount', { code: 'missing' });
    const money = readMoney(amount, row.cell('currency'), rules);
    if ('reason' in money) refuse(money.at, money.reason);
    if (entries && money.minor < 0) refuse('entry', { code: 'no-sale' });
    const refundedMinor = readRefunded(row);
    if (refundedMinor > 0 && refundedMinor > money.minor) refuse('refunded', { code: 'refund-too-large' });
    const isCancelled = readCancelled(row, rules);
    const said = known('status', readStatus(row.cell('status'), money.minor, refundedMinor));
    const status = isCancelled ? 'cancelled' : said;
    const { day, at } = toMoment(date, rules.zone);
    const key =
      order === null
        ? keyOf(
            ['order', customer, ...momentMeant(date), money.meant],
            ['order', idWritten(row, 'customer', customer), ...momentWritten(date), money.written],
          )
        : { id: order, formerIds: null };
    const shop = toShop(row.text('shop', limits.shop) ?? rules.shop);
    const amountMinor = money.minor - refundedMinor;
    return {
      orderId: key.id,
      formerIds: key.formerIds,
      shop,
      customer,
      email,
      day,
      at: order === null && isMidnight(date) ? null : at,
      amountMinor,
      currency: money.currency,
      status,
    };
  });
}

/** A row of a report that sums up those above it. */
function isTotal(text: string): boolean {
  return text.length < 20 && totals.has(text.toLowerCase().replace(/[\s:*=-]+/g, ''));
}

const totals = new Set(
  'total,totals,totalt,subtotal,grandtotal,sum,sumtotal,sumtotalt,ialt,delsum,mellemsum,mellomsum,samlet,samletsum,hovedsum'.split(
    ',',
  ),
);

/** A shop is the same however its letters are. */
export function toShop(name: string | null): string {
  return name === null ? '' : name.trim().toLowerCase();
}

/** What of the order was paid back, as its own column says it: a plain number, with or without a minus. */
function readRefunded(row: RowCells): number {
  const text = row.cell('refunded').replace(/^[-\u2212]\s*/, '');
  if (text === '' || saysNothing(text) || toBoolean(text) === false) return 0;
  return row.paid('refunded', text)?.minor ?? 0;
}

/** A day or yes where an order was called off; empty or no where it was not. */
function readCancelled(row: RowCells, { dateOrder }: RowRules): boolean {
  const text = row.cell('cancelled');
  if (text === '' || saysNothing(text)) return false;
  const said = toBoolean(text);
  if (said !== null) return said;
  const date = readDate(text, dateOrder);
  return 'day' in date || refuse('cancelled', 'code' in date ? date : { code: 'not-a-date' });
}

/**
 * No status is a completed order, as most files hold nothing else. A refund is a row of its own with a negative amount,
 * or stands beside the order in a column of its own.
 */
function readStatus(text: string, amountMinor: number, refundedMinor: number): OrderStatus | RowReason {
  if (text === '') return 'completed';
  const status = toStatus(text);
  if (refundedMinor > 0 && typeof status !== 'string' && aboutRefunds.test(text)) return 'completed';
  if (status !== 'refund') return status;
  return amountMinor < 0 || refundedMinor > 0 ? 'completed' : { code: 'status-refunded' };
}

/** Partly paid back: how much stands beside it. */
const aboutRefunds = /refun|return|krediter|tilbage|tilbake/i;
