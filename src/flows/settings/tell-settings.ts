import type { ReadContext } from '../../context.ts';
import type { SettingsFacts } from '../../facts/reply.ts';
import type { Member } from '../../store/desk/workspaces.ts';

/** What the workspace settled, who may change it, and a member's own language. */
export async function tellSettings(
  { store, settings }: ReadContext,
  member: { readonly id: string; readonly mayChange: boolean } | null,
): Promise<SettingsFacts> {
  const members = await store.members.list();
  return {
    ...settings,
    ...rolesOf(members),
    ownLocale: members.find(({ id }) => id === member?.id)?.locale ?? null,
    mayChange: member?.mayChange ?? false,
  };
}

/** Who may change settings. */
export function rolesOf(members: readonly Member[]): { readonly admins: string[]; readonly stewards: string[] } {
  const withRole = (wanted: string) => members.filter(({ role }) => role === wanted).map(({ id }) => id);
  return { admins: withRole('admin'), stewards: withRole('steward') };
}
