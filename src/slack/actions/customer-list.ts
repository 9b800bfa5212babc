import { mayManage } from '../../commands/may-manage.ts';
import { listCustomers } from '../../flows/customers/list-customers.ts';
import { sendCustomers } from '../../flows/customers/send-customers.ts';
import { customersFileButton, moreCustomersButton } from '../../messages/customers/customer-list.ts';
import { toNote } from '../handler-outcome.ts';
import { conversationWith } from '../send-to-member.ts';
import { type ButtonHandler, onPress } from './button.ts';

const more = onPress(moreCustomersButton, async (incoming, { query, ...page }) => {
  const { settings, today, role } = incoming;
  const list = await listCustomers(incoming, query, page, today);
  const reply = { kind: 'customer-list', list, currency: settings.currency, mayExport: role !== 'member' } as const;
  return { kind: 'reply', reply, said: null };
});

const asFile = onPress(customersFileButton, async (incoming, { query }, { requestKey }) => {
  mayManage(incoming);
  const { memberId, locale } = incoming;
  const channelId = await conversationWith(incoming);
  await sendCustomers(incoming, query, { memberId, channelId, locale, requestKey });
  return toNote({ kind: 'customers-sent' });
});

export const customerListButtons: readonly ButtonHandler[] = [more, asFile];
