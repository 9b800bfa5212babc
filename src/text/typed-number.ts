import type { Locale } from './define-text.ts';

/**
 * A number as a person types it, in the format of their language: English "1,234.5", Danish and Norwegian "1.234,5" or
 * "1 234,5". A sign may stand before it. What is no number in that format is not guessed at.
 *
 * @returns null for anything else
 */
export function typedNumber(locale: Locale, typed: string): number | null {
  const text = typed
    .trim()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/^[−–]/, '-');
  const [thousands, decimal] = locale === 'en' ? [',', '\\.'] : ['[. ]', ','];
  const form = new RegExp(`^[-+]?(?:\\d{1,12}|\\d{1,3}(?:${thousands}\\d{3}){1,3})(?:${decimal}\\d{1,10})?$`);
  if (!form.test(text)) return null;
  const plain = locale === 'en' ? text.replaceAll(',', '') : text.replace(/[. ]/g, '').replace(',', '.');
  return Number(plain);
}
