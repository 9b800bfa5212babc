import { mayManage } from '../../commands/may-manage.ts';
import { editCustomer, selfOf } from '../../flows/customers/edit-customer.ts';
import { readNames, toName } from '../../flows/customers/read-names.ts';
import { moneyOf } from '../../loyalty/facts/money.ts';
import { rowRefusalWords } from '../../messages/imports/row-refusal.ts';
import { customerEditForm, customerEditView, readCustomerEdit } from '../../messages/modals/customer-edit-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { onSubmit } from './form.ts';
import { addressReader, amountReader } from './typed-amounts.ts';

/** The form with what is known of a customer. */
export async function openCustomerEdit({ store, locale }: Incoming, customer: Customer): Promise<Outcome> {
  const { id, recommendedById } = customer;
  const [segments, losses, names] = await Promise.all([
    store.segments.ofCustomers([id]),
    store.lostRecommendations.ofCustomers([id]),
    readNames(store, recommendedById === null ? [] : [recommendedById], 'full'),
  ]);
  const draft = {
    customer: toName(customer, 'full'),
    ...selfOf(customer),
    source: customer.source,
    segments: segments.get(id) ?? [],
    relationshipYears: customer.relationshipYears,
    cost: moneyOf(customer.costMinor, customer.costCurrency),
    recommendedBy: recommendedById === null ? null : (names.get(recommendedById) ?? null),
    reward: moneyOf(customer.rewardMinor, customer.rewardCurrency),
    losses: losses.map((loss) => ({ ...loss, value: moneyOf(loss.valueMinor, loss.currency) })),
  };
  return { kind: 'open', view: customerEditView(draft, locale) };
}

export const customerEdit = onSubmit(
  customerEditForm,
  (values, incoming) =>
    readCustomerEdit(values, incoming.locale, {
      readAmount: amountReader(incoming),
      readAddress: addressReader(incoming),
    }),
  async (incoming, { cost, reward, ...entry }, { customerId, seen }) => {
    mayManage(incoming);
    const { memberId, store, locale } = incoming;
    const edit = {
      ...entry,
      ...(seen && { seen }),
      costMinor: cost?.amountMinor ?? null,
      costCurrency: cost?.currency ?? null,
      rewardMinor: reward?.amountMinor ?? null,
      rewardCurrency: reward?.currency ?? null,
    };
    const outcome = await editCustomer(incoming, customerId, edit, memberId);
    if (outcome === 'segment-by-rule') {
      const reason = { code: outcome };
      return { kind: 'errors', errors: { segments: rowRefusalWords({ column: null, value: null, reason }, locale) } };
    }
    if (outcome === 'self-recommendation') {
      const reason = { code: outcome };
      return {
        kind: 'errors',
        errors: { recommender: rowRefusalWords({ column: null, value: null, reason }, locale) },
      };
    }
    const [customer] = outcome === 'gone' ? [] : await store.customers.find([customerId]);
    if (!customer) return { kind: 'close' };
    return { kind: 'show', view: noteView({ kind: 'customer-edited', customer: toName(customer, 'full') }, locale) };
  },
);
