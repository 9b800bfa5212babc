import type { Context } from '../../context.ts';
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
export async function claimFollowUp(context: Context, followUpId: number, memberId: string): Promise<ClaimOutcome> {
  const followUp = await context.store.followUps.find(followUpId);
  if (!followUp) return { kind: 'gone' };
  const outcome = decideClaim(followUp, memberId);
  if (outcome.kind !== 'claimed') return outcome;
  const won = await change(context, followUpId, { kind: 'claimed', memberId }, (tx) =>
    tx.followUps.claim(followUpId, memberId, context.now()),
  );
  // Someone was faster: look again.
  return won ? outcome : claimFollowUp(context, followUpId, memberId);
}

/** Gives a follow-up back, so that somebody else may claim it. */
export async function handBackFollowUp(context: Context, followUpId: number, by: Releaser): Promise<ReleaseOutcome> {
  return release(context, followUpId, by, {
    event: { kind: 'handed-back' },
    write: (tx, stewardId) => tx.followUps.handBack(followUpId, stewardId),
  });
}

/** Ends a follow-up with its cause and what was done. */
export async function closeFollowUp(
  context: Context,
  followUpId: number,
  by: Releaser,
  { cause, outcome }: { readonly cause: FollowUpCause; readonly outcome: string },
): Promise<ReleaseOutcome> {
  return release(context, followUpId, by, {
    event: { kind: 'done', cause, outcome },
    write: (tx, stewardId) => tx.followUps.close(followUpId, stewardId, cause, outcome, context.now()),
  });
}

/** Whether this member may close the follow-up now, before a modal is opened for it. */
export function mayRelease(followUp: FollowUp | null, by: Releaser): ReleaseOutcome {
  return followUp ? decideRelease(followUp, by) : { kind: 'gone' };
}

/** How a follow-up leaves its steward's hands. */
interface ReleaseEnd {
  readonly event:
    | { readonly kind: 'handed-back' }
    | { readonly kind: 'done'; readonly cause: string; readonly outcome: string };
  write(tx: WorkspaceStore, stewardId: string): Promise<boolean>;
}

async function release(context: Context, followUpId: number, by: Releaser, end: ReleaseEnd): Promise<ReleaseOutcome> {
  const followUp = await context.store.followUps.find(followUpId);
  const outcome = mayRelease(followUp, by);
  if (outcome.kind !== 'released') return outcome;
  const { stewardId } = outcome;
  const event = { ...end.event, memberId: by.memberId, ...(stewardId !== by.memberId && { ofId: stewardId }) };
  const done = await change(context, followUpId, event, (tx) => end.write(tx, stewardId));
  // Who takes it in the meantime keeps it.
  return done ? outcome : release(context, followUpId, { ...by, seenWith: by.seenWith ?? stewardId }, end);
}

/** The row's change, the note in the thread and the card's edit are one transaction. */
async function change(
  context: Context,
  followUpId: number,
  event: FollowUpEventFacts & { readonly memberId: string },
  write: (tx: WorkspaceStore) => Promise<boolean>,
): Promise<boolean> {
  const changed = await context.transaction(async (tx) => {
    if (!(await write(tx))) return false;
    const now = context.now();
    const eventId = await tx.followUps.addEvent(followUpId, event.kind, event.memberId, now);
    await announceEvent(tx, followUpId, { key: `event:${eventId}`, event }, now);
    return true;
  });
  if (changed) context.nudgeDelivery();
  return changed;
}
