import type { Locale } from './define-text.ts';

/** The language tag that `Intl` formats with. */
export const intlTags: Readonly<Record<Locale, string>> = { en: 'en-GB', da: 'da-DK', nb: 'nb-NO' };

/**
 * A number for people, rounded once and half away from zero, with a true minus sign. A zero has no sign.
 *
 * @param digits the most decimals shown
 */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return trueMinus(numberFormat(locale, { maximumFractionDigits: digits, signDisplay: 'negative' }).format(value));
}

/** "+30", "−13", "0". */
export function formatSigned(locale: Locale, value: number, digits = 0): string {
  return trueMinus(numberFormat(locale, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value));
}

/** A share of 1 as percent: 0.4412 is "44.1%". */
export function formatPercent(locale: Locale, share: number, digits = 1): string {
  const options = { style: 'percent', maximumFractionDigits: digits, signDisplay: 'negative' } as const;
  return trueMinus(numberFormat(locale, options).format(share));
}

/** A difference of two shares in percentage points, signed and without a unit: 0.032 is "+3.2". */
export function formatPoints(locale: Locale, difference: number, digits = 1): string {
  const options = { style: 'percent', maximumFractionDigits: digits, signDisplay: 'exceptZero' } as const;
  const parts = numberFormat(locale, options).formatToParts(difference);
  const shown = parts.filter(
    ({ type, value }) => type !== 'percentSign' && !(type === 'literal' && value.trim() === ''),
  );
  return trueMinus(shown.map(({ value }) => value).join(''));
}

/** Danish and English formats write a hyphen for a minus. */
export function trueMinus(text: string): string {
  return text.replaceAll('-', '−');
}

const formats = new Map<string, Intl.NumberFormat>();

/** A format is costly to make and cheap to keep; there are only a few different ones. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(intlTags[locale], options);
    formats.set(key, format);
  }
  return format;
}
