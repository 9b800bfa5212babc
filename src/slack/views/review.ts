import { mayManage } from '../../commands/may-manage.ts';
import { marksOfSchedule } from '../../flows/digests/merge-schedule.ts';
import { setReview } from '../../flows/digests/set-review.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readReview, reviewConflict, reviewForm, reviewView } from '../../messages/modals/review-form.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { joinChannel, notJoinedWords } from '../join-channel.ts';
import { onSubmit } from './form.ts';

/** Whether the channel gets the quarterly review, and in which language. */
export async function openReview({ store, settings, locale }: Incoming, channelId: string | null): Promise<Outcome> {
  const schedule = channelId === null ? null : await store.schedules.findByChannel(channelId, 'quarterly-review');
  return {
    kind: 'open',
    view: reviewView(
      {
        channelId: channelId?.startsWith('D') ? null : channelId,
        locale: schedule?.locale ?? settings.locale,
        active: schedule?.active ?? true,
      },
      marksOfSchedule(schedule),
      locale,
    ),
  };
}

export const review = onSubmit(
  reviewForm,
  (values, { locale }) => readReview(values, locale),
  async (incoming, entry, { drawn }) => {
    mayManage(incoming);
    const { memberId, settings, locale } = incoming;
    const { channelId, active } = entry;
    const refused = active ? await joinChannel(incoming, channelId) : null;
    if (refused) return { kind: 'errors', errors: { channel: notJoinedWords(locale, refused) } };
    // Of another channel the form showed nothing: there was none.
    const seen = drawn && (drawn.channelId === channelId ? drawn.seen : marksOfSchedule(null));
    const choice = { ...entry, timeZone: settings.timeZone, ...(seen && { seen }) };
    const outcome = await setReview(incoming, choice, memberId);
    if (outcome.kind !== 'saved') return { kind: 'errors', errors: reviewConflict(outcome, locale) };
    const { schedule } = outcome;
    if (!schedule?.active) return { kind: 'show', view: noteView({ kind: 'review-off', channelId }, locale) };
    const { dueAt, timeZone } = schedule;
    return { kind: 'show', view: noteView({ kind: 'review-saved', channelId, dueAt, timeZone }, locale) };
  },
);
