import type { Locale } from './define-text.ts';
import { intlTags } from './number.ts';

/** "a, b and c". */
export function formatList(locale: Locale, items: readonly string[]): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.ListFormat(intlTags[locale], { style: 'long', type: 'conjunction' });
    formats.set(locale, format);
  }
  return format.format(items);
}

const formats = new Map<Locale, Intl.ListFormat>();
