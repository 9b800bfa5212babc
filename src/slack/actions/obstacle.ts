import { mayManage } from '../../commands/may-manage.ts';
import { tryChannelNow } from '../../flows/obstacles/mend-obstacle.ts';
import { replaceChannelButton, tryChannelButton } from '../../messages/delivery/obstacle.ts';
import { replaceChannelView } from '../../messages/modals/replace-channel-form.ts';
import { toNote } from '../handler-outcome.ts';
import { mustJoinChannel } from '../join-channel.ts';
import { type ButtonHandler, onPress } from './button.ts';

const tryChannel = onPress(tryChannelButton, async (incoming, { channelId }) => {
  mayManage(incoming);
  await mustJoinChannel(incoming, channelId);
  const waiting = await tryChannelNow(incoming, channelId);
  return toNote({ kind: 'channel-tried', channelId, waiting: waiting > 0 });
});

const replaceChannel = onPress(replaceChannelButton, async (incoming, { channelId }) => {
  mayManage(incoming);
  return { kind: 'open', view: replaceChannelView(channelId, incoming.locale) };
});

export const obstacleButtons: readonly ButtonHandler[] = [tryChannel, replaceChannel];
