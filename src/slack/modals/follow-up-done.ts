import { closeFollowUp } from '../../flows/claim-follow-up.ts';
import { followUpDoneForm, readFollowUpDone } from '../../messages/modals/follow-up-done-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { releaseNote } from '../buttons/follow-up.ts';
import { onSubmit } from './form.ts';

export const followUpDone = onSubmit(
  followUpDoneForm,
  (values, { locale }) => readFollowUpDone(values, locale),
  async ({ deps, workspaceId, memberId, locale }, end, { followUpId }) => {
    const outcome = await closeFollowUp(deps, workspaceId, followUpId, memberId, end);
    const refusal = releaseNote(outcome);
    // The card and its thread say the rest.
    return refusal ? { kind: 'show', view: noteView(refusal, locale) } : { kind: 'close' };
  },
);
