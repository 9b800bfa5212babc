import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import { rungs } from '../loyalty/ladder.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { capital, rungTerms } from '../text/terms.ts';

const words = defineText({
  en: {
    dimension: { rung: 'Rung', country: 'Country', segment: 'Segment', source: 'Source' },
    unknown: 'Not known',
    anonymous: 'Anonymous',
    part: (dimension: string, value: string) => `${dimension}: ${value}`,
  },
  da: {
    dimension: { rung: 'Trin', country: 'Land', segment: 'Segment', source: 'Kilde' },
    unknown: 'Ukendt',
    anonymous: 'Anonyme',
    part: (dimension: string, value: string) => `${dimension}: ${value}`,
  },
  nb: {
    dimension: { rung: 'Trinn', country: 'Land', segment: 'Segment', source: 'Kilde' },
    unknown: 'Ukjent',
    anonymous: 'Anonyme',
    part: (dimension: string, value: string) => `${dimension}: ${value}`,
  },
});

/** "Country". */
export function dimensionName(locale: Locale, dimension: Dimension): string {
  return words(locale).dimension[dimension];
}

/** "Repeat customers", "Denmark", "vip"; plain text. */
export function partName(locale: Locale, dimension: Dimension, value: string): string {
  if (value === '') return words(locale).unknown;
  switch (dimension) {
    case 'rung': {
      const rung = rungs.find((one) => one === value);
      return rung ? capital(rungTerms(locale)[rung].many) : words(locale).anonymous;
    }
    case 'country':
      return countryName(locale, value);
    case 'segment':
    case 'source':
      return value;
  }
}

/** "Country: Denmark". */
export function partWords(locale: Locale, { dimension, value }: Part): string {
  return words(locale).part(dimensionName(locale, dimension), partName(locale, dimension, value));
}

/** A code that is none is shown as it is. */
function countryName(locale: Locale, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
