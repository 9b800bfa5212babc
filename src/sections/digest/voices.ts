import type { GatherRequest } from '../../context.ts';
import type { Voice } from '../../facts/customer.ts';
import { readVoices } from '../../flows/follow-ups/read-follow-ups.ts';
import { lines, type Piece } from '../../messages/kit/blocks.ts';
import { nameOf } from '../../messages/words/names.ts';
import { scoreTitle } from '../../messages/words/voice.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { inQuotes } from '../../text/quotes.ts';
import { shorten } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: { title: 'what customers say' },
  da: { title: 'nyt fra kunderne' },
  nb: { title: 'nytt fra kundene' },
});

/** So many of the newest are looked at for one that is worth reading. */
const considered = 20;
/** Fewer characters say little more than the score does. */
const leastSaid = 15;
const mostSaid = 90;

/** A good voice and a bad one, of those whose follow-up is not closed. */
export const voices: DigestSection = {
  name: 'voices',
  title: (locale) => words(locale).title,
  async gather(request) {
    return { goodVoices: await worthReading(request, 'good'), badVoices: await worthReading(request, 'bad') };
  },
  draw({ goodVoices = [], badVoices = [] }, locale) {
    const told = [...goodVoices.slice(0, 1), ...badVoices.slice(0, 1)].map((voice) => toldOn(locale, voice));
    if (told.length === 0) return nothingToTell;
    return { blocks: [lines(...told)], summary: null };
  },
};

/** The newest of those that say something; the newest of all where none does. */
async function worthReading(request: GatherRequest, mood: 'good' | 'bad'): Promise<Voice[]> {
  const { store, window } = request;
  const newest = await store.answers.newestVoices(window, mood, considered);
  const chosen = newest.find(({ comment }) => oneLine(comment ?? '').length >= leastSaid) ?? newest[0];
  return chosen ? readVoices(request, [chosen], window.to) : [];
}

/** "Anna Hansen, NPS 10 of 10: “Always quick, and the coffee is…”". */
function toldOn(locale: Locale, voice: Voice): Piece[] {
  const said = shorten(oneLine(voice.comment ?? ''), mostSaid).text;
  return [{ bold: nameOf(locale, voice.customer) }, `, ${scoreTitle(locale, voice)}: ${inQuotes(locale, said)}`];
}
