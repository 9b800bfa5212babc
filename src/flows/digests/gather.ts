import type { DigestFacts, DigestParts, ReviewFacts, ReviewParts } from '../../facts/report.ts';
import type { Settings } from '../../loyalty/settings.ts';
import { type Day, localDay, type Window } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** A section as far as a flow needs it: what it is called, and how its facts are read. How they look is for who tells them. */
export interface Gatherer<Parts> {
  readonly name: string;
  gather(request: GatherRequest): Promise<Parts>;
}

/** What facts are read of. */
export interface GatherRequest {
  readonly store: WorkspaceStore;
  readonly settings: Settings;
  readonly window: Window;
  readonly now: Date;
  /** The workspace's day of `now`. */
  readonly today: Day;
}

/** The sections of what is posted by the clock; whoever puts the app together hands them in. */
export interface ReportSections {
  readonly digest: readonly Gatherer<DigestParts>[];
  readonly review: readonly Gatherer<ReviewParts>[];
}

/** A digest's facts. @param sections those that are on: no others are read */
export async function gatherDigest(
  sections: readonly Gatherer<DigestParts>[],
  asked: Omit<GatherRequest, 'today'>,
): Promise<Omit<DigestFacts, 'late'>> {
  const names = sections.map(({ name }) => name);
  return { window: asked.window, sections: names, ...(await gather(sections, asked)) };
}

/** Everything that a quarter is looked back on by. The window is a quarter, or the first days of the running one. */
export async function gatherReview(
  sections: readonly Gatherer<ReviewParts>[],
  asked: Omit<GatherRequest, 'today'>,
): Promise<Omit<ReviewFacts, 'late'>> {
  return { window: asked.window, ...(await gather(sections, asked)) };
}

async function gather<Parts extends object>(
  sections: readonly Gatherer<Parts>[],
  asked: Omit<GatherRequest, 'today'>,
): Promise<Parts | Record<never, never>> {
  const request = { ...asked, today: localDay(asked.now, asked.settings.timeZone) };
  let facts = {};
  // One after the other: they share the transaction that writes them.
  for (const section of sections) facts = { ...facts, ...(await section.gather(request)) };
  return facts;
}
