import type { Deps } from '../../context.ts';
import type { Workspace } from '../../store/desk/workspaces.ts';

/** The workspace of Slack's team, made with the settings of a new one where there is none. */
export function openWorkspace(
  { store, firstSettings }: Pick<Deps, 'store' | 'firstSettings'>,
  { teamId, name, sandbox }: Omit<Workspace, 'id'>,
): Promise<Workspace> {
  return store.workspaces.ensure(teamId, name, sandbox, firstSettings);
}
