import type { Context } from '../../context.ts';

/** Keeps what Slack calls a member, so that posts can name them without a mention, which would tell them. */
export async function noteName({ store }: Pick<Context, 'store'>, memberId: string, name: string): Promise<void> {
  await store.members.noteName(memberId, name);
}
