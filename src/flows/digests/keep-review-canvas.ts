import type { Deps } from '../../context.ts';
import type { Announcement } from '../../facts/announcement.ts';
import type { ReviewFacts } from '../../facts/report.ts';

type Needs = Pick<Deps, 'store' | 'now' | 'log'>;
interface Where {
  readonly workspaceId: number;
  readonly channelId: string;
}

/** Slack is about to be asked for a canvas: if its answer is lost, there may be one. */
export async function noteCanvasAsked({ store, now }: Needs, { workspaceId, channelId }: Where): Promise<void> {
  await store.of(workspaceId).reviewCanvases.noteAsked(channelId, now());
}

/** The channel's canvas is this one; every further review of the channel goes there. */
export async function noteCanvasMade(needs: Needs, { workspaceId, channelId }: Where, canvasId: string): Promise<void> {
  await needs.store.of(workspaceId).reviewCanvases.noteMade(channelId, canvasId);
}

/** The channel has no canvas: it was taken away, or Slack did not make it. */
export async function noteNoCanvas({ store }: Needs, { workspaceId, channelId }: Where): Promise<void> {
  await store.of(workspaceId).reviewCanvases.noteNone(channelId);
}

/** The review's message leads to its canvas from now on. */
export async function linkReviewCanvas(
  { store, now }: Needs,
  workspaceId: number,
  { subject, canvasUrl }: { readonly subject: string; readonly canvasUrl: string },
): Promise<void> {
  await store.transaction(workspaceId, async (tx) => {
    const posted = (await tx.outbox.announcementOf(subject)) as Announcement | null;
    if (posted) await tx.outbox.addUpdate({ subject, announcement: { ...posted, canvasUrl } }, now());
  });
}

/** The review that a post tells of; null: it tells of something else. */
export function reviewIn(posted: Announcement | null): ReviewFacts | null {
  if (posted?.kind === 'review') return posted.review;
  return posted?.kind === 'shared' && posted.reply.kind === 'review' ? posted.reply.review : null;
}
