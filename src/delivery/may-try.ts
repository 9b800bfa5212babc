import type { Deps } from '../context.ts';
import type { SlackExtra } from '../store/desk/workspaces.ts';

/** Whether something that not every workspace has is tried: where nobody knows, and a month after it was not there. */
export async function mayTry(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  workspaceId: number,
  extra: SlackExtra,
): Promise<boolean> {
  const known = await store.of(workspaceId).extras.read(extra);
  return known === null || known.taken || now().getTime() - known.at.getTime() >= tryAgainMs;
}

const tryAgainMs = 30 * 86_400_000;
