import type { Locale } from './define-text.ts';

/** The language tag that `Intl` formats with. */
export const intlTags: Readonly<Record<Locale, string>> = { en: 'en-GB', da: 'da-DK', nb: 'nb-NO' };

/**
 * Formats of one form, for the values of `of` that are asked for. A format is costly to make and cheap to keep; there
 * are only a few different ones.
 */
export function numberFormats<Of extends (string | number)[]>(optionsFor: (...of: Of) => Intl.NumberFormatOptions) {
  const made = new Map<string, Intl.NumberFormat>();
  return (locale: Locale, ...of: Of): Intl.NumberFormat => {
    const key = `${locale} ${of.join(' ')}`;
    let format = made.get(key);
    if (!format) {
      format = new Intl.NumberFormat(intlTags[locale], optionsFor(...of));
      made.set(key, format);
    }
    return format;
  };
}

type Sign = 'negative' | 'exceptZero';
const decimals = numberFormats((maximumFractionDigits: number, signDisplay: Sign) => ({
  maximumFractionDigits,
  signDisplay,
}));
const percents = numberFormats((maximumFractionDigits: number, signDisplay: Sign) => ({
  style: 'percent',
  maximumFractionDigits,
  signDisplay,
}));

/**
 * A number for people, rounded once and half away from zero, with a true minus sign. A zero has no sign.
 *
 * @param digits the most decimals shown
 */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  const whole = digits === 0 ? smallWhole(value) : null;
  if (whole !== null) return whole < 0 ? `−${-whole}` : String(whole);
  return trueMinus(decimals(locale, digits, 'negative').format(value));
}

/** "+30", "−13", "0". */
export function formatSigned(locale: Locale, value: number, digits = 0): string {
  const whole = digits === 0 ? smallWhole(value) : null;
  if (whole !== null) return whole === 0 ? '0' : `${whole < 0 ? '−' : '+'}${Math.abs(whole)}`;
  return trueMinus(decimals(locale, digits, 'exceptZero').format(value));
}

/** Below a thousand all languages write whole numbers alike, and most that are told are such. Null: for `Intl` to write. */
function smallWhole(value: number): number | null {
  const size = Math.round(Math.abs(value));
  return size < 1000 ? (value < 0 && size > 0 ? -size : size) : null;
}

/** A share of 1 as percent: 0.4412 is "44.1%". */
export function formatPercent(locale: Locale, share: number, digits = 1): string {
  return trueMinus(percents(locale, digits, 'negative').format(share));
}

/** A difference of two shares in percentage points, signed and without a unit: 0.032 is "+3.2". */
export function formatPoints(locale: Locale, difference: number, digits = 1): string {
  const shown = percents(locale, digits, 'exceptZero')
    .formatToParts(difference)
    .filter(({ type, value }) => type !== 'percentSign' && !(type === 'literal' && value.trim() === ''));
  return trueMinus(shown.map(({ value }) => value).join(''));
}

/** Danish and English formats write a hyphen for a minus. */
export function trueMinus(text: string): string {
  return text.replaceAll('-', '−');
}
