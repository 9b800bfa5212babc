import { listVoices } from '../../flows/feedback/list-voices.ts';
import { moreVoicesButton, wholeVoicesButton, wholeVoicesView } from '../../messages/feedback/voice-list.ts';
import { type ButtonHandler, onPress } from './button.ts';

const more = onPress(moreVoicesButton, async (incoming, { query, ...page }) => {
  const list = await listVoices(incoming, query, page, incoming.today + 1);
  return { kind: 'reply', reply: { kind: 'voice-list', list }, said: null };
});

const whole = onPress(wholeVoicesButton, async (incoming, { query, ...page }) => {
  const list = await listVoices(incoming, query, page, incoming.today + 1);
  return { kind: 'open', view: wholeVoicesView(list, incoming.locale) };
});

export const voiceButtons: readonly ButtonHandler[] = [more, whole];
