import { foldText } from '../loyalty/facts/customer.ts';
import { countryCodes, countryNames } from '../text/places.ts';

/** "Saint Vincent and the Grenadines" */
const mostWords = 5;

/** The country that words in any of the languages name from a place on: "Norge", "United Kingdom", "DK"; null: none. */
export function countryAt(
  words: readonly string[],
  at: number,
): { readonly value: string; readonly length: number } | null {
  for (let length = Math.min(mostWords, words.length - at); length > 0; length -= 1) {
    const typed = words.slice(at, at + length).join(' ');
    if (isCountry(typed)) return { value: typed, length };
  }
  return null;
}

/** A code is one in capitals alone: "no", "is" and "at" are words. */
function isCountry(typed: string): boolean {
  names ??= new Set(countryCodes().flatMap((code) => countryNames(code).map(foldText)));
  codes ??= new Set(countryCodes());
  return codes.has(typed) || (typed.length > 2 && names.has(foldText(typed))) || typed === 'UK';
}

let names: ReadonlySet<string> | null = null;
let codes: ReadonlySet<string> | null = null;
