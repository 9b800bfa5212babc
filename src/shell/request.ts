import { type Context, contextOf, type Deps } from '../context.ts';
import { saveFirstSettings } from '../flows/settings/save-settings.ts';
import { openWorkspace } from '../flows/workspaces/open-workspace.ts';
import type { Settings } from '../loyalty/settings.ts';
import type { Workspace } from '../store/desk/workspaces.ts';
import { type ShellOptions, usage } from './options.ts';

/** A call of the shell. */
export interface ShellRequest extends Context {
  readonly settings: Settings;
  readonly options: ShellOptions;
  /** Tells how far long work is. */
  readonly tell: (progress: string) => void;
  readonly isStopped: () => boolean;
}

/** What a call is about: its workspace, and the settings that hold there. */
export async function toRequest(
  deps: Deps,
  options: ShellOptions,
  tell: ShellRequest['tell'],
  isStopped: () => boolean,
): Promise<ShellRequest> {
  const { id } = await findWorkspace(deps, options);
  const context = contextOf(deps, id);
  const settings = await settle(context, options);
  return { ...context, settings, options, tell, isStopped };
}

/** The workspace asked for, else the only real one, else the sandbox's, which is made where there is none. */
async function findWorkspace(deps: Deps, { workspace: asked }: ShellOptions): Promise<Workspace> {
  const all = await deps.store.workspaces.list();
  if (asked !== null) {
    const found = all.filter(({ teamId, name }) => teamId === asked || name.toLowerCase() === asked.toLowerCase());
    if (found[0] && found.length === 1) return found[0];
    throw usage(
      `--workspace ${asked} is not known. There are: ${all.map(({ teamId, name }) => `${teamId} (${name})`).join(', ') || 'none'}.`,
    );
  }
  const real = all.filter(({ sandbox }) => !sandbox);
  if (real.length > 1) {
    throw usage(
      `There are several workspaces; choose one with --workspace: ${real.map(({ teamId, name }) => `${teamId} (${name})`).join(', ')}.`,
    );
  }
  return real[0] ?? all[0] ?? openWorkspace(deps, sandboxWorkspace);
}

/** The workspace that the sandbox is born with. */
const sandboxWorkspace = { teamId: 'T0NORDLYS01', name: 'Nordlys Kaffe', sandbox: true };

/** Settings given with a call hold for an empty workspace; of one with customers they would change every day's figures. */
async function settle(context: Context, { timeZone, currency }: ShellOptions): Promise<Settings> {
  const settings = await context.store.settings.read();
  const next = { ...settings, timeZone: timeZone ?? settings.timeZone, currency: currency ?? settings.currency };
  if (next.timeZone === settings.timeZone && next.currency === settings.currency) return settings;
  if (await saveFirstSettings(context, { timeZone: next.timeZone, currency: next.currency })) return next;
  if (next.timeZone !== settings.timeZone) {
    throw usage(
      `This workspace keeps its days in ${settings.timeZone}; --time-zone can only be given before the first customer.`,
    );
  }
  return settings;
}
