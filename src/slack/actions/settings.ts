import { mayManage } from '../../commands/may-manage.ts';
import { changeSettingsButton } from '../../messages/settings.ts';
import { changeDigestButton } from '../../sections/digest/digest-settings.ts';
import { openDigest } from '../views/digest.ts';
import { openReview } from '../views/review.ts';
import { openSettings } from '../views/settings.ts';
import { type ButtonHandler, onPress } from './button.ts';

const changeSettings = onPress(changeSettingsButton, (incoming) => openSettings(incoming));

const changeDigest = onPress(changeDigestButton, async (incoming, { scheduleId }, { channelId }) => {
  mayManage(incoming);
  const schedule = scheduleId === null ? null : await incoming.store.schedules.find(scheduleId);
  if (schedule?.kind === 'quarterly-review') return openReview(incoming, schedule.channelId);
  return openDigest(incoming, schedule?.channelId ?? channelId);
});

export const settingsButtons: readonly ButtonHandler[] = [changeSettings, changeDigest];
