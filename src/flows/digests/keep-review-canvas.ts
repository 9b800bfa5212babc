import type { Deps } from '../../context.ts';
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

/** Notes whether a workspace has canvases, where that is news. */
export async function noteCanvasesTaken({ store, now, log }: Needs, workspaceId: number, taken: boolean) {
  const { canvasesTaken } = store.of(workspaceId);
  if (taken && (await canvasesTaken.read())?.taken === true) return;
  await canvasesTaken.note(taken, now());
  log.info('canvases', { workspaceId, taken });
}

/** The review's message leads to its canvas from now on. */
export async function linkReviewCanvas(
  { store, now }: Needs,
  workspaceId: number,
  {
    subject,
    review,
    canvasUrl,
  }: { readonly subject: string; readonly review: ReviewFacts; readonly canvasUrl: string },
): Promise<void> {
  const announcement = { kind: 'review', review, canvasUrl };
  await store.transaction(workspaceId, (tx) => tx.outbox.addUpdate({ subject, announcement }, now()));
}
