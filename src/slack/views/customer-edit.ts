import { mayManage } from '../../commands/may-manage.ts';
import { type EditOutcome, editCustomer, seenOf } from '../../flows/customers/edit-customer.ts';
import { readNames, toName } from '../../flows/customers/read-names.ts';
import { moneyOf } from '../../loyalty/facts/money.ts';
import { rowRefusalWords } from '../../messages/imports/row-refusal.ts';
import {
  customerEditForm,
  customerEditView,
  editChangedMeanwhile,
  readCustomerEdit,
} from '../../messages/modals/customer-edit-form.ts';
import { knownWords } from '../../messages/modals/customer-new-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { nameOf } from '../../messages/words/names.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { Locale } from '../../text/define-text.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { onSubmit } from './form.ts';
import { amountReader } from './typed-amounts.ts';
import { addressReader } from './typed-customer.ts';

/** The form with what is known of a customer. */
export async function openCustomerEdit({ store, locale }: Incoming, customer: Customer): Promise<Outcome> {
  const { id, recommendedById } = customer;
  const [tags, losses, names] = await Promise.all([
    store.segments.ofCustomers([id]),
    store.lostRecommendations.ofCustomers([id]),
    readNames(store, recommendedById === null ? [] : [recommendedById], 'full'),
  ]);
  const { name, email, ownerId, source, relationshipYears } = customer;
  const segments = tags.get(id) ?? [];
  const draft = {
    customer: toName(customer, 'full'),
    seen: seenOf({ ...customer, segments }),
    ...{ name, email, ownerId, source, segments, relationshipYears },
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
    if (outcome.kind !== 'saved' && outcome.kind !== 'gone')
      return { kind: 'errors', errors: errorsOf(outcome, locale) };
    const [customer] = outcome.kind === 'gone' ? [] : await store.customers.find([customerId]);
    if (!customer) return { kind: 'close' };
    return { kind: 'show', view: noteView({ kind: 'customer-edited', customer: toName(customer, 'full') }, locale) };
  },
);

/** Words by field. */
function errorsOf(
  outcome: Exclude<EditOutcome, { kind: 'saved' | 'gone' }>,
  locale: Locale,
): Readonly<Record<string, string>> {
  const said = (code: 'segment-by-rule' | 'self-recommendation') =>
    rowRefusalWords({ column: null, value: null, reason: { code } }, locale);
  switch (outcome.kind) {
    case 'segment-by-rule':
      return { segments: said('segment-by-rule') };
    case 'self-recommendation':
      return { recommender: said('self-recommendation') };
    case 'address-known':
      return knownWords(locale, 'email', nameOf(locale, toName(outcome.customer, 'full')));
    case 'changed-meanwhile':
      return editChangedMeanwhile(outcome.names, locale);
  }
}
