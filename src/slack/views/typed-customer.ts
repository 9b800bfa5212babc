import { readTyped } from '../../ingest/typed-customer.ts';
import { rowRefusalWords } from '../../messages/imports/row-refusal.ts';
import type { ReadAddress } from '../../messages/modals/customer-fields.ts';
import type { Incoming } from '../identify-member.ts';

/** Reads an e-mail address as files are read. */
export function addressReader({ locale }: Pick<Incoming, 'locale'>): ReadAddress {
  return (typed) => {
    const read = readTyped.email(typed);
    return isWords(read) ? read : { wrong: rowRefusalWords({ column: 'email', value: typed, reason: read }, locale) };
  };
}

/** Reads a customer's own number the same way. */
export function numberReader({ locale }: Pick<Incoming, 'locale'>): ReadAddress {
  return (typed) => {
    const read = readTyped.number(typed);
    return isWords(read)
      ? read
      : { wrong: rowRefusalWords({ column: 'customer', value: typed, reason: read }, locale) };
  };
}

function isWords(read: string | null | object): read is string | null {
  return read === null || typeof read === 'string';
}
