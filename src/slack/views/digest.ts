import { mayManage } from '../../commands/may-manage.ts';
import { gatherDigest } from '../../flows/digests/gather.ts';
import { setDigest } from '../../flows/digests/set-digest.ts';
import { setReview } from '../../flows/digests/set-review.ts';
import { windowBefore } from '../../loyalty/time/period.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import {
  type DigestEntry,
  digestErrors,
  digestForm,
  digestView,
  readDigest,
} from '../../sections/digest/digest-form.ts';
import { digestPreviewForm, digestPreviewView } from '../../sections/digest/digest-preview.ts';
import { digestSections } from '../../sections/digest/index.ts';
import type { Outcome, Submitted } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { joinChannel, notJoinedWords } from '../join-channel.ts';
import { onSubmit } from './form.ts';

const mondaysAtNine = '0 9 * * 1';
const previewDays = 7;

/** When the digest of the channel comes, in which language and with what. */
export async function openDigest({ store, settings, locale }: Incoming, channelId: string | null): Promise<Outcome> {
  const schedule = channelId === null ? null : await store.schedules.findByChannel(channelId);
  const review = channelId === null ? null : await store.schedules.findByChannel(channelId, 'quarterly-review');
  return {
    kind: 'open',
    view: digestView(
      {
        scheduleId: schedule?.id ?? null,
        channelId: channelId?.startsWith('D') ? null : channelId,
        cron: schedule?.cron ?? mondaysAtNine,
        timeZone: schedule?.timeZone ?? settings.timeZone,
        locale: schedule?.locale ?? settings.locale,
        sections: schedule?.sections ?? digestSections.map(({ name }) => name),
        active: schedule?.active ?? true,
        review: review?.active ?? false,
      },
      locale,
    ),
  };
}

export const digest = onSubmit(
  digestForm,
  (values, { locale }) => readDigest(values, locale),
  async (incoming, entry) => {
    mayManage(incoming);
    const { locale, store } = incoming;
    const refused = await joinChannel(incoming, entry.channelId);
    if (refused) return { kind: 'errors', errors: { channel: notJoinedWords(locale, refused) } };
    const wasActive = (await store.schedules.findByChannel(entry.channelId))?.active ?? false;
    return entry.active && !wasActive ? preview(incoming, entry) : save(incoming, entry);
  },
);

/** Switches on what was previewed. */
export const digestPreview = onSubmit(
  digestPreviewForm,
  (_values, _incoming, entry) => ({ kind: 'filled', values: entry }),
  async (incoming, entry) => {
    mayManage(incoming);
    return save(incoming, entry);
  },
);

async function preview(incoming: Incoming, entry: DigestEntry): Promise<Submitted> {
  const { store, settings, today, now, docsUrl, locale } = incoming;
  const window = windowBefore(today + 1, previewDays);
  const sections = incoming.sections.digest.filter(({ name }) => entry.sections.includes(name));
  const facts = await gatherDigest(sections, { store, settings, window, now: now() });
  return { kind: 'show', view: digestPreviewView(entry, { ...facts, late: null }, locale, { docsUrl }) };
}

async function save(incoming: Incoming, entry: DigestEntry): Promise<Submitted> {
  const { memberId, locale } = incoming;
  const outcome = await setDigest(incoming, entry, memberId);
  if (outcome.kind === 'refused') return { kind: 'errors', errors: digestErrors(outcome.refusals, locale) };
  const { channelId, dueAt, timeZone } = outcome.schedule;
  await setReview(incoming, { ...outcome.schedule, active: entry.review }, memberId);
  return { kind: 'show', view: noteView({ kind: 'digest-saved', channelId, dueAt, timeZone }, locale) };
}
