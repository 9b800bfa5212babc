import { mayManage } from '../../commands/may-manage.ts';
import { pinCustomer } from '../../flows/customers/pin-customer.ts';
import { toName } from '../../flows/customers/read-names.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { pinForm, readPin } from '../../messages/modals/pin-form.ts';
import { onSubmit } from './form.ts';

export const pin = onSubmit(
  pinForm,
  (values, { locale, today }) => readPin(values, locale, today),
  async (incoming, { rung, reason, untilDay }, { customerId }, key) => {
    mayManage(incoming);
    const { memberId, store, locale } = incoming;
    await pinCustomer(incoming, {
      key: `slack:${key}`,
      customerId,
      rung,
      reason,
      untilDay,
      authorId: memberId,
    });
    const [customer] = await store.customers.find([customerId]);
    if (!customer) return { kind: 'close' };
    return {
      kind: 'show',
      view: noteView({ kind: 'pinned', customer: toName(customer, 'full'), rung, untilDay }, locale),
    };
  },
);
