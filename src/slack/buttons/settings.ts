import { mayManage } from '../../commands/may-manage.ts';
import { changeDigestButton } from '../../messages/digest-settings.ts';
import { changeSettingsButton } from '../../messages/settings.ts';
import { openDigest } from '../modals/digest.ts';
import { openSettings } from '../modals/settings.ts';
import { type ButtonHandler, onPress } from './button.ts';

const changeSettings = onPress(changeSettingsButton, (incoming) => openSettings(incoming));

const changeDigest = onPress(changeDigestButton, async (incoming, { scheduleId }, { channelId }) => {
  mayManage(incoming);
  const schedule = scheduleId === null ? null : await incoming.store.schedules.find(scheduleId);
  return openDigest(incoming, schedule?.channelId ?? channelId);
});

export const settingsButtons: readonly ButtonHandler[] = [changeSettings, changeDigest];
