import { mayManage } from '../../commands/may-manage.ts';
import { makeCustomer } from '../../flows/customers/make-customer.ts';
import { toName } from '../../flows/customers/read-names.ts';
import {
  customerNewForm,
  customerNewView,
  knownWords,
  readCustomerNew,
} from '../../messages/modals/customer-new-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { nameOf } from '../../messages/words/names.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { onSubmit } from './form.ts';
import { addressReader, numberReader } from './typed-customer.ts';

/** @param typed what was looked for and not found; empty: nothing */
export function openCustomerNew(incoming: Incoming, typed: string): Outcome {
  mayManage(incoming);
  return { kind: 'open', view: customerNewView(typed, incoming.locale) };
}

export const customerNew = onSubmit(
  customerNewForm,
  (values, incoming) =>
    readCustomerNew(values, incoming.locale, { address: addressReader(incoming), number: numberReader(incoming) }),
  async (incoming, wanted) => {
    mayManage(incoming);
    const { memberId, locale } = incoming;
    const outcome = await makeCustomer(incoming, wanted, memberId);
    const customer = toName(outcome.customer, 'full');
    if (outcome.kind === 'known') {
      return { kind: 'errors', errors: knownWords(locale, outcome.by, nameOf(locale, customer)) };
    }
    return { kind: 'show', view: noteView({ kind: 'customer-made', customer }, locale) };
  },
);
