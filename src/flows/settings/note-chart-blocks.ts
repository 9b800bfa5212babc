import type { Deps } from '../../context.ts';

/** Notes whether a workspace takes Slack's own charts, where that is news. */
export async function noteChartBlocks(
  { store, now, log }: Pick<Deps, 'store' | 'now' | 'log'>,
  workspaceId: number,
  taken: boolean,
): Promise<void> {
  const { chartBlocks } = store.of(workspaceId);
  const known = await chartBlocks.read();
  if (known?.taken === true && taken) return;
  await chartBlocks.note(taken, now());
  log.info('chart-blocks', { workspaceId, taken });
}
