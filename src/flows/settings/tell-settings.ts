import type { ReadContext } from '../../context.ts';
import type { SettingsFacts } from '../../facts/reply.ts';

/** What the workspace settled, who may change it, and a member's own language. */
export async function tellSettings(
  { store, settings }: ReadContext,
  member: { readonly id: string; readonly mayChange: boolean } | null,
): Promise<SettingsFacts> {
  const members = await store.members.list();
  const withRole = (wanted: string) => members.filter(({ role }) => role === wanted).map(({ id }) => id);
  return {
    ...settings,
    admins: withRole('admin'),
    stewards: withRole('steward'),
    ownLocale: members.find(({ id }) => id === member?.id)?.locale ?? null,
    mayChange: member?.mayChange ?? false,
  };
}
