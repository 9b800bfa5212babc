import { countryCodes, countryNames } from '../text/places.ts';
import { plainNames } from './condition-words.ts';
import { nearestOf } from './nearest-word.ts';

/** Shorter words are near to too many. */
const leastLetters = 5;

/** What a rung, a condition or a country is called that a word is at most a slip or two away from: "ambasadors"; null: none. */
export function nearestName(typed: string): string | null {
  if (typed.length < leastLetters) return null;
  vocabulary ??= [...plainNames, ...countryCodes().flatMap(countryNames)]
    .filter((name) => !name.includes(' ') && name.length >= leastLetters)
    .map((word) => ({ word }));
  return nearestOf(vocabulary, typed, ({ length }) => Math.floor(length / 5))?.word ?? null;
}

let vocabulary: readonly { readonly word: string }[] | null = null;
