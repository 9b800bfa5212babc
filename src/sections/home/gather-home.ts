import type { Clock } from '../../context.ts';
import type { HomeFacts } from '../../facts/home.ts';
import { localDay, windowBefore } from '../../loyalty/time/period.ts';
import { homeSections } from './index.ts';
import type { HomeRequest } from './section.ts';

const windowDays = 90;

/** The facts of one member's Home. */
export async function gatherHome(asked: Omit<HomeRequest, 'window' | 'today' | 'now'> & Clock): Promise<HomeFacts> {
  const now = asked.now();
  const today = localDay(now, asked.settings.timeZone);
  const settings = { ...asked.settings, nameStyle: 'full' } as const;
  const request = { ...asked, settings, now, today, window: windowBefore(today + 1, windowDays) };
  const parts = await Promise.all(homeSections.map((section) => section.gather(request)));
  let facts: HomeFacts = {};
  for (const part of parts) facts = { ...facts, ...part };
  return facts;
}
