import type { Deps } from '../../deps.ts';
import type { FollowUpEventFacts } from '../../facts/announcement.ts';
import {
  type ClaimOutcome,
  decideClaim,
  decideRelease,
  type FollowUp,
  type FollowUpCause,
  type ReleaseOutcome,
  type Releaser,
} from '../../loyalty/follow-up.ts';
import type { WorkspaceStore } from '../../store/store.ts';
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
  by: Releaser,
): Promise<ReleaseOutcome> {
  return release(deps, workspaceId, followUpId, by, { kind: 'handed-back' }, (tx, stewardId) =>
    tx.followUps.handBack(followUpId, stewardId),
  );
}

/** Ends a follow-up with its cause and what was done. */
export async function closeFollowUp(
  deps: Deps,
  workspaceId: number,
  followUpId: number,
  by: Releaser,
  { cause, outcome }: { readonly cause: FollowUpCause; readonly outcome: string },
): Promise<ReleaseOutcome> {
  return release(deps, workspaceId, followUpId, by, { kind: 'done', cause, outcome }, (tx, stewardId) =>
    tx.followUps.close(followUpId, stewardId, cause, outcome, deps.now()),
  );
}

/** Whether this member may close the follow-up now, before a modal is opened for it. */
export function mayRelease(followUp: FollowUp | null, by: Releaser): ReleaseOutcome {
  return followUp ? decideRelease(followUp, by) : { kind: 'gone' };
}

async function release(
  deps: Deps,
  workspaceId: number,
  followUpId: number,
  by: Releaser,
  what: { readonly kind: 'handed-back' } | { readonly kind: 'done'; readonly cause: string; readonly outcome: string },
  write: (tx: WorkspaceStore, stewardId: string) => Promise<boolean>,
): Promise<ReleaseOutcome> {
  const followUp = await deps.store.of(workspaceId).followUps.find(followUpId);
  const outcome = mayRelease(followUp, by);
  if (outcome.kind !== 'released') return outcome;
  const { stewardId } = outcome;
  const event = { ...what, memberId: by.memberId, ...(stewardId !== by.memberId && { ofId: stewardId }) };
  const done = await change(deps, workspaceId, followUpId, event, (tx) => write(tx, stewardId));
  // Who takes it in the meantime keeps it.
  return done
    ? outcome
    : release(deps, workspaceId, followUpId, { ...by, seenWith: by.seenWith ?? stewardId }, what, write);
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
