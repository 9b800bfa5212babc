import { type Locale, locales } from './define-text.ts';

/** The language of a Slack or browser locale, for example da-DK; null when it is none of ours. */
export function toLocale(tag: string | null | undefined): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  if (language === 'no' || language === 'nn') return 'nb';
  return locales.find((locale) => locale === language) ?? null;
}
