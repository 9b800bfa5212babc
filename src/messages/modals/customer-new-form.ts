import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { knownBy } from '../../loyalty/facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { type CustomerSelf, customerFields, customerSelfIn, type ReadAddress, wordsIn } from './customer-fields.ts';
import { type Filled, formKind, textField } from './form.ts';
import type { StateValues } from './state.ts';

export const customerNewForm = formKind('customer.make', z.object({}));

/** A customer as a person makes one. */
export interface CustomerMade extends CustomerSelf {
  /** The customer's own number; one who has none is known by the address. */
  readonly externalId: string;
}

/** Reads a customer's own number as files are read. */
export type ReadNumber = ReadAddress;

const words = defineText({
  en: {
    title: 'New customer',
    number: 'Customer number',
    numberHint: 'As in your other systems, so that orders find the customer. Empty: the e-mail address stands for it.',
    neither: 'Write a number, or an e-mail address below.',
    known: (name: string) => `${name} has this number already.`,
    addressKnown: (name: string) => `${name} has this address already.`,
  },
  da: {
    title: 'Ny kunde',
    number: 'Kundenummer',
    numberHint: 'Som i jeres andre systemer, så ordrer finder kunden. Tomt felt: e-mailadressen bruges i stedet.',
    neither: 'Skriv et nummer, eller en e-mailadresse nedenfor.',
    known: (name: string) => `${name} har allerede dette nummer.`,
    addressKnown: (name: string) => `${name} har allerede denne adresse.`,
  },
  nb: {
    title: 'Ny kunde',
    number: 'Kundenummer',
    numberHint: 'Som i de andre systemene deres, så ordrer finner kunden. Tomt felt: e-postadressen brukes i stedet.',
    neither: 'Skriv et nummer, eller en e-postadresse nedenfor.',
    known: (name: string) => `${name} har allerede dette nummeret.`,
    addressKnown: (name: string) => `${name} har allerede denne adressen.`,
  },
});

/** Asks for a customer whom nobody knows yet. @param typed what was looked for; it may be a name, an address or a number */
export function customerNewView(typed: string, locale: Locale): ModalView {
  const text = words(locale);
  const isAddress = typed.includes('@');
  const isNumber = !isAddress && /\d/.test(typed) && !typed.includes(' ');
  const self = {
    name: isAddress || isNumber ? null : typed || null,
    email: isAddress ? typed : null,
    ownerId: null,
  };
  const blocks = [
    textField('number', text.number, {
      action: 'customer.number',
      initial: isNumber ? typed : '',
      limit: 200,
      optional: true,
      hint: text.numberHint,
    }),
    ...customerFields(self, locale),
  ];
  return customerNewForm.view({ title: text.title, blocks }, {}, locale);
}

export function readCustomerNew(
  values: StateValues,
  locale: Locale,
  { address, number }: { readonly address: ReadAddress; readonly number: ReadNumber },
): Filled<CustomerMade> {
  const { email, ...self } = customerSelfIn(values, address);
  const own = number(wordsIn(values, 'number'));
  const wrong = {
    ...(own !== null && typeof own !== 'string' && { number: own.wrong }),
    ...(email !== null && typeof email !== 'string' && { email: email.wrong }),
  };
  if (Object.keys(wrong).length > 0) return { kind: 'errors', errors: wrong };
  const read = { own: own as string | null, email: email as string | null };
  const externalId = knownBy(read.own, read.email);
  if (externalId === null) return { kind: 'errors', errors: { number: words(locale).neither } };
  return { kind: 'filled', values: { ...self, email: read.email, externalId } };
}

/** Under the field by which somebody else is known. Not escaped. */
export function knownWords(locale: Locale, by: 'number' | 'email', name: string): Readonly<Record<string, string>> {
  const text = words(locale);
  return { [by]: by === 'number' ? text.known(name) : text.addressKnown(name) };
}
