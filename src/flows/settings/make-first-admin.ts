import type { Context } from '../../context.ts';

/** Makes a member the first admin. @returns false where there is one */
export function makeFirstAdmin({ store }: Context, memberId: string): Promise<boolean> {
  return store.members.makeFirstAdmin(memberId);
}
