import type { Deps } from '../deps.ts';
import {
  type ClaimOutcome,
  decideClaim,
  decideRelease,
  type FollowUp,
  type FollowUpCause,
  type ReleaseOutcome,
} from '../loyalty/follow-up.ts';
import type { FollowUpEventFacts } from '../messages/announcement.ts';
import type { WorkspaceStore } from '../store/store.ts';
import { announceEvent } from './announce-follow-up.ts';

/** Of any number of members who claim at once, exactly one wins; the others learn who. */
export async function claimFollowUp(
  deps: Deps,
  workspaceId: number,
  followUpId: number,
  memberId: string,
): Promise<ClaimOutcome> {
  const followUp = await deps.store.of(workspaceId).followUps.find(followUpId);
  if (!followUp) return { kind: 'gone' };
  const outcome = decideClaim(followUp, memberId);
  if (outcome.kind !== 'claimed') return outcome;
  const won = await change(deps, workspaceId, followUpId, { kind: 'claimed', memberId }, (tx) =>
    tx.followUps.claim(followUpId, memberId, deps.now()),
  );
  // Someone was faster: look again.
  return won ? outcome : claimFollowUp(deps, workspaceId, followUpId, memberId);
}

/** Gives a follow-up back, so that somebody else may claim it. */
export async function handBackFollowUp(
  deps: Deps,
  workspaceId: number,
  followUpId: number,
  memberId: string,
): Promise<ReleaseOutcome> {
  return release(deps, workspaceId, followUpId, memberId, { kind: 'handed-back', memberId }, (tx) =>
    tx.followUps.handBack(followUpId, memberId),
  );
}

/** Ends a follow-up with its cause and what was done. */
export async function closeFollowUp(
  deps: Deps,
  workspaceId: number,
  followUpId: number,
  memberId: string,
  { cause, outcome }: { readonly cause: FollowUpCause; readonly outcome: string },
): Promise<ReleaseOutcome> {
  return release(deps, workspaceId, followUpId, memberId, { kind: 'done', memberId, cause, outcome }, (tx) =>
    tx.followUps.close(followUpId, memberId, cause, outcome, deps.now()),
  );
}

/** Whether this member may close the follow-up now, before a modal is opened for it. */
export function mayRelease(followUp: FollowUp | null, memberId: string): ReleaseOutcome {
  return followUp ? decideRelease(followUp, memberId) : { kind: 'gone' };
}

async function release(
  deps: Deps,
  workspaceId: number,
  followUpId: number,
  memberId: string,
  event: FollowUpEventFacts & { readonly kind: 'handed-back' | 'done' },
  write: (tx: WorkspaceStore) => Promise<boolean>,
): Promise<ReleaseOutcome> {
  const followUp = await deps.store.of(workspaceId).followUps.find(followUpId);
  const outcome = mayRelease(followUp, memberId);
  if (outcome.kind !== 'released') return outcome;
  const done = await change(deps, workspaceId, followUpId, event, write);
  return done ? outcome : release(deps, workspaceId, followUpId, memberId, event, write);
}

/** The row's change, the note in the thread and the card's edit are one transaction. */
async function change(
  deps: Deps,
  workspaceId: number,
  followUpId: number,
  event: FollowUpEventFacts & { readonly memberId: string },
  write: (tx: WorkspaceStore) => Promise<boolean>,
): Promise<boolean> {
  const changed = await deps.store.transaction(workspaceId, async (tx) => {
    if (!(await write(tx))) return false;
    const eventId = await tx.followUps.addEvent(followUpId, event.kind, event.memberId, deps.now());
    await announceEvent(deps, tx, followUpId, `event:${eventId}`, event);
    return true;
  });
  if (changed) deps.nudgeDelivery();
  return changed;
}
