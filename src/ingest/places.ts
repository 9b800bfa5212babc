/** The country meant by an ISO 3166-1 code or by a name in Danish, Norwegian or English; null when it is none. */
export function toCountry(text: string): string | null {
  countries ??= listCountries();
  return countries.get(fold(text)) ?? null;
}

/**
 * The language meant by an ISO 639 code ("da", "nb-NO", "en_GB") or by a name in Danish, Norwegian or English; null when it is
 * none. Norwegian without more is bokmål.
 */
export function toLanguage(text: string): string | null {
  languages ??= listLanguages();
  const [code = ''] = text.trim().split(/[-_]/);
  return languages.get(fold(text)) ?? (/^[a-z]{2}[-_]/i.test(text.trim()) ? (languages.get(fold(code)) ?? null) : null);
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
  for (const [name, code] of otherCountries) found.set(fold(name), code);
  return found;
}

const otherCountries: readonly (readonly [string, string])[] = [
  ['UK', 'GB'],
  ['England', 'GB'],
  ['Scotland', 'GB'],
  ['Wales', 'GB'],
  ['Great Britain', 'GB'],
  ['Storbritannia', 'GB'],
  ['USA', 'US'],
  ['United States of America', 'US'],
  ['Holland', 'NL'],
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Hong Kong', 'HK'],
  ['Svalbard', 'SJ'],
  ['DNK', 'DK'],
  ['NOR', 'NO'],
  ['SWE', 'SE'],
  ['FIN', 'FI'],
  ['DEU', 'DE'],
  ['GBR', 'GB'],
  ['ISL', 'IS'],
  ['NLD', 'NL'],
];

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
    .normalize('NFD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
