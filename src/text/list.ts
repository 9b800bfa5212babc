import { defineText, type Locale } from './define-text.ts';
import { formatNumber, intlTags } from './number.ts';

const words = defineText({
  en: { more: (count: string) => `${count} more` },
  da: { more: (count: string) => `${count} til` },
  nb: { more: (count: string) => `${count} til` },
});

/** "a, b and c". */
export function formatList(locale: Locale, items: readonly string[]): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.ListFormat(intlTags[locale], { style: 'long', type: 'conjunction' });
    formats.set(locale, format);
  }
  return format.format(items);
}

/** "a, b and 3 more". */
export function formatSome(locale: Locale, items: readonly string[], most: number): string {
  const left = items.length - most;
  if (left <= 0) return formatList(locale, items);
  return formatList(locale, [...items.slice(0, most), words(locale).more(formatNumber(locale, left))]);
}

const formats = new Map<Locale, Intl.ListFormat>();
