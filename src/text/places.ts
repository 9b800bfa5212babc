import { type Locale, locales } from './define-text.ts';
import { intlTags } from './number.ts';

/** "Denmark" for DK; what is no country code stands as it is. */
export function countryName(locale: Locale, code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? nameOf(locale, 'region', code.toUpperCase()) : code;
}

/** What a country is called in any of the languages, in full and in short: "Norge", "United Kingdom", "UK". */
export function countryNames(code: string): string[] {
  if (!/^[A-Z]{2}$/.test(code)) return [];
  const all = locales.flatMap((locale) =>
    (['long', 'short'] as const).map((style) => nameOf(locale, 'region', code, style)),
  );
  return [...new Set(all)].filter((name) => name !== code);
}

/** The codes of all countries that have a name. */
export function countryCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.filter((code) => !noCountries.has(code) && nameOf('en', 'region', code) !== code);
}

/** Codes that are no country's: nowhere in particular, unions and what is made up for tests. */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** "Danish" for da; what is no language code stands as it is. */
export function languageName(locale: Locale, code: string): string {
  return /^[A-Za-z]{2,3}$/.test(code) ? nameOf(locale, 'language', code.toLowerCase()) : code;
}

const names = new Map<string, Intl.DisplayNames>();

function nameOf(locale: Locale, type: 'region' | 'language', code: string, style: 'long' | 'short' = 'long'): string {
  const key = `${locale} ${type} ${style}`;
  let known = names.get(key);
  if (!known) {
    known = new Intl.DisplayNames(intlTags[locale], { type, style });
    names.set(key, known);
  }
  return known.of(code) ?? code;
}
