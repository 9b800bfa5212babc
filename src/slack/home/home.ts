import type { HomeView } from '@slack/types';
import { gatherHome } from '../../sections/home/gather-home.ts';
import { drawHome, type HomeNotice } from '../../sections/home/home.ts';
import type { Incoming } from '../incoming.ts';

/** The app's Home as its member sees it now. */
export async function homeView(incoming: Incoming, notice: HomeNotice | null): Promise<HomeView> {
  const facts = await gatherHome(incoming);
  return drawHome({ ...facts, docsUrl: incoming.docsUrl ?? null }, notice, incoming.locale);
}
