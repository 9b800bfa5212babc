import type { ReadContext } from '../../context.ts';
import type { Voice } from '../../facts/customer.ts';
import type { VoiceListFacts } from '../../facts/voice-list.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { VoicePlace, VoiceQuery } from '../../loyalty/voice-query.ts';
import { readVoices } from '../follow-ups/read-follow-ups.ts';
import { countSoFar, everySlice, readPage } from '../read-page.ts';

/** Which page of a list: what comes after a place, and how many were shown before it. */
export interface VoicePage {
  readonly after: VoicePlace | null;
  readonly before: number;
}

/** As many as are read at a glance. */
const pageSize = 5;

/**
 * A page of what customers said, of that of which all that is asked for holds, with how much there is.
 *
 * @param asOf what was said before this day counts
 */
export async function listVoices(
  context: ReadContext,
  query: VoiceQuery,
  { after, before }: VoicePage,
  asOf: Day,
): Promise<VoiceListFacts> {
  const list = context.store.voices.open(query, asOf);
  const [{ found, among, isAll }, { rows, next }] = await Promise.all([list.count(), readPage(list, after, pageSize)]);
  return {
    query,
    ...countSoFar({ found, isAll }, before + rows.length, next === null),
    base: isAll ? among : null,
    before,
    voices: await readVoices(context, rows, asOf),
    next: next && { day: next.day, id: next.id },
  };
}

/** Everything in a list, some at a time. */
export async function* everyVoice(
  context: ReadContext,
  query: VoiceQuery,
  asOf: Day,
): AsyncGenerator<readonly Voice[], void, undefined> {
  const list = context.store.voices.open(query, asOf);
  for await (const rows of everySlice(list)) yield await readVoices(context, rows, asOf);
}
