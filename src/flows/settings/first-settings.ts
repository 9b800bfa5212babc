import type { Context } from '../../context.ts';
import type { Settings } from '../../loyalty/settings.ts';

/**
 * Saves settings of an empty workspace; in one with customers they would change every day's figures.
 *
 * @returns whether they are saved
 */
export async function saveFirstSettings({ store }: Context, settings: Settings): Promise<boolean> {
  if (await store.customers.exist()) return false;
  await store.settings.save(settings);
  return true;
}

/** Makes a member the first admin. @returns false where there is one */
export function makeFirstAdmin({ store }: Context, memberId: string): Promise<boolean> {
  return store.members.makeFirstAdmin(memberId);
}
