import { mayManage } from '../../commands/may-manage.ts';
import { listVoices } from '../../flows/feedback/list-voices.ts';
import { sendVoices } from '../../flows/feedback/send-voices.ts';
import {
  moreVoicesButton,
  voicesFileButton,
  wholeVoicesButton,
  wholeVoicesView,
} from '../../messages/feedback/voice-list.ts';
import { toNote } from '../handler-outcome.ts';
import { conversationWith } from '../send-to-member.ts';
import { type ButtonHandler, onPress } from './button.ts';

const more = onPress(moreVoicesButton, async (incoming, { query, ...page }) => {
  const list = await listVoices(incoming, query, page, incoming.today + 1);
  return { kind: 'reply', reply: { kind: 'voice-list', list, mayExport: incoming.role !== 'member' }, said: null };
});

const whole = onPress(wholeVoicesButton, async (incoming, { query, ...page }) => {
  const list = await listVoices(incoming, query, page, incoming.today + 1);
  return { kind: 'open', view: wholeVoicesView(list, incoming.locale) };
});

const asFile = onPress(voicesFileButton, async (incoming, { query }, { requestKey }) => {
  mayManage(incoming);
  const { memberId, locale } = incoming;
  const channelId = await conversationWith(incoming);
  await sendVoices(incoming, query, { memberId, channelId, locale, requestKey });
  return toNote({ kind: 'customers-sent' });
});

export const voiceButtons: readonly ButtonHandler[] = [more, whole, asFile];
