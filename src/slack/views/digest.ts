import { mayManage } from '../../commands/may-manage.ts';
import { setDigest } from '../../flows/digests/set-digest.ts';
import { setReview } from '../../flows/digests/set-review.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { digestErrors, digestForm, digestView, readDigest } from '../../sections/digest/digest-form.ts';
import { digestSections } from '../../sections/digest/index.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { joinChannel, notJoinedWords } from '../join-channel.ts';
import { onSubmit } from './form.ts';

const mondaysAtNine = '0 9 * * 1';

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
    const { memberId, locale } = incoming;
    const refused = await joinChannel(incoming, entry.channelId);
    if (refused) return { kind: 'errors', errors: { channel: notJoinedWords(locale, refused) } };
    const outcome = await setDigest(incoming, entry, memberId);
    if (outcome.kind === 'refused') return { kind: 'errors', errors: digestErrors(outcome.refusals, locale) };
    const { channelId, dueAt, timeZone } = outcome.schedule;
    await setReview(incoming, { ...outcome.schedule, active: entry.review }, memberId);
    return { kind: 'show', view: noteView({ kind: 'digest-saved', channelId, dueAt, timeZone }, locale) };
  },
);
