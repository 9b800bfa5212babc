import { mayManage } from '../../commands/may-manage.ts';
import type { DigestTurn } from '../../facts/report.ts';
import { turnDigest } from '../../flows/digests/turn-digest.ts';
import { changeSettingsButton } from '../../messages/settings.ts';
import { pauseDigestButton, skipDigestButton } from '../../sections/digest/digest-buttons.ts';
import { changeDigestButton } from '../../sections/digest/digest-settings.ts';
import { nothing, toNote } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
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

const skipDigest = onPress(skipDigestButton, (incoming, { dueAt }, { channelId }) =>
  turn(incoming, channelId, 'skip', new Date(dueAt)),
);
const pauseDigest = onPress(pauseDigestButton, (incoming, _, { channelId }) => turn(incoming, channelId, 'pause'));

async function turn(incoming: Incoming, channelId: string | null, what: DigestTurn, seen: Date | null = null) {
  mayManage(incoming);
  if (channelId === null) return nothing;
  return toNote({ kind: 'digest-turned', channelId, turned: await turnDigest(incoming, channelId, what, seen) });
}

export const settingsButtons: readonly ButtonHandler[] = [changeSettings, changeDigest, skipDigest, pauseDigest];
