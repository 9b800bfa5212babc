import { mayManage } from '../../commands/may-manage.ts';
import { UserError } from '../../errors.ts';
import { gatherDigest } from '../../flows/digests/gather.ts';
import { marksOfSchedule } from '../../flows/digests/merge-schedule.ts';
import { firstDue, type SetDigestOutcome, setDigest } from '../../flows/digests/set-digest.ts';
import { setReview } from '../../flows/digests/set-review.ts';
import { windowBefore } from '../../loyalty/time/period.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import {
  type DigestEntry,
  type DrawnFrom,
  digestConflict,
  digestErrors,
  digestForm,
  digestView,
  readDigest,
} from '../../sections/digest/digest-form.ts';
import { digestPreviewForm, digestPreviewView } from '../../sections/digest/digest-preview.ts';
import { digestSections } from '../../sections/digest/index.ts';
import type { Locale } from '../../text/define-text.ts';
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
        channelId: channelId?.startsWith('D') ? null : channelId,
        cron: schedule?.cron ?? mondaysAtNine,
        timeZone: schedule?.timeZone ?? settings.timeZone,
        locale: schedule?.locale ?? settings.locale,
        sections: schedule?.sections ?? digestSections.map(({ name }) => name),
        active: schedule?.active ?? true,
        review: review?.active ?? false,
      },
      marksOfSchedule(schedule),
      locale,
    ),
  };
}

export const digest = onSubmit(
  digestForm,
  (values, { locale }) => readDigest(values, locale),
  async (incoming, entry, { drawn }) => {
    mayManage(incoming);
    const { locale, store } = incoming;
    const refused = await joinChannel(incoming, entry.channelId);
    if (refused) return { kind: 'errors', errors: { channel: notJoinedWords(locale, refused) } };
    const known = await store.schedules.findByChannel(entry.channelId);
    if (known && drawn && drawn.channelId !== entry.channelId) {
      return { kind: 'errors', errors: digestConflict({ kind: 'there-already' }, locale) };
    }
    if (entry.active && !known?.active) return preview(incoming, { ...entry, drawn });
    const outcome = await save(incoming, { ...entry, drawn });
    return outcome.kind === 'saved' ? saved(outcome, locale) : refusedAs(outcome, locale);
  },
);

/** Switches on what was previewed. */
export const digestPreview = onSubmit(
  digestPreviewForm,
  (_values, _incoming, entry) => ({ kind: 'filled', values: entry }),
  async (incoming, entry) => {
    mayManage(incoming);
    const outcome = await save(incoming, entry);
    if (outcome.kind === 'saved') return saved(outcome, incoming.locale);
    // There is no field below which it could be said.
    throw new UserError(outcome.kind, (locale) => Object.values(refusedAs(outcome, locale).errors).join(' '));
  },
);

type Entry = DigestEntry & { readonly drawn?: DrawnFrom | undefined };
type Refused = Exclude<SetDigestOutcome, { kind: 'saved' }>;

async function preview(incoming: Incoming, entry: Entry): Promise<Submitted> {
  const { store, settings, today, now, docsUrl, locale } = incoming;
  const window = windowBefore(today + 1, previewDays);
  const sections = incoming.sections.digest.filter(({ name }) => entry.sections.includes(name));
  const facts = await gatherDigest(sections, { store, settings, window, now: now() });
  const digest = { ...facts, late: null };
  const firstDueAt = firstDue(incoming, entry, await store.schedules.findByChannel(entry.channelId));
  return { kind: 'show', view: digestPreviewView(entry, { digest, firstDueAt }, locale, { docsUrl }) };
}

async function save(incoming: Incoming, { drawn, ...entry }: Entry): Promise<SetDigestOutcome> {
  // Of another channel the form showed nothing: there was none.
  const isDrawn = drawn?.channelId === entry.channelId;
  const seen = drawn && (isDrawn ? drawn.seen : marksOfSchedule(null));
  const outcome = await setDigest(incoming, { ...entry, ...(seen && { seen }) }, incoming.memberId);
  if (outcome.kind !== 'saved') return outcome;
  // A review that was not touched keeps its own language, and whoever switched it meanwhile has their way.
  const isTouched = !drawn || (isDrawn && drawn.review) !== entry.review;
  if (isTouched) await setReview(incoming, { ...outcome.schedule, active: entry.review }, incoming.memberId);
  return outcome;
}

function saved({ schedule }: Extract<SetDigestOutcome, { kind: 'saved' }>, locale: Locale): Submitted {
  const { channelId, dueAt, timeZone } = schedule;
  return { kind: 'show', view: noteView({ kind: 'digest-saved', channelId, dueAt, timeZone }, locale) };
}

function refusedAs(outcome: Refused, locale: Locale): Extract<Submitted, { kind: 'errors' }> {
  return {
    kind: 'errors',
    errors: outcome.kind === 'refused' ? digestErrors(outcome.refusals, locale) : digestConflict(outcome, locale),
  };
}
