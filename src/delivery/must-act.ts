import type { FollowUpEventFacts, ReadyAnnouncement } from '../facts/announcement.ts';
import type { FollowUpFacts } from '../facts/customer.ts';
import { ownerToTell } from '../messages/follow-ups/follow-up-event.ts';

/**
 * Whom a post may mention, so that Slack tells them of it: who has to do something now, or no longer has to. Everybody else
 * is named. See docs/decisions/0024-mentions-tell.md.
 */
export function mustAct(ready: ReadyAnnouncement): readonly string[] {
  if (ready.kind === 'follow-up') return ownerOf(ready.followUp);
  return ready.kind === 'follow-up-event' ? concernedBy(ready.event, ready.followUp) : [];
}

/** Nobody has it yet: it is for who looks after the customer. */
function ownerOf({ status, ownerId }: FollowUpFacts): string[] {
  return status === 'open' && ownerId ? [ownerId] : [];
}

function concernedBy(event: FollowUpEventFacts, followUp: FollowUpFacts): string[] {
  const { status, stewardId } = followUp;
  switch (event.kind) {
    case 'answered':
      return status === 'claimed' && stewardId ? [stewardId] : [];
    case 'claimed':
      return [];
    case 'handed-back':
      return [event.ofId, ownerToTell(event, followUp)].filter((id) => id !== undefined && id !== null);
    case 'done':
      return event.ofId ? [event.ofId] : [];
  }
}
