import { mayManage } from '../../commands/may-manage.ts';
import { UserError } from '../../errors.ts';
import { unpinCustomer } from '../../flows/customers/pin-customer.ts';
import { readCustomerCard } from '../../flows/customers/read-customer.ts';
import { toName } from '../../flows/customers/read-names.ts';
import {
  correctButton,
  editCustomerButton,
  noteRecommendationButton,
  pinButton,
  unpinButton,
} from '../../messages/customers/customer-buttons.ts';
import { openCustomerButton, showCustomerButton } from '../../messages/customers/customers.ts';
import { pinView } from '../../messages/modals/pin-form.ts';
import { recommendationView } from '../../messages/modals/recommendation-form.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { toNote } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { drawCorrection } from '../views/correction.ts';
import { openCustomerEdit } from '../views/customer-edit.ts';
import { type ButtonHandler, onPress } from './button.ts';

const show = onPress(showCustomerButton, async (incoming, { customerId }) => ({
  ...(await showCustomer(incoming, customerId)),
  replace: true,
}));

const open = onPress(openCustomerButton, (incoming, { customerId }) => showCustomer(incoming, customerId));

/** The card of a customer, to whoever asked for it. */
export async function showCustomer(incoming: Incoming, customerId: number) {
  const { today, role } = incoming;
  const customer = await findCustomer(incoming, customerId);
  const card = await readCustomerCard(incoming, customer, today + 1, role !== 'member');
  return { kind: 'reply', reply: { kind: 'customer', card }, said: null } as const;
}

const unpin = onPress(unpinButton, async (incoming, { customerId }) => {
  mayManage(incoming);
  const { memberId, store, today } = incoming;
  await unpinCustomer(incoming, customerId, memberId);
  const customer = toName(await findCustomer(incoming, customerId), 'full');
  const rungs = await store.rungChanges.rungsAsOf([customerId], today + 1);
  return toNote({ kind: 'unpinned', customer, rung: rungs.get(customerId) ?? null });
});

const pin = onPress(pinButton, async (incoming, { customerId }) => {
  mayManage(incoming);
  const { store, today, locale } = incoming;
  const customer = toName(await findCustomer(incoming, customerId), 'full');
  const rungs = await store.rungChanges.rungsAsOf([customerId], today + 1);
  return { kind: 'open', view: pinView(customer, rungs.get(customerId) ?? null, locale) };
});

const edit = onPress(editCustomerButton, async (incoming, { customerId }) => {
  mayManage(incoming);
  return openCustomerEdit(incoming, await findCustomer(incoming, customerId));
});

const recommend = onPress(noteRecommendationButton, async (incoming, { customerId }) => {
  mayManage(incoming);
  const customer = toName(await findCustomer(incoming, customerId), 'full');
  return { kind: 'open', view: recommendationView({ customer, today: incoming.today }, incoming.locale) };
});

const correct = onPress(correctButton, async (incoming, { customerId }) => {
  mayManage(incoming);
  return { kind: 'open', view: await drawCorrection(incoming, await findCustomer(incoming, customerId), null) };
});

export const customerButtons: readonly ButtonHandler[] = [show, open, pin, unpin, edit, recommend, correct];

async function findCustomer({ store }: Incoming, id: number): Promise<Customer> {
  const [customer] = await store.customers.find([id]);
  if (!customer) throw customerGone();
  return customer;
}

/** Refuses what is asked of a customer who was there when it was shown. */
export function customerGone(): UserError {
  return new UserError('customer-gone', (locale) => gone[locale]);
}

const gone = {
  en: 'This customer is no longer here.',
  da: 'Kunden findes ikke længere her.',
  nb: 'Kunden finnes ikke lenger her.',
};
