import { mayManage } from '../../commands/may-manage.ts';
import { type ListPage, listCustomers } from '../../flows/customers/list-customers.ts';
import { sendCustomers } from '../../flows/customers/send-customers.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import {
  customersFileButton,
  listCustomersButton,
  moreCustomersButton,
} from '../../messages/customers/customer-list.ts';
import { type Outcome, toNote } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { conversationWith } from '../send-to-member.ts';
import { type ButtonHandler, onPress } from './button.ts';

const first = onPress(listCustomersButton, (incoming, { query }) =>
  listed(incoming, query, { after: null, before: 0 }),
);

const more = onPress(moreCustomersButton, (incoming, { query, ...page }) => listed(incoming, query, page));

async function listed(incoming: Incoming, query: CustomerQuery, page: ListPage): Promise<Outcome> {
  const { settings, today, role } = incoming;
  const list = await listCustomers(incoming, query, page, today);
  const reply = { kind: 'customer-list', list, currency: settings.currency, mayExport: role !== 'member' } as const;
  return { kind: 'reply', reply, said: null };
}

const asFile = onPress(customersFileButton, async (incoming, { query }, { requestKey }) => {
  mayManage(incoming);
  const { memberId, locale } = incoming;
  const channelId = await conversationWith(incoming);
  await sendCustomers(incoming, query, { memberId, channelId, locale, requestKey });
  return toNote({ kind: 'customers-sent' });
});

export const customerListButtons: readonly ButtonHandler[] = [first, more, asFile];
