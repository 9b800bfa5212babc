import type { Gatherer, GatherRequest } from '../../context.ts';
import type { DigestFacts, DigestParts, ReviewFacts, ReviewParts } from '../../facts/report.ts';
import { localDay } from '../../loyalty/time/period.ts';

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
