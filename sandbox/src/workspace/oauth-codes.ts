import { Refusal } from '../refusal.ts';
import type { OAuthCode, Sandbox } from '../sandbox.ts';
import { newSecret } from '../state/ids.ts';

const lifetimeMs = 10 * 60_000;

/** A code for what a person allowed; it is worth a token once, within ten minutes. */
export function issueCode(sandbox: Sandbox, allowed: Omit<OAuthCode, 'expiresAt'>): string {
  const code = newSecret();
  sandbox.oauthCodes.set(code, { ...allowed, expiresAt: sandbox.clock.now() + lifetimeMs });
  return code;
}

/** Installs the app as the code allows. Refused with: invalid_code, code_already_used, bad_redirect_uri. */
export function redeemCode(sandbox: Sandbox, code: string, redirectUri: string | null): OAuthCode {
  const allowed = sandbox.oauthCodes.get(code);
  if (!allowed || allowed.expiresAt < sandbox.clock.now()) throw new Refusal('invalid_code');
  if (allowed.redirectUri !== redirectUri) throw new Refusal('bad_redirect_uri');
  sandbox.oauthCodes.delete(code);
  const known = sandbox.world.installations.get(allowed.workspace);
  sandbox.world.installations.put(allowed.workspace, {
    workspace: allowed.workspace,
    installed: true,
    times: known?.installed ? known.times : (known?.times ?? 0) + 1,
    installer: allowed.user,
    scopes: allowed.scopes,
  });
  return allowed;
}
