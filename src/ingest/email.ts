import type { RowReason } from '../facts/refusal.ts';
import { bareAddress } from './bare-address.ts';
import { limits } from './cells.ts';
import { known, type RowCells, refuse } from './row-reader.ts';

/** Whom a row is about: by the company's own number or, where it has none, by an e-mail address in small letters. */
export interface NamedCustomer {
  readonly customer: string;
  /** The address that stands beside it. */
  readonly email: string | null;
  /** The column of customers itself names somebody. */
  readonly isOwn: boolean;
}

/** A guest without an address is nobody, whose row is refused. */
export function readCustomer(row: RowCells): NamedCustomer {
  return readCustomerIfAny(row) ?? refuse('customer', { code: row.cell('customer') === '' ? 'missing' : 'nobody' });
}

/** Null: nobody is named. */
export function readCustomerIfAny(row: RowCells): NamedCustomer | null {
  const email = row.optional('email', () => known('email', readEmail(row.text('email', limits.email))));
  const folded = email === null ? null : email.toLowerCase();
  const own = row.idIfAny('customer');
  const customer = own ?? folded;
  return customer === null ? null : { customer, email: folded, isOwn: own !== null };
}

/** A number as it was kept before addresses were folded. */
export function idWritten(row: RowCells, column: string, id: string): string {
  return id.includes('@') ? (row.text(column, limits.id) ?? id) : id;
}

/** One "@" with something before it and a dotted name behind it; whether anybody lives there only a mail can tell. */
const address = /^[^\s@<>",;]+@[^\s@<>",;.]+(?:\.[^\s@<>",;.]+)+$/;

export function readEmail(text: string | null): string | null | RowReason {
  if (text === null) return null;
  const bare = bareAddress(text);
  return address.test(bare) ? bare : { code: 'not-an-email' };
}
