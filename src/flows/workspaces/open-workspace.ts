import type { Deps } from '../../context.ts';
import type { Settings } from '../../loyalty/settings.ts';
import type { Workspace } from '../../store/desk/workspaces.ts';

/** The workspace of Slack's team, made with the default settings where it is new. */
export function openWorkspace(
  { store }: Pick<Deps, 'store'>,
  { teamId, name, sandbox }: Omit<Workspace, 'id'>,
  settings: Partial<Settings> = {},
): Promise<Workspace> {
  return store.workspaces.ensure(teamId, name, sandbox, settings);
}
