import type { Clock } from '../../context.ts';
import type { HomeFacts } from '../../facts/home.ts';
import { decideHomeView } from '../../loyalty/home-view.ts';
import { localDay, windowBefore } from '../../loyalty/time/period.ts';
import { homeSections } from './index.ts';
import type { HomeRequest } from './section.ts';

const windowDays = 90;

/** The facts of one member's Home. */
export async function gatherHome(
  asked: Omit<HomeRequest, 'window' | 'today' | 'now' | 'view'> & Clock,
): Promise<HomeFacts> {
  const { store, memberId, role } = asked;
  const now = asked.now();
  const today = localDay(now, asked.settings.timeZone);
  const settings = { ...asked.settings, nameStyle: 'full' } as const;
  const [chosen, taken] = await Promise.all([
    store.members.homeView(memberId),
    store.followUps.customersTaken(memberId, 1),
  ]);
  const view = decideHomeView({ chosen, role, hasTaken: taken.length > 0 });
  const request = { ...asked, settings, now, today, view, window: windowBefore(today + 1, windowDays) };
  const shown = homeSections.filter(({ of }) => of === undefined || of === view);
  const parts = await Promise.all(shown.map((section) => section.gather(request)));
  let facts: HomeFacts = { view, memberId, today };
  for (const part of parts) facts = { ...facts, ...part };
  return facts;
}
