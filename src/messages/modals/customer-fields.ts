import type { KnownBlock } from '@slack/types';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { field, textField } from './form.ts';
import { membersIn, type StateValues, typedIn } from './state.ts';

/** What a customer is called, how to reach them, and who looks after them. Null: not known, or nobody. */
export interface CustomerSelf {
  readonly name: string | null;
  readonly email: string | null;
  readonly ownerId: string | null;
}

/** Reads an address as files are read. */
export type ReadAddress = (typed: string) => string | null | { readonly wrong: string };

const words = defineText({
  en: {
    name: 'Name',
    email: 'E-mail',
    owner: 'Looked after by',
    ownerHint: 'Is named on the card, and told when something is to be done for this customer.',
  },
  da: {
    name: 'Navn',
    email: 'E-mail',
    owner: 'Kundeansvarlig',
    ownerHint: 'Står på kortet og får besked, når der er noget at gøre for kunden.',
  },
  nb: {
    name: 'Navn',
    email: 'E-post',
    owner: 'Kundeansvarlig',
    ownerHint: 'Står på kortet og får beskjed når noe skal gjøres for kunden.',
  },
});

const longest = { name: 300, email: 254 } as const;

export function customerFields({ name, email, ownerId }: CustomerSelf, locale: Locale): KnownBlock[] {
  const text = words(locale);
  // Slack lets nobody empty a menu of one member, but this one.
  const owner = {
    type: 'multi_users_select',
    action_id: 'customer.owner',
    max_selected_items: 1,
    ...(ownerId !== null && { initial_users: [ownerId] }),
  } as const;
  const typed = (action: string, value: string | null, limit: number) => ({
    action,
    initial: value === null ? '' : oneLine(value),
    limit,
    optional: true,
  });
  return [
    textField('name', text.name, typed('customer.name', name, longest.name)),
    textField('email', text.email, typed('customer.email', email, longest.email)),
    field('owner', text.owner, owner, { optional: true, hint: text.ownerHint }),
  ];
}

/** @returns an address that is none as words */
export function customerSelfIn(
  values: StateValues,
  readAddress: ReadAddress,
): Omit<CustomerSelf, 'email'> & { readonly email: string | null | { readonly wrong: string } } {
  const [ownerId = null] = membersIn(values, 'owner');
  return {
    name: shortened(wordsIn(values, 'name'), longest.name) || null,
    email: readAddress(wordsIn(values, 'email')),
    ownerId,
  };
}

/** What was typed, without the marks that kept its direction apart from ours. */
export function wordsIn(values: StateValues, blockId: string): string {
  return typedIn(values, blockId).replaceAll(/[\u2066-\u2069]/g, '');
}
