import { customerGone } from '../../commands/customer-gone.ts';
import { mayManage } from '../../commands/may-manage.ts';
import type { CustomerCard } from '../../facts/customer.ts';
import { unpinCustomer } from '../../flows/customers/pin-customer.ts';
import { readCustomerCard } from '../../flows/customers/read-customer.ts';
import { toName } from '../../flows/customers/read-names.ts';
import {
  correctButton,
  editCustomerButton,
  lookUpButton,
  moreOfCustomerButton,
  noteRecommendationButton,
  pinButton,
  unpinButton,
  whyRungButton,
} from '../../messages/customers/customer-buttons.ts';
import { whyLines } from '../../messages/customers/customer-more.ts';
import { newCustomerButton, openCustomerButton, showCustomerButton } from '../../messages/customers/customers.ts';
import { rungSentence } from '../../messages/customers/placement-words.ts';
import { divider, lines } from '../../messages/kit/blocks.ts';
import { definitionView } from '../../messages/modals/definition-view.ts';
import { pinView } from '../../messages/modals/pin-form.ts';
import { recommendationView } from '../../messages/modals/recommendation-form.ts';
import type { Customer } from '../../store/facts/customers.ts';
import { nothing, toNote } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { drawCorrection } from '../views/correction.ts';
import { openCustomerEdit } from '../views/customer-edit.ts';
import { openCustomerNew } from '../views/customer-new.ts';
import { type ButtonHandler, onPress } from './button.ts';

const show = onPress(showCustomerButton, async (incoming, { customerId }) => ({
  ...(await showCustomer(incoming, customerId)),
  replace: true,
}));

const open = onPress(openCustomerButton, (incoming, { customerId }) => showCustomer(incoming, customerId));

/** The card of a customer, to whoever asked for it. */
export async function showCustomer(incoming: Incoming, customerId: number) {
  return {
    kind: 'reply',
    reply: { kind: 'customer', card: await readCard(incoming, customerId) },
    said: null,
  } as const;
}

const more = onPress(moreOfCustomerButton, async (incoming, { customerId }) => ({
  kind: 'reply',
  reply: { kind: 'customer-more', card: await readCard(incoming, customerId) },
  said: null,
}));

const why = onPress(whyRungButton, async (incoming, { customerId }) => {
  const { locale, docsUrl } = incoming;
  const card = await readCard(incoming, customerId);
  const told = [lines([{ bold: rungSentence(locale, card) }], ...whyLines(locale, card)), divider()];
  return { kind: 'open', view: definitionView('rungs', locale, { told, docsUrl }) };
});

/** The browser has opened the place already. */
const lookUp = onPress(lookUpButton, async () => nothing);

async function readCard(incoming: Incoming, customerId: number): Promise<CustomerCard> {
  const { today, role } = incoming;
  return readCustomerCard(incoming, await findCustomer(incoming, customerId), today + 1, role !== 'member');
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

const make = onPress(newCustomerButton, async (incoming, { typed }) => openCustomerNew(incoming, typed));

const recommend = onPress(noteRecommendationButton, async (incoming, { customerId }) => {
  mayManage(incoming);
  const customer = toName(await findCustomer(incoming, customerId), 'full');
  return { kind: 'open', view: recommendationView({ customer, today: incoming.today }, incoming.locale) };
});

const correct = onPress(correctButton, async (incoming, { customerId }) => {
  mayManage(incoming);
  return { kind: 'open', view: await drawCorrection(incoming, await findCustomer(incoming, customerId), null) };
});

export const customerButtons: readonly ButtonHandler[] = [
  show,
  open,
  more,
  why,
  lookUp,
  make,
  pin,
  unpin,
  edit,
  recommend,
  correct,
];

async function findCustomer({ store }: Incoming, id: number): Promise<Customer> {
  const [customer] = await store.customers.find([id]);
  if (!customer) throw customerGone();
  return customer;
}
