import type { Locale } from './define-text.ts';
import { intlTags } from './number.ts';

/** "Denmark" for DK; what is no country code stands as it is. */
export function countryName(locale: Locale, code: string): string {
  return nameOf(locale, 'region', code.toUpperCase());
}

/** "Danish" for da; what is no language code stands as it is. */
export function languageName(locale: Locale, code: string): string {
  return nameOf(locale, 'language', code.toLowerCase());
}

const names = new Map<string, Intl.DisplayNames>();

function nameOf(locale: Locale, type: 'region' | 'language', code: string): string {
  const isCode = type === 'region' ? /^[A-Z]{2}$/ : /^[a-z]{2,3}$/;
  if (!isCode.test(code)) return code;
  const key = `${locale} ${type}`;
  let known = names.get(key);
  if (!known) {
    known = new Intl.DisplayNames(intlTags[locale], { type });
    names.set(key, known);
  }
  return known.of(code) ?? code;
}
