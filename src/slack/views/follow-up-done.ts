import { closeFollowUp } from '../../flows/follow-ups/claim-follow-up.ts';
import { followUpDoneForm, readFollowUpDone } from '../../messages/modals/follow-up-done-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { releaseNote } from '../actions/follow-up.ts';
import { awaitCard } from '../await-post.ts';
import { onSubmit } from './form.ts';

export const followUpDone = onSubmit(
  followUpDoneForm,
  (values, { locale }) => readFollowUpDone(values, locale),
  async (incoming, end, { followUpId, stewardId: seenWith }) => {
    const { memberId, role, locale } = incoming;
    const outcome = await closeFollowUp(incoming, followUpId, { memberId, role, seenWith }, end);
    const refusal = releaseNote(outcome);
    if (refusal) return { kind: 'show', view: noteView(refusal, locale) };
    const card = await awaitCard(incoming, followUpId);
    // The card and its thread say the rest, where they can.
    return card.kind === 'refused'
      ? { kind: 'show', view: noteView({ kind: 'closed', card }, locale) }
      : { kind: 'close' };
  },
);
