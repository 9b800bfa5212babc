import type { ModalView } from '@slack/types';
import { mayManage } from '../../commands/may-manage.ts';
import type { SegmentRefusal } from '../../facts/segment.ts';
import { readReadySegments } from '../../flows/segments/read-segments.ts';
import { refusedName, removeSegment, renameSegment, saveSegment } from '../../flows/segments/save-segment.ts';
import { segmentRefusalWords } from '../../messages/customers/segment-words.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import {
  readSegmentChange,
  readSegmentForm,
  savingSegment,
  segmentChangeForm,
  segmentForm,
} from '../../messages/modals/segment-form.ts';
import { failedView, waitingView } from '../../messages/modals/waiting-view.ts';
import type { Locale } from '../../text/define-text.ts';
import type { Submitted } from '../handler-outcome.ts';
import { onSubmit } from './form.ts';

export const segment = onSubmit(
  segmentForm,
  (values, { locale }, carried) => readSegmentForm(values, carried, locale),
  async (incoming, { name, ready }, { query }) => {
    mayManage(incoming);
    const { memberId, locale, today, store } = incoming;
    const refusal = await refusedName(store, name);
    if (refusal) return wrongName(refusal, locale);
    return takesAMoment(locale, async () => {
      const all = ready === null ? null : await readReadySegments(incoming, today);
      const rule = ready === null ? query : (all?.[ready] ?? null);
      const outcome = rule === null ? null : await saveSegment(incoming, name, rule, memberId);
      if (outcome === null) return failedView(locale, '');
      if (outcome.kind !== 'saved') return failedView(locale, segmentRefusalWords(locale, outcome));
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
      return takesAMoment(locale, async () => {
        const outcome = await removeSegment(incoming, segmentId, memberId);
        return noteView({ kind: 'segment-removed', name: outcome.kind === 'removed' ? outcome.name : name }, locale);
      });
    }
    const refusal = await refusedName(store, name, segmentId);
    if (refusal) return wrongName(refusal, locale);
    return takesAMoment(locale, async () => {
      const outcome = await renameSegment(incoming, segmentId, name, memberId);
      if (outcome.kind === 'renamed') return noteView({ kind: 'segment-saved', name: outcome.name }, locale);
      if (outcome.kind === 'gone') return noteView({ kind: 'segment-removed', name }, locale);
      return failedView(locale, segmentRefusalWords(locale, outcome));
    });
  },
);

function wrongName(refusal: SegmentRefusal, locale: Locale): Submitted {
  return { kind: 'errors', errors: { name: segmentRefusalWords(locale, refusal) } };
}

/** All customers are gone through, and an import at work is waited for: both may take longer than Slack waits. */
function takesAMoment(locale: Locale, later: () => Promise<ModalView>): Submitted {
  return { kind: 'show', view: waitingView(locale, savingSegment(locale)), later };
}
