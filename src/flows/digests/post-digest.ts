import type { Context, ReadContext } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { DigestFacts } from '../../facts/report.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readFollowUps } from '../follow-ups/read-follow-ups.ts';
import { hasNews } from './digest-news.ts';

/**
 * A digest, and in its thread who moved and every figure.
 *
 * @param key a second digest with the same is not written
 * @returns whether it is new
 */
export async function addDigest(
  tx: WorkspaceStore,
  { channelId, key }: { readonly channelId: string; readonly key: string },
  digest: DigestFacts,
  now: Date,
): Promise<boolean> {
  const announcement: Announcement = { kind: 'digest', digest };
  const isNew = await tx.outbox.add({ channelId, subject: key, key, announcement }, now);
  if (!isNew || !hasNews(digest) || !hasDetails(digest)) return isNew;
  const details: Announcement = { kind: 'digest-details', digest };
  await tx.outbox.addReply({ subject: key, key: `${key}:details`, announcement: details }, now);
  return true;
}

/** Who has the follow-ups of a digest by now; all else in it stays as it was. */
export async function withFollowUpsNow(context: ReadContext, digest: DigestFacts, now: Date): Promise<DigestFacts> {
  const { followUps } = digest;
  if (!followUps || followUps.list.length === 0) return digest;
  const stored = [];
  for (const { id } of followUps.list) {
    const followUp = await context.store.followUps.find(id);
    if (followUp) stored.push(followUp);
  }
  return { ...digest, followUps: { ...followUps, list: await readFollowUps(context, stored, now) } };
}

/** Lets a digest that stands in a channel show who has its follow-ups. */
export async function updateDigest(context: Context, subject: string): Promise<void> {
  const updated = await context.transaction(async (tx) => {
    const announcement = (await tx.outbox.announcementOf(subject)) as Announcement | null;
    if (announcement?.kind !== 'digest') return false;
    return tx.outbox.addUpdate({ subject, announcement }, context.now());
  });
  if (updated) context.nudgeDelivery();
}

function hasDetails({ ladder, figures = [] }: DigestFacts): boolean {
  return ladder?.movements.some(({ count }) => count > 0) === true || figures.some(({ base }) => base > 0);
}
