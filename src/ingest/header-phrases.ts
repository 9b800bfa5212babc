import { isTimeZone } from '../loyalty/time/period.ts';
import { toCurrency } from './currency.ts';
import type { DateOrder } from './dates.ts';

/** What a header says beside the name of its column: in brackets, or in words at its end. */
export interface HeaderSays {
  /** What one in the column is: a power of ten of the currency's unit, or the smallest unit of the currency. */
  readonly unit?: number | 'minor';
  /** As written. */
  readonly currency?: string;
  readonly vat?: 'with' | 'without';
  /** Whose the times are: a name of the time zone database, or an offset ("+01:00"). */
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
}

/** What kind of thing a column holds, as far as a header may say more of it. */
export type Aspect = 'amount' | 'date' | 'number' | 'text';

/** What stands in brackets, and the first word of it that nobody knows; null: all was understood. */
export function readPhrases(
  text: string,
  aspect: Aspect,
): { readonly says: HeaderSays; readonly unknown: string | null } {
  let says: HeaderSays = {};
  let rest = withoutEdges(text);
  while (rest !== '') {
    const found = phraseIn(rest, aspect, 'start');
    if (!found) return { says, unknown: rest };
    says = { ...says, ...found.says };
    rest = withoutEdges(rest.slice(found.length));
  }
  return { says, unknown: null };
}

/** A header without the last phrase in words ("Beløb inkl. moms", "created_at_utc"), and what that says; null: there is none. */
export function cutPhrase(text: string, aspect: Aspect): { readonly bare: string; readonly says: HeaderSays } | null {
  const found = phraseIn(text, aspect, 'end');
  if (!found || Object.keys(found.says).length === 0) return null;
  return { bare: withoutEdges(text.slice(0, text.length - found.length)), says: found.says };
}

/** A header without a currency before its name ("EUR Revenue", "kr Beløb"), and that currency; null: there is none. */
export function cutCurrency(text: string): { readonly bare: string; readonly says: HeaderSays } | null {
  const [, token = '', bare = ''] = /^([A-Z]{3}|kr\.?)\s+(\S.*)$/iu.exec(text.trim()) ?? [];
  const says = token === '' ? null : toCurrencyPhrase(token);
  return says && { bare, says };
}

/** A pattern, and what it says; null: it only looked like one. */
type Phrase = readonly [pattern: string, says: (found: string) => HeaderSays | null];

const vat = '(?:moms\\.?|mva\\.?|vat|tax(?:es)?|sales tax|gst|afgifter|avgifter)';
const currencyPhrase: Phrase = ['(?:i |in )?(?:\\p{L}{2,4}\\.?|\\p{Sc}|us\\$)', toCurrencyPhrase];
const amountPhrases: readonly Phrase[] = [
  ['(?:i |in )?(?:ører?|ore|cents?|¢|pence|minor units?|minor)', () => ({ unit: 'minor' })],
  ['(?:i |in )?t\\.? ?kr\\.?', () => ({ unit: 3, currency: 'kr' })],
  ['(?:i |in )?[tk](?:dkk|nok|sek|eur|usd|gbp|€|£|\\$)', (found) => ({ unit: 3, currency: currencyAtEnd(found) })],
  ["(?:i |in )?(?:hele )?(?:1[., ]?000|'?000s?|tusinde?r?|tusen|thousands?)(?: of)?", () => ({ unit: 3 })],
  ['(?:i |in )?m(?:dkk|nok|sek|eur|usd|gbp|€|£|\\$)', (found) => ({ unit: 6, currency: currencyAtEnd(found) })],
  ['(?:i |in )?(?:mio\\.?|mill\\.?|millioner|millions?)(?: of)?', () => ({ unit: 6 })],
  [
    `(?:inkl?|incl?|incl|inkludert|inklusive?|inclusive(?: of)?|including|med|with)\\.? ?${vat}`,
    () => ({ vat: 'with' }),
  ],
  [
    `(?:ekskl?|exkl|eks|ex|excl|eksklusive?|exclusive(?: of)?|excluding|uden|uten|without|before|før)\\.? ?${vat}`,
    () => ({ vat: 'without' }),
  ],
  currencyPhrase,
  ['required|påkrævet|påkrevd|obligatorisk|i alt|total|sum|beløb|beløp|amount|net|netto|gross|brutto|\\*', () => ({})],
];

