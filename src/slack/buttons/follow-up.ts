import { claimFollowUp, handBackFollowUp, mayRelease } from '../../flows/claim-follow-up.ts';
import { readFollowUps } from '../../flows/read-follow-ups.ts';
import type { ReleaseOutcome } from '../../loyalty/follow-up.ts';
import { claimButton, doneButton, handBackButton } from '../../messages/follow-up-buttons.ts';
import { followUpDoneView } from '../../messages/modals/follow-up-done-form.ts';
import type { Note } from '../../messages/reply.ts';
import { nothing, type Outcome } from '../outcome.ts';
import { type ButtonHandler, onPress } from './button.ts';

const claim = onPress(claimButton, async ({ deps, workspaceId, memberId }, { followUpId }) => {
  const outcome = await claimFollowUp(deps, workspaceId, followUpId, memberId);
  switch (outcome.kind) {
    case 'taken':
      return toNote({ kind: 'claim-taken', stewardId: outcome.stewardId });
    case 'claimed':
    case 'already-yours':
    case 'done':
    case 'gone':
      return toNote({ kind: 'claim', outcome: outcome.kind });
  }
});

const handBack = onPress(handBackButton, async ({ deps, workspaceId, memberId }, { followUpId }) => {
  const outcome = await handBackFollowUp(deps, workspaceId, followUpId, memberId);
  return toNote(releaseNote(outcome) ?? { kind: 'claim', outcome: 'handed-back' });
});

const done = onPress(doneButton, async ({ store, settings, deps, memberId, locale }, { followUpId }) => {
  const followUp = await store.followUps.find(followUpId);
  const refusal = releaseNote(mayRelease(followUp, memberId));
  if (refusal || !followUp) return toNote(refusal ?? { kind: 'claim', outcome: 'gone' });
  const [facts] = await readFollowUps(store, settings, [followUp], deps.now());
  return { kind: 'open', view: followUpDoneView({ id: followUpId, customer: facts?.customer ?? null }, locale) };
});

export const followUpButtons: readonly ButtonHandler[] = [claim, handBack, done];

/** Why a member may not; null when they may. */
export function releaseNote(outcome: ReleaseOutcome): Note | null {
  switch (outcome.kind) {
    case 'released':
      return null;
    case 'not-yours':
      return { kind: 'not-yours', stewardId: outcome.stewardId };
    case 'done':
    case 'gone':
      return { kind: 'claim', outcome: outcome.kind };
  }
}

function toNote(note: Note): Outcome {
  return note ? { kind: 'reply', reply: { kind: 'note', note }, said: null } : nothing;
}
