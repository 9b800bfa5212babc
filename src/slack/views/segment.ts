import type { ModalView } from '@slack/types';
import { mayManage } from '../../commands/may-manage.ts';
import { UserError } from '../../errors.ts';
import type { SegmentRefusal } from '../../facts/segment.ts';
import { readReadySegments } from '../../flows/segments/read-segments.ts';
import {
  refusedName,
  refusedSegment,
  removeSegment,
  renameSegment,
  saveSegment,
} from '../../flows/segments/save-segment.ts';
import { segmentRefusalWords, tooFewForReady } from '../../messages/customers/segment-words.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import {
  readSegmentChange,
  readSegmentForm,
  type SegmentWork,
  segmentChangeForm,
  segmentForm,
  workingOnSegment,
} from '../../messages/modals/segment-form.ts';
import { waitingView } from '../../messages/modals/waiting-view.ts';
import type { Locale } from '../../text/define-text.ts';
import type { Submitted } from '../handler-outcome.ts';
import { onSubmit } from './form.ts';

export const segment = onSubmit(
  segmentForm,
  (values, { locale }, carried) => readSegmentForm(values, carried, locale),
  async (incoming, { name, ready }, { query }) => {
    mayManage(incoming);
    const { memberId, locale, today, store } = incoming;
    const refusal = await refusedSegment(store, name, ready === null ? query : null);
    if (refusal) return wrongName(refusal, locale);
    return takesAMoment(locale, 'saving', async () => {
      const rule = ready === null ? query : (await readReadySegments(incoming, today))?.[ready];
      if (!rule) throw new UserError('too-few-customers', tooFewForReady);
      const outcome = await saveSegment(incoming, name, rule, memberId);
      if (outcome.kind !== 'saved') throw refused(outcome);
      return noteView({ kind: 'segment-saved', name: outcome.name }, locale);
    });
  },
);

export const segmentChange = onSubmit(
  segmentChangeForm,
  readSegmentChange,
  async (incoming, { name, gone }, { segmentId }) => {
    mayManage(incoming);
    const { memberId, locale, store } = incoming;
    if (gone) {
      return takesAMoment(locale, 'removing', async () => {
        const outcome = await removeSegment(incoming, segmentId, memberId);
        return noteView(
          outcome.kind === 'gone' ? { kind: 'segment-gone' } : { kind: 'segment-removed', name: outcome.name },
          locale,
        );
      });
    }
    const refusal = await refusedName(store, name, segmentId);
    if (refusal) return wrongName(refusal, locale);
    return takesAMoment(locale, 'renaming', async () => {
      const outcome = await renameSegment(incoming, segmentId, name, memberId);
      if (outcome.kind === 'renamed') return noteView({ kind: 'segment-saved', name: outcome.name }, locale);
      if (outcome.kind === 'gone') return noteView({ kind: 'segment-gone' }, locale);
      throw refused(outcome);
    });
  },
);

/** The form comes back with what was filled in. */
function refused(refusal: SegmentRefusal): UserError {
  return new UserError(refusal.kind, (locale) => segmentRefusalWords(locale, refusal));
}

function wrongName(refusal: SegmentRefusal, locale: Locale): Submitted {
  return { kind: 'errors', errors: { name: segmentRefusalWords(locale, refusal) } };
}

/** All customers are gone through, and an import at work is waited for: both may take longer than Slack waits. */
function takesAMoment(locale: Locale, what: SegmentWork, later: () => Promise<ModalView>): Submitted {
  return { kind: 'show', view: waitingView(locale, workingOnSegment(locale, what)), later };
}
