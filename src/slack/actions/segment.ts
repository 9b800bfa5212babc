import { mayManage } from '../../commands/may-manage.ts';
import { UserError } from '../../errors.ts';
import { listCustomers } from '../../flows/customers/list-customers.ts';
import { readReadySegments } from '../../flows/segments/read-segments.ts';
import { allCustomers } from '../../loyalty/customer-query.ts';
import { saveSegmentButton } from '../../messages/customers/customer-list.ts';
import { tooFewForReady } from '../../messages/customers/segment-words.ts';
import { changeSegmentButton, readySegmentsButton, showSegmentButton } from '../../messages/customers/segments.ts';
import { readySegmentsView, segmentChangeView, segmentView } from '../../messages/modals/segment-form.ts';
import { toNote } from '../handler-outcome.ts';
import { type ButtonHandler, onPress } from './button.ts';

const save = onPress(saveSegmentButton, async (incoming, { query }) => {
  mayManage(incoming);
  return { kind: 'open', view: segmentView(query, incoming.settings.currency, incoming.locale) };
});

const choose = onPress(readySegmentsButton, async (incoming) => {
  mayManage(incoming);
  const ready = await readReadySegments(incoming, incoming.today);
  if (ready === null) throw new UserError('too-few-customers', tooFewForReady);
  return { kind: 'open', view: readySegmentsView(ready, incoming.settings.currency, incoming.locale) };
});

const change = onPress(changeSegmentButton, async (incoming, { segmentId }) => {
  mayManage(incoming);
  const { rules } = await incoming.store.segmentRules.list();
  const found = rules.find(({ id }) => id === segmentId);
  return found ? { kind: 'open', view: segmentChangeView(found, incoming.locale) } : toNote({ kind: 'segment-gone' });
});

const show = onPress(showSegmentButton, async (incoming, { segmentId }) => {
  const { settings, today, role, store } = incoming;
  const { rules } = await store.segmentRules.list();
  const found = rules.find(({ id }) => id === segmentId);
  if (!found) return toNote({ kind: 'segment-gone' });
  const query = { ...allCustomers, segment: found.name };
  const list = await listCustomers(incoming, query, { after: null, before: 0 }, today);
  const reply = { kind: 'customer-list', list, currency: settings.currency, mayExport: role !== 'member' } as const;
  return { kind: 'reply', reply, said: null };
});

export const segmentButtons: readonly ButtonHandler[] = [save, choose, change, show];