const civilZones: readonly Phrase[] = [
  ['cet ?/ ?cest|ces?t|mez|central european time', () => ({ zone: 'Europe/Berlin' })],
  ['eet ?/ ?eest|eee?st|eet', () => ({ zone: 'Europe/Helsinki' })],
  ['bst|uk time|london time', () => ({ zone: 'Europe/London' })],
  ['es?t|edt|eastern(?: time)?', () => ({ zone: 'America/New_York' })],
  ['c[sd]t|central time', () => ({ zone: 'America/Chicago' })],
  ['m[sd]t|mountain(?: time)?', () => ({ zone: 'America/Denver' })],
  ['p[sd]?t|pacific(?: time)?', () => ({ zone: 'America/Los_Angeles' })],
  ['dansk tid|dk time|danish time', () => ({ zone: 'Europe/Copenhagen' })],
  ['norsk tid|norwegian time', () => ({ zone: 'Europe/Oslo' })],
];

const datePhrases: readonly Phrase[] = [
  ['(?:i |in )?(?:utc|gmt|z)(?: ?[+\u2212-] ?\\d{1,2}(?::?\\d{2})?)?|[+\u2212-]\\d{1,2}:?\\d{2}', toOffset],
  ...civilZones,
  ['\\p{L}+/[\\p{L}_]+(?:/[\\p{L}_]+)?', (found) => (isTimeZone(found) ? { zone: found } : null)],
  ['[dmyåat]{1,4}[-/. ][dmyåat]{1,4}[-/. ][dmyåat]{1,4}', toOrder],
  ['[ht]{1,2}[:.]m{1,2}(?:[:.]s{1,2})?(?: ?am/pm)?', () => ({})],
  ['lokal ?tid|local ?time|local|lokalt?|required|påkrævet|påkrevd|dato|date|time|tid|\\*', () => ({})],
];

const phrases: Readonly<Record<Aspect, readonly Phrase[]>> = {
  amount: amountPhrases,
  date: datePhrases,
  number: [['years?|år|i år|required|\\*', () => ({})], currencyPhrase],
  text: [],
};

const compiled = new Map<string, RegExp>();

function phraseIn(
  text: string,
  aspect: Aspect,
  where: 'start' | 'end',
): { readonly length: number; readonly says: HeaderSays } | null {
  for (const [pattern, toSays] of phrases[aspect]) {
    const found = regexOf(pattern, where).exec(text)?.[1];
    const says = found === undefined ? null : toSays(found);
    if (found !== undefined && says) return { length: found.length, says };
  }
  return null;
}

function regexOf(pattern: string, where: 'start' | 'end'): RegExp {
  const key = where + pattern;
  const known = compiled.get(key);
  if (known) return known;
  const source = where === 'start' ? `^(${pattern})(?![\\p{L}\\p{N}])` : `(?<=[\\s,;:\u2013\u2014-])(${pattern})$`;
  const made = new RegExp(source, 'iu');
  compiled.set(key, made);
  return made;
}

function withoutEdges(text: string): string {
  return text.replace(/^[\s,;:/&+\u2013\u2014-]+(?!\d)|[\s,;:/&\u2013\u2014-]+$/g, '').trim();
}

/** Small letters may be a word ("all", "sum"). */
function toCurrencyPhrase(found: string): HeaderSays | null {
  const token = found.replace(/^(?:i|in)\s+/i, '');
  if (/^[a-z]{3}$/.test(token) && !/^(?:dkk|nok|sek|isk|eur|usd|gbp|chf)$/.test(token)) return null;
  const reading = toCurrency(token, null);
  return 'currency' in reading || reading.code === 'currency-unclear' ? { currency: token } : null;
}

function currencyAtEnd(found: string): string {
  return /(?:\p{L}{3}|\p{Sc})$/u.exec(found)?.[0].toUpperCase() ?? '';
}

function toOffset(found: string): HeaderSays {
  const [, sign = '+', hours = '0', minutes = '00'] = /([+\u2212-]) ?(\d{1,2}):?(\d{2})?$/.exec(found) ?? [];
  return { zone: `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}` };
}

/** dd-mm-åååå, MM/DD/YYYY; with the year in front the day comes last whatever is meant. */
function toOrder(found: string): HeaderSays | null {
  const [first = '', second = ''] = found.toLowerCase().split(/[-/. ]/);
  if (first.startsWith('d') && second.startsWith('m')) return { dateOrder: 'day-first' };
  if (first.startsWith('m') && second.startsWith('d')) return { dateOrder: 'month-first' };
  return /^[yåa]/.test(first) && second.startsWith('m') ? {} : null;
}
