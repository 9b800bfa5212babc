import type { Deps } from '../deps.ts';

const keptMs = 7 * 86_400_000;

/** Refused rows are customers' data: a week after the import they were given back and are forgotten. */
export async function forgetRefusedRows(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - keptMs);
  for (const { id } of await deps.store.workspaces.list()) await deps.store.of(id).imports.forgetRefused(before);
}
