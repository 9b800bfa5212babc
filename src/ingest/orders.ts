import type { RowReason } from '../facts/refusal.ts';
import type { NewOrder, OrderStatus } from '../loyalty/facts/order.ts';
import { limits, saysNothing } from './cells.ts';
import { toMoment } from './dates.ts';
import { idWritten, readCustomer } from './email.ts';
import { foldedNames, foldHeader } from './fold-header.ts';
import { payments } from './invoiced.ts';
import { readMoney } from './money.ts';
import { aboutRefunds, callsOff, isMark } from './other-statuses.ts';
import { createRowKeys, isMidnight, momentMeant, momentWritten } from './row-keys.ts';
import { dateOf, known, type RowCells, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { toStatus } from './statuses.ts';
import { toBoolean } from './words.ts';

/** Turns the cells of one record into an order, or says what is wrong with it. Keeps count of orders without an id. */
export function createOrderReader(rules: RowRules) {
  const keyOf = createRowKeys(rules);

  return rowReader<NewOrder>(rules, (row) => {
    const { entries } = rules.columns.known ?? {};
    if (entries && !entries.includes(row.cell('entry'))) refuse('entry', { code: 'no-sale' });
    const { customer, email } = readCustomer(row);
    const order = row.idIfAny('order', rules.readAs?.orders.get(customer));
    if (order === null && rules.numbered) refuse('order', { code: 'no-number' });
    const date = row.date('date');
    const amount = row.cell('amount');
    if (amount === '') refuse('amount', { code: 'missing' });
    const money = readMoney(amount, row.cell('currency'), rules);
    if ('reason' in money) refuse(money.at, money.reason);
    if (entries && money.minor < 0) refuse('entry', { code: 'no-sale' });
    if (!entries) refuseOtherEntry(row.cell('entry'), money.minor, rules);
    const refundedMinor = readRefunded(row);
    if (refundedMinor > 0 && refundedMinor > money.minor) refuse('refunded', { code: 'refund-too-large' });
    const isCancelled = readCancelled(row, rules);
    const said = known('status', readStatus(row.cell('status'), money.minor, refundedMinor));
    const status = isCancelled ? 'cancelled' : said;
    if (status === 'completed') refuseContrary(row, rules, money.minor, refundedMinor);
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

/** A list of what was posted holds more than sales: credit notes without a minus, what was paid of an invoice, fees. */
function refuseOtherEntry(text: string, minor: number, { invoiced, columns }: RowRules): void {
  const name = text === '' ? '' : foldHeader(text);
  if (name === '') return;
  if (minor > 0 && (toStatus(text) === 'refund' || creditNotes.has(name) || isCreditSide(name, columns)))
    refuse('entry', { code: 'status-refunded' });
  if (noSales.has(name) || ((minor < 0 || invoiced === true) && payments.has(name)))
    refuse('entry', { code: 'no-sale' });
}

/** "C" and "K" say so below "D/C" alone. */
function isCreditSide(name: string, { at, header }: RowRules['columns']): boolean {
  return name.length <= 2 && creditSide.has(name) && sides.has(foldHeader(header[at.entry ?? -1] ?? ''));
}

const creditSide = foldedNames('c,cr,k,kr,h');
const sides = foldedNames(
  'd c,d k,dr cr,debit credit,debit or credit,credit debit,debet kredit,debit kredit,debet eller kredit',
);
const creditNotes = foldedNames(
  'kredit,credit memo,kreditfaktura,kreditnotaer,kredittnota,kreditering,refundering,returnering,tilbagebetaling,tilbakebetaling,refunds',
);
const noSales = foldedNames(
  'fee,fees,payout,transfer,withdrawal,reminder,interest,authorization,authorisation,void,quote,quotation,offer,estimate,proforma,pro forma',
  'proforma invoice,pro forma invoice,draft,draft order,delivery note,packing slip,purchase,purchase invoice,purchase order,supplier invoice,bill',
  'vendor bill,expense,journal,journal entry,opening balance,balance forward,adjustment,write off,dunning,dunning letter,stock movement',
  'gebyr,udbetaling,utbetaling,overførsel,overføring,rykkergebyr,purregebyr,rente,renter,reservation,reservasjon,autorisation,autorisasjon',
  'tilbud,kladde,utkast,proformafaktura,følgeseddel,pakkseddel,pakkeseddel,indkøb,innkjøp,leverandørfaktura,købsfaktura,inngående faktura',
  'udgift,utgift,omkostning,kostnad,primo,primopostering,åbningsbalance,inngående balanse,inngående saldo,saldo,rykker,purring,inkasso,tab,tap',
  'afskrivning,avskrivning,finanspostering,kassekladde,lagerbevægelse,købsordre,innkjøpsordre',
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
function readCancelled(row: RowCells, rules: RowRules): boolean {
  const text = row.cell('cancelled');
  if (text === '' || saysNothing(text)) return false;
  const said = toBoolean(text);
  if (said !== null) return said;
  const date = dateOf('cancelled', text, rules);
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

/** What another column calls off or pays back is no sale because the status says so. */
function refuseContrary(row: RowCells, { columns }: RowRules, amountMinor: number, refundedMinor: number): void {
  if (amountMinor < 0) return;
  for (const place of columns.otherStatuses) {
    const [header, text] = [columns.header[place]?.trim() ?? '', row.at(place)];
    if (!callsOff(header, text, refundedMinor > 0)) continue;
    refuse('status', { code: 'other-status', header, text, ...(isMark(header) ? { isMark: true } : {}) });
  }
}
