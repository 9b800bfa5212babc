import type { Locale } from './define-text.ts';
import { intlTags } from './number.ts';

/** "Denmark" for DK; what is no country code stands as it is. */
export function countryName(locale: Locale, code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? nameOf(locale, 'region', code.toUpperCase()) : code;
}

/** "Danish" for da; what is no language code stands as it is. */
export function languageName(locale: Locale, code: string): string {
  return /^[A-Za-z]{2,3}$/.test(code) ? nameOf(locale, 'language', code.toLowerCase()) : code;
}

const names = new Map<string, Intl.DisplayNames>();

function nameOf(locale: Locale, type: 'region' | 'language', code: string): string {
  const key = `${locale} ${type}`;
  let known = names.get(key);
  if (!known) {
    known = new Intl.DisplayNames(intlTags[locale], { type });
    names.set(key, known);
  }
  return known.of(code) ?? code;
}
