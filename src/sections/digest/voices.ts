import type { KnownBlock } from '@slack/types';
import type { GatherRequest } from '../../context.ts';
import type { Voice } from '../../facts/customer.ts';
import { readVoices } from '../../flows/follow-ups/read-follow-ups.ts';
import { quote, section } from '../../messages/kit/blocks.ts';
import { nameOf } from '../../messages/words/names.ts';
import { rungName } from '../../messages/words/rung-words.ts';
import { commentOf, voiceTitle } from '../../messages/words/voice.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: {
    title: 'what customers say',
    good: 'Good to hear',
    bad: 'To learn from',
    summary: (good: string, bad: string) => `What customers say: good ${good}, bad ${bad}`,
  },
  da: {
    title: 'nyt fra kunderne',
    good: 'Godt at høre',
    bad: 'Værd at lære af',
    summary: (good: string, bad: string) => `Nyt fra kunderne: positivt ${good}, negativt ${bad}`,
  },
  nb: {
    title: 'nytt fra kundene',
    good: 'Godt å høre',
    bad: 'Verdt å lære av',
    summary: (good: string, bad: string) => `Nytt fra kundene: positivt ${good}, negativt ${bad}`,
  },
});

const gatheredVoices = 3;
const mostVoices = 5;

/** The newest voices with words in them, good and bad. */
export const voices: DigestSection = {
  name: 'voices',
  title: (locale) => words(locale).title,
  async gather(request) {
    return { goodVoices: await newest(request, 'good'), badVoices: await newest(request, 'bad') };
  },
  draw({ goodVoices = [], badVoices = [] }, locale) {
    const text = words(locale);
    if (goodVoices.length + badVoices.length === 0) return nothingToTell;
    return {
      blocks: [...part(text.good, goodVoices, locale), ...part(text.bad, badVoices, locale)],
      summary: text.summary(formatNumber(locale, goodVoices.length), formatNumber(locale, badVoices.length)),
    };
  },
};

async function newest(request: GatherRequest, mood: 'good' | 'bad'): Promise<Voice[]> {
  const { store, window } = request;
  return readVoices(request, await store.answers.newestVoices(window, mood, gatheredVoices), window.to);
}

function part(title: string, voices: readonly Voice[], locale: Locale): KnownBlock[] {
  if (voices.length === 0) return [];
  return [
    section(`*${title}*`),
    ...voices.slice(0, mostVoices).map((voice) => {
      const rung = voice.rung ? `, ${rungName(locale, voice.rung)}` : '';
      const above = [{ bold: nameOf(locale, voice.customer) }, `${rung} · ${voiceTitle(locale, voice)}`];
      return quote(above, commentOf(locale, voice, 300));
    }),
  ];
}
