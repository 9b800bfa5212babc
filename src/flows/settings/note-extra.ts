import type { Deps } from '../../context.ts';
import type { SlackExtra } from '../../store/desk/workspaces.ts';

/** Notes whether a workspace has what not every one has, where that is news. */
export async function noteExtra(
  { store, now, log }: Pick<Deps, 'store' | 'now' | 'log'>,
  workspaceId: number,
  extra: SlackExtra,
  taken: boolean,
): Promise<void> {
  const { extras } = store.of(workspaceId);
  const known = await extras.read(extra);
  if (known?.taken === true && taken) return;
  await extras.note(extra, taken, now());
  log.info('slack-extra', { workspaceId, extra, taken });
}
