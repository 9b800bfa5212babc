import { countryCodes, otherCountryNames } from './country-codes.ts';

/**
 * The country meant by an ISO 3166-1 code of two or three letters or by a name in Danish, Norwegian or English, which may
 * have the code or another name beside it ("United Kingdom (UK)", "DK - Danmark"); null when it is none, or two.
 */
export function toCountry(text: string): string | null {
  const whole = countryNamed(text);
  if (whole !== null) return whole;
  const parts = text.split(/[()[\]/|:,;]|\s[-–—]\s/).filter((part) => part.trim() !== '' && !saysNothing.test(part));
  const [first = '', ...others] = parts;
  const code = countryNamed(first);
  return others.every((part) => countryNamed(part) === code) ? code : null;
}

/** What may stand beside a name and leaves it as it is; "North" and "British" make another country of it. */
const saysNothing = /\b(?:republic|state|kingdom) of\s*$|^\s*(?:eu|eea|eøs|europe|europa|non-eu|mainland)\s*$/iu;

/** Of "NA" nobody can tell whether it is Namibia or "not available". */
function countryNamed(text: string): string | null {
  countries ??= listCountries();
  const name = fold(text);
  return name === 'na' ? null : (countries.get(name) ?? countries.get(fold(text.replace(formOfState, ''))) ?? null);
}

const formOfState =
  /^\s*(?:the\s+)?(?:(?!democratic)\p{L}+\s+)?(?:republic|kingdom|state|commonwealth|principality)\s+of\s+(?:the\s+)?|^\s*the\s+/iu;

/**
 * The language meant by an ISO 639 code ("da", "nb-NO", "en_GB") or by a name in Danish, Norwegian or English; null when it is
 * none. Norwegian without more is bokmål.
 */
export function toLanguage(text: string): string | null {
  languages ??= listLanguages();
  const [name = ''] = text.split('(');
  const [code = ''] = text.trim().split(/[-_]/);
  return (
    languages.get(fold(text)) ??
    languages.get(fold(name)) ??
    (/^[a-z]{2}[-_]/i.test(text.trim()) ? (languages.get(fold(code)) ?? null) : null)
  );
}

const spoken = ['en', 'da', 'nb'];
let countries: ReadonlyMap<string, string> | undefined;
let languages: ReadonlyMap<string, string> | undefined;

/** Codes that Intl has names for and that are no countries: unions, "unknown", trial codes. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'ZZ', 'QO', 'XA', 'XB']);

function listCountries(): ReadonlyMap<string, string> {
  const names = namesIn('region');
  const found = new Map<string, string>();
  for (const code of pairs('A')) {
    const known = names(code);
    if (known.length === 0 || noCountries.has(code) || isFormer(code)) continue;
    for (const name of [code, ...known]) found.set(fold(name), code);
  }
  for (const codes of countryCodes) found.set(fold(codes.slice(2)), codes.slice(0, 2));
  for (const [code, names] of Object.entries(otherCountryNames)) {
    const separator = names.includes(';') ? ';' : ',';
    for (const name of names.split(separator)) found.set(fold(name), code);
  }
  return found;
}

/** SU, DD and their like are written otherwise today. */
function isFormer(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
}

function listLanguages(): ReadonlyMap<string, string> {
  const names = namesIn('language');
  const found = new Map<string, string>();
  for (const pair of pairs('a')) {
    const code = pair === 'no' ? 'nb' : pair;
    const known = names(pair);
    for (const name of known) found.set(fold(name), code);
    if (known.length > 0) found.set(pair, code);
  }
  for (const [name, code] of otherLanguages) found.set(fold(name), code);
  return found;
}

const otherLanguages: readonly (readonly [string, string])[] = [
  ['norsk', 'nb'],
  ['bokmål', 'nb'],
  ['norsk bokmål', 'nb'],
  ['nynorsk', 'nn'],
  ['norwegian', 'nb'],
  ['dan', 'da'],
  ['nor', 'nb'],
  ['nob', 'nb'],
  ['eng', 'en'],
  ['swe', 'sv'],
  ['deu', 'de'],
  ['ger', 'de'],
];

/** All names of a code in the languages we speak; none where Intl does not know it. */
function namesIn(type: 'region' | 'language'): (code: string) => string[] {
  const lists = spoken.map((locale) => new Intl.DisplayNames(locale, { type, fallback: 'none' }));
  return (code) => lists.map((list) => list.of(code)).filter((name) => name !== undefined);
}

function pairs(first: 'A' | 'a'): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(first.charCodeAt(0) + i));
  return letters.flatMap((a) => letters.map((b) => a + b));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s(?:&|and|og)\s|\bst\.? (?=\p{L})/gu, (word) => (word.startsWith('st') ? 'saint ' : ' '))
    .normalize('NFD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
