import type { Random } from '../random.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { Segment, Theme, Tone } from './phrases.ts';

export type SampleLanguage = 'da' | 'nb' | 'en';

const phrases = { da, nb, en } as const;

/** What a customer writes: one to three sentences that fit the score, the theme and who they are. */
export function comment(
  random: Random,
  language: SampleLanguage,
  tone: Tone,
  theme: Theme,
  segment: Segment | null,
): string {
  const of = phrases[language][tone];
  const parts = [random.pick(of[theme])];
  if (segment !== null && random.chance(0.4)) parts.push(random.pick(of[segment]));
  if (random.chance(0.35)) parts.unshift(random.pick(of.openers));
  if (parts.length < 3 && random.chance(0.35)) parts.push(random.pick(of.closers));
  return asTyped(random, parts.join(' '));
}

/** What a complaint is about; null where its words do not say. */
export function themeOf(complaint: string): Theme | null {
  const said = complaint.toLowerCase();
  const isAbout = (theme: Theme) =>
    Object.values(phrases).some(({ negative }) =>
      negative[theme].some((sentence) => said.includes(sentence.toLowerCase().replace(/\.$/, ''))),
    );
  return themes.find(isAbout) ?? null;
}

const themes: readonly Theme[] = ['delivery', 'service', 'price', 'assortment', 'coffee'];

/** What somebody says who has not ordered yet. */
export function prospectComment(random: Random, language: SampleLanguage): string {
  return random.pick(phrases[language].prospect);
}

/** Not everybody minds capitals and full stops. */
function asTyped(random: Random, text: string): string {
  if (random.chance(0.12)) return text.replace(/\.$/, '');
  return random.chance(0.05) ? text.toLowerCase() : text;
}
