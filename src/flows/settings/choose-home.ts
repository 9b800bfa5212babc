import type { Context } from '../../context.ts';
import type { HomeView } from '../../loyalty/home-view.ts';

/** Notes which Home a member wants to see, until they choose anew. */
export async function chooseHome({ store }: Context, memberId: string, view: HomeView): Promise<void> {
  await store.members.setHomeView(memberId, view);
}
