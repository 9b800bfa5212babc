import type { Context } from '../../context.ts';
import { logFault } from '../../errors.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { StoredObstacle } from '../../store/desk/obstacles.ts';

/**
 * Tells the admins why messages to a channel wait: each of them once, in the conversation with the app. What is over is
 * told in the same message. Rows decide: it may run at any time, in any number of processes.
 *
 * @param conversationWith the id of a member's conversation with the app
 */
export async function tellObstacles(
  context: Context,
  conversationWith: (memberId: string) => Promise<string>,
): Promise<void> {
  const { store } = context;
  const admins = (await store.members.list()).filter(({ role }) => role === 'admin').map(({ id }) => id);
  let told = await tellThoseOver(context, admins);
  for (const obstacle of await store.obstacles.untold()) {
    const places = await openConversations(context, admins, conversationWith);
    if (places.length > 0 && (await tell(context, obstacle, places))) told = true;
  }
  if (told) context.nudgeDelivery();
}

interface AdminPlace {
  readonly memberId: string;
  readonly channelId: string;
}

async function openConversations(
  { log }: Context,
  admins: readonly string[],
  conversationWith: (memberId: string) => Promise<string>,
): Promise<AdminPlace[]> {
  const places: AdminPlace[] = [];
  for (const memberId of admins) {
    try {
      places.push({ memberId, channelId: await conversationWith(memberId) });
    } catch (thrown) {
      // One who has left keeps no other from being told.
      logFault(thrown, log, { during: 'telling an admin' });
    }
  }
  return places;
}

function tell(context: Context, obstacle: StoredObstacle, places: readonly AdminPlace[]): Promise<boolean> {
  return context.transaction(async (tx) => {
    const now = context.now();
    if (!(await tx.obstacles.noteTold(obstacle, now))) return false;
    const posts = places.map(({ memberId, channelId }) => {
      const subject = subjectOf(obstacle, memberId);
      return { channelId, subject, key: subject, announcement: announcementOf(obstacle, memberId) };
    });
    await tx.outbox.addAll(posts, now);
    return true;
  });
}

/** @returns whether there is something to be sent */
function tellThoseOver(context: Context, admins: readonly string[]): Promise<boolean> {
  return context.transaction(async (tx) => {
    const over = (await tx.obstacles.endThoseOver()).filter(({ wasTold }) => wasTold);
    for (const { wasTold: _, ...obstacle } of over) {
      for (const memberId of admins) {
        const subject = subjectOf(obstacle, memberId);
        await tx.outbox.addUpdate({ subject, announcement: announcementOf(obstacle, memberId) }, context.now());
      }
    }
    return over.length > 0;
  });
}

function announcementOf({ channelId, reason, since }: StoredObstacle, memberId: string): Announcement {
  return { kind: 'obstacle', channelId, reason, since: since.toISOString(), memberId };
}

function subjectOf({ channelId, reason, since }: StoredObstacle, memberId: string): string {
  return `obstacle:${channelId}:${reason}:${since.toISOString()}:${memberId}`;
}
