import type { Sandbox } from '../sandbox.ts';
import { type FirstDay, firstDays } from '../state/first-day.ts';
import type { Installation } from '../state/model.ts';

/** The workspace's installation with its bot token; null when the app is not installed there. */
export function installationOf(
  sandbox: Sandbox,
  workspace: string,
): (Installation & { readonly token: string }) | null {
  const installation = sandbox.world.installations.get(workspace);
  const day = sandbox.world.workspace(workspace);
  if (!installation?.installed || !day) return null;
  return { ...installation, token: botToken(day, installation.times) };
}

/** Which workspace a bot token opens; null: none, or the app was uninstalled since. */
export function workspaceOfToken(sandbox: Sandbox, token: string): FirstDay | null {
  return (
    firstDays.find((day) => {
      const installation = installationOf(sandbox, day.id);
      return installation !== null && (token === installation.token || token === workflowToken(day));
    }) ?? null
  );
}

/** The token that a function is run with. */
export function workflowToken(day: FirstDay): string {
  return `xwfp-sandbox-${day.domain}`;
}

/** Whether a token was good once, before the app was uninstalled. */
export function wasRevoked(sandbox: Sandbox, token: string): boolean {
  return firstDays.some((day) => {
    const times = sandbox.world.installations.get(day.id)?.times ?? 0;
    return Array.from({ length: times }, (_, n) => botToken(day, n + 1)).includes(token);
  });
}

/** The scopes that the app was given in a workspace. */
export function scopesOf(sandbox: Sandbox, workspace: string): readonly string[] {
  const installation = installationOf(sandbox, workspace);
  if (!installation) return [];
  const { withoutScopes } = sandbox.conditions.of(workspace);
  const declared = sandbox.manifest.oauth_config.scopes.bot.filter((scope) => !withoutScopes.includes(scope));
  return installation.scopes === null ? declared : declared.filter((scope) => installation.scopes?.includes(scope));
}

function botToken(day: FirstDay, times: number): string {
  return `xoxb-sandbox-${day.domain}${times > 1 ? `-${times}` : ''}`;
}
