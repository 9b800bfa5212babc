import type { Note } from '../../facts/reply.ts';
import { updateDigest } from '../../flows/digests/post-digest.ts';
import { claimFollowUp, handBackFollowUp, mayRelease } from '../../flows/follow-ups/claim-follow-up.ts';
import { listFollowUps } from '../../flows/follow-ups/list-follow-ups.ts';
import { readFollowUps } from '../../flows/follow-ups/read-follow-ups.ts';
import type { ReleaseOutcome } from '../../loyalty/follow-up.ts';
import { claimButton, doneButton, handBackButton } from '../../messages/follow-ups/follow-up-buttons.ts';
import { followUpPage, moreFollowUpsButton } from '../../messages/follow-ups/follow-ups.ts';
import { followUpDoneView } from '../../messages/modals/follow-up-done-form.ts';
import { awaitCard } from '../await-post.ts';
import { nothing, type Outcome, toNote } from '../handler-outcome.ts';
import { type ButtonHandler, onPress } from './button.ts';

const claim = onPress(claimButton, async (incoming, { followUpId, digest }) => {
  const outcome = await claimFollowUp(incoming, followUpId, incoming.memberId);
  if (digest) await updateDigest(incoming, digest);
  switch (outcome.kind) {
    case 'taken':
      return toNote({ kind: 'claim-taken', stewardId: outcome.stewardId });
    case 'claimed':
      return toNote({ kind: 'claimed', card: await awaitCard(incoming, followUpId) });
    case 'already-yours':
    case 'done':
    case 'gone':
      return toNote({ kind: 'claim', outcome: outcome.kind });
  }
});

const handBack = onPress(handBackButton, async (incoming, { followUpId, stewardId: seenWith }) => {
  const { memberId, role } = incoming;
  const outcome = await handBackFollowUp(incoming, followUpId, { memberId, role, seenWith });
  if (outcome.kind !== 'released') return refused(outcome);
  const ofId = outcome.stewardId === memberId ? null : outcome.stewardId;
  return toNote({ kind: 'handed-back', stewardId: ofId, card: await awaitCard(incoming, followUpId) });
});

const done = onPress(doneButton, async (incoming, { followUpId, stewardId: seenWith }) => {
  const { store, now, memberId, role, locale } = incoming;
  const followUp = await store.followUps.find(followUpId);
  const outcome = mayRelease(followUp, { memberId, role, seenWith });
  if (outcome.kind !== 'released' || !followUp) return refused(outcome);
  const { stewardId } = outcome;
  const [facts] = await readFollowUps(incoming, [followUp], now());
  const about = { id: followUpId, customer: facts?.customer ?? null, stewardId, isOwn: stewardId === memberId };
  return { kind: 'open', view: followUpDoneView(about, locale) };
});

const more = onPress(moreFollowUpsButton, async (incoming, { filter, after, before }) => {
  const { memberId, now } = incoming;
  const query = filter === 'mine' ? ({ kind: filter, memberId } as const) : { kind: filter };
  const page = await listFollowUps(incoming, query, { limit: followUpPage, after }, now());
  return { kind: 'reply', reply: { kind: 'follow-ups', filter, ...page, before }, said: null };
});

export const followUpButtons: readonly ButtonHandler[] = [claim, handBack, done, more];

/** Why a member may not; null when they may. */
export function releaseNote(outcome: ReleaseOutcome): Note | null {
  switch (outcome.kind) {
    case 'released':
      return null;
    case 'not-yours':
      return { kind: 'not-yours', stewardId: outcome.stewardId };
    case 'passed-on':
      return { kind: 'passed-on', stewardId: outcome.stewardId };
    case 'done':
    case 'gone':
      return { kind: 'claim', outcome: outcome.kind };
  }
}

function refused(outcome: ReleaseOutcome): Outcome {
  const note = releaseNote(outcome);
  return note ? toNote(note) : nothing;
}
