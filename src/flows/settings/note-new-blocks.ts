import type { Deps } from '../../context.ts';
import type { NewBlock } from '../../store/desk/workspaces.ts';

/** Notes whether a workspace takes blocks that not every one does, where that is news. */
export async function noteNewBlocks(
  { store, now, log }: Pick<Deps, 'store' | 'now' | 'log'>,
  workspaceId: number,
  kind: NewBlock,
  taken: boolean,
): Promise<void> {
  const { newBlocks } = store.of(workspaceId);
  const known = await newBlocks.read(kind);
  if (known?.taken === true && taken) return;
  await newBlocks.note(kind, taken, now());
  log.info('new-blocks', { workspaceId, kind, taken });
}
