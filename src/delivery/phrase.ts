import type { Clock, Deps, ReadContext } from '../context.ts';
import type { Announcement, ReadyAnnouncement } from '../facts/announcement.ts';
import { readOwnerName } from '../flows/customers/list-customers.ts';
import { reviewIn } from '../flows/digests/keep-review-canvas.ts';
import { withFollowUpsNow } from '../flows/digests/post-digest.ts';
import { readFollowUps } from '../flows/follow-ups/read-follow-ups.ts';
import { readSharedAlerts } from '../flows/follow-ups/read-shared-alerts.ts';
import { localDay } from '../loyalty/time/period.ts';
import { mentionedIn, withNames } from '../messages/kit/mentions.ts';
import type { Message } from '../messages/kit/message.ts';
import { writeReview } from '../sections/review/write-review.ts';
import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import type { WorkspaceStore } from '../store/store.ts';
import type { Locale } from '../text/define-text.ts';
import { drawAnnouncement } from './draw-announcement.ts';
import { mustAct } from './must-act.ts';
import { customersFile } from './phrase-customers.ts';
import { readImportProgress, refusedRowsFile } from './phrase-import.ts';
import { voicesFile } from './phrase-voices.ts';
import type { Phrasing } from './row.ts';

/** Makes the words of an outbox row from how things stand now; null when there is nothing left to say. */
export function phraser(deps: Deps): (row: OutboxRow) => Promise<Phrasing | null> {
  return async (row) => {
    const store = deps.store.of(row.workspaceId);
    const settings = await store.settings.read();
    if (row.kind === 'canvas') return phraseCanvas({ store, settings }, row);
    const phrase = await makeReady({ store, settings, now: deps.now }, row);
    if (!phrase) return null;
    const { timeZone } = settings;
    const context = { today: localDay(deps.now(), timeZone), timeZone, docsUrl: deps.docsUrl };
    const message = await named(store, drawAnnouncement(phrase.ready, phrase.locale, context), mustAct(phrase.ready));
    return { ...message, ...(phrase.file && { file: phrase.file }) };
  };
}

/** The review that the message of the same subject tells of, as a canvas. */
async function phraseCanvas({ store, settings }: ReadContext, row: OutboxRow): Promise<Phrasing | null> {
  const review = reviewIn((await store.outbox.announcementOf(row.subject)) as Announcement | null);
  if (!review) return null;
  const schedule = await store.schedules.findByChannel(row.channelId, 'quarterly-review');
  const canvas = writeReview(review, schedule?.locale ?? settings.locale);
  return { text: canvas.title, canvas };
}

/** Only who must act is mentioned; others are named, as far as their names are known. */
async function named(store: WorkspaceStore, message: Message, acting: readonly string[]): Promise<Message> {
  const ids = [...mentionedIn(message)].filter((id) => !acting.includes(id));
  return ids.length === 0 ? message : withNames(message, await store.members.namesOf(ids));
}

interface Phrase {
  readonly ready: ReadyAnnouncement;
  readonly locale: Locale;
  readonly file?: Phrasing['file'];
}

async function makeReady(context: ReadContext & Clock, row: OutboxRow): Promise<Phrase | null> {
  const announcement = row.announcement as Announcement;
  const { store, settings } = context;
  switch (announcement.kind) {
    case 'digest':
    case 'digest-details':
    case 'review': {
      const kind = announcement.kind === 'review' ? 'quarterly-review' : 'digest';
      const schedule = await store.schedules.findByChannel(row.channelId, kind);
      const locale = schedule?.locale ?? settings.locale;
      if (announcement.kind !== 'digest') return { ready: announcement, locale };
      const digest = await withFollowUpsNow(context, announcement.digest, context.now());
      return {
        ready: {
          kind: 'digest',
          digest,
          posted: {
            subject: row.subject,
            nextDueAt: schedule?.active ? schedule.dueAt.toISOString() : null,
            timeZone: schedule?.timeZone ?? settings.timeZone,
          },
        },
        locale,
      };
    }
    case 'answer':
      return { ready: announcement, locale: announcement.locale ?? settings.locale };
    case 'figure-alert':
    case 'follow-up-withdrawn':
    case 'shared':
      return { ready: announcement, locale: settings.locale };
    case 'follow-up':
    case 'follow-up-event': {
      const stored = await store.followUps.find(announcement.followUpId);
      const [followUp] = await readFollowUps(context, stored ? [stored] : [], context.now());
      if (!followUp) return null;
      const { locale } = settings;
      if (announcement.kind === 'follow-up') return { ready: { kind: 'follow-up', followUp }, locale };
      const isShared = row.subject === stored?.sharedAlert;
      return { ready: { ...announcement, followUp, isShared }, locale };
    }
    case 'alerts': {
      const alerts = await readSharedAlerts(context, announcement.subject, context.now());
      // All were withdrawn before anybody saw them.
      if (alerts.count === 0 && row.kind === 'post') return null;
      return { ready: { kind: 'alerts', alerts }, locale: settings.locale };
    }
    case 'obstacle': {
      const { channelId, reason, since, memberId } = announcement;
      const waiting = await store.obstacles.countWaiting({ channelId, reason, since: new Date(since) });
      const isMended = waiting === null && (await store.outbox.hasSentSince(channelId, new Date(since)));
      const isAlertChannel = settings.alertChannelId === channelId;
      const obstacle = { channelId, reason, waiting, isMended, isAlertChannel };
      const locale = (await store.members.find(memberId))?.locale ?? settings.locale;
      return { ready: { kind: 'obstacle', obstacle }, locale };
    }
    case 'prediction': {
      const run = await store.predictionRuns.find(announcement.runId);
      if (!run) return null;
      return { ready: { kind: 'prediction', progress: run }, locale: run.locale ?? settings.locale };
    }
    case 'customer-file': {
      const { query, locale } = announcement;
      const { currency } = settings;
      const file = customersFile(context, row.id, announcement);
      const ownerName = await readOwnerName(store, query);
      return { ready: { kind: 'customer-file', query, currency, ownerName }, locale, file };
    }
    case 'voice-file': {
      const { query, locale } = announcement;
      return { ready: { kind: 'voice-file', query }, locale, file: voicesFile(context, row.id, announcement) };
    }
    case 'import':
    case 'refused-rows': {
      const found = await store.imports.find(announcement.importId);
      if (!found) return null;
      const progress = await readImportProgress(store, found);
      if (announcement.kind === 'import') return { ready: { kind: 'import', progress }, locale: found.locale };
      const file = refusedRowsFile(store, found);
      return { ready: { kind: 'refused-rows', progress }, locale: found.locale, file };
    }
  }
}
