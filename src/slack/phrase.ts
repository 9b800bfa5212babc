import type { Deps } from '../deps.ts';
import { readFollowUps } from '../flows/read-follow-ups.ts';
import { localDay } from '../loyalty/period.ts';
import type { Settings } from '../loyalty/settings.ts';
import type { Announcement, ReadyAnnouncement } from '../messages/announcement.ts';
import { drawAnnouncement } from '../messages/draw-announcement.ts';
import type { WorkspaceStore } from '../store/store.ts';
import type { Locale } from '../text/define-text.ts';
import type { DeliveryRow, Words } from './deliver-row.ts';

/** Makes the words of an outbox row from how things stand now; null when there is nothing left to say. */
export function phraser(deps: Deps): (row: DeliveryRow) => Promise<Words | null> {
  return async ({ workspaceId, channelId, announcement }) => {
    const store = deps.store.of(workspaceId);
    const settings = await store.settings.read();
    const ready = await makeReady(deps, store, settings, announcement as Announcement);
    if (!ready) return null;
    const schedule = await store.schedules.findByChannel(channelId);
    const locale: Locale = schedule?.locale ?? settings.locale;
    return drawAnnouncement(ready, locale, {
      today: localDay(deps.now(), settings.timeZone),
      timeZone: settings.timeZone,
    });
  };
}

async function makeReady(
  deps: Deps,
  store: WorkspaceStore,
  settings: Settings,
  announcement: Announcement,
): Promise<ReadyAnnouncement | null> {
  switch (announcement.kind) {
    case 'digest':
    case 'shared':
      return announcement;
    case 'follow-up':
    case 'follow-up-event': {
      const stored = await store.followUps.find(announcement.followUpId);
      const [followUp] = await readFollowUps(store, settings, stored ? [stored] : [], deps.now());
      if (!followUp) return null;
      return announcement.kind === 'follow-up'
        ? { kind: 'follow-up', followUp }
        : { kind: 'follow-up-event', event: announcement.event, followUp };
    }
    case 'import':
    case 'refused-rows':
      return null;
  }
}
