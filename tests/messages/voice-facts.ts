import type { ModalView } from '@slack/types';
import type { ReadyAnnouncement } from '../../src/facts/announcement.ts';
import type { Voice } from '../../src/facts/customer.ts';
import type { Note, Reply } from '../../src/facts/reply.ts';
import type { VoiceListFacts } from '../../src/facts/voice-list.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { allVoices } from '../../src/loyalty/voice-query.ts';
import { wholeVoicesView } from '../../src/messages/feedback/voice-list.ts';
import type { Locale } from '../../src/text/define-text.ts';
import { type Typed, voice } from './facts.ts';

const november = { from: dayFromIso('2026-11-01'), to: dayFromIso('2026-11-23'), calendar: 'month' } as const;
const detractors = { ...allVoices, kind: 'nps', score: { least: null, most: 6 }, isVote: true } as const;

function facts(typed: Typed, of: Partial<VoiceListFacts>): VoiceListFacts {
  const said: readonly Partial<Voice>[] = [
    {},
    { kind: 'review', score: 2, comment: `${typed.comment} ${typed.comment} ${typed.comment}` },
    { kind: 'remark', score: null, customer: null, source: null },
    { kind: 'cli', score: null, cliMean: 33.3, comment: null },
    { kind: 'csat', score: 2 },
  ];
  const voices = said.map((one, i) => voice(typed, { answerId: 90 - i, day: dayFromIso('2026-11-22') - i, ...one }));
  const all = { query: allVoices, count: 1500, isExact: true, base: 1500, before: 0 } as const;
  return { ...all, voices, next: { day: dayFromIso('2026-11-18'), id: 86 }, ...of };
}

export function voiceReplies(typed: Typed): Readonly<Record<string, Reply>> {
  const list = (of: Partial<VoiceListFacts>): Reply => ({
    kind: 'voice-list',
    list: facts(typed, of),
    mayExport: true,
  });
  const causes = (...byCause: Extract<Reply, { kind: 'causes' }>['causes']['byCause']): Reply => {
    const closed = byCause.reduce((sum, { count }) => sum + count, 0);
    return { kind: 'causes', causes: { window: november, closed, byCause } };
  };
  const unhappy = { ...allVoices, isNegative: true, hasWords: true, country: 'NO', days: november } as const;
  const everything = {
    ...unhappy,
    ...detractors,
    segment: typed.source,
    source: typed.source,
    rung: 'repeat',
  } as const;
  return {
    'voice-list': list({}),
    'voice-list-of-unhappy': list({ query: unhappy, count: 11, base: 82 }),
    'voice-list-of-detractors': list({ query: { ...detractors, days: november }, count: 19, base: 110, before: 5 }),
    'voice-list-of-scores': list({ query: { ...detractors, isVote: false, rung: 'anonymous' }, count: 6, base: 9 }),
    'voice-list-of-everything': list({ query: everything, count: 6, base: 7, next: null }),
    'voice-list-none': list({ query: unhappy, count: 0, base: 82, voices: [], next: null }),
    'voice-list-empty': list({ count: 0, base: 0, voices: [], next: null }),
    'voice-list-of-very-many': list({ query: unhappy, count: 6_012, isExact: false, base: null }),
    'voice-list-none-so-far': list({ query: unhappy, count: 0, isExact: false, base: null, voices: [] }),
    causes: causes({ cause: 'delivery', count: 7 }, { cause: 'product', count: 3 }, { cause: 'other', count: 1 }),
    'causes-one-ahead': causes(
      { cause: 'price', count: 3 },
      { cause: 'billing', count: 2 },
      { cause: 'service', count: 2 },
    ),
    'causes-tied': causes({ cause: 'communication', count: 2 }, { cause: 'service', count: 2 }),
    'causes-none': causes(),
  };
}

export const voiceNotes: readonly Note[] = [{ kind: 'voices-written', path: '/home/anna/svar.csv', count: 13 }];

export function voiceFiles(typed: Typed): Readonly<Record<string, ReadyAnnouncement>> {
  const query = { ...detractors, source: typed.source, days: november };
  return { 'voice-file': { kind: 'voice-file', query }, 'voice-file-of-all': { kind: 'voice-file', query: allVoices } };
}

export function voiceViews(typed: Typed, locale: Locale): Readonly<Record<string, ModalView>> {
  return { 'voices-whole': wholeVoicesView(facts(typed, {}), locale) };
}
