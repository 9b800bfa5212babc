import type { Deps } from '../../deps.ts';
import type { NewRequest } from '../../store/desk/requests.ts';

/** Keeps what a member said to the app until it is answered. A message that comes again is one request. */
export async function takeRequest(deps: Deps, workspaceId: number, request: NewRequest): Promise<void> {
  await deps.store.of(workspaceId).requests.add(request, deps.now());
}
