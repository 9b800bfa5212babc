import type { Dimension, Part } from '../../loyalty/figures/figure.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';
import { brief } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { inQuotes } from '../../text/quotes.ts';
import { capital, rungTerms } from '../../text/terms.ts';

const words = defineText({
  en: {
    in: {
      segment: (value: string) => `segment ${value}`,
      source: (value: string) => `source ${value}`,
    },
    dimension: { rung: 'Rung', country: 'Country', segment: 'Segment', source: 'Source' },
    unknown: 'Not known',
    anonymous: 'Anonymous',
  },
  da: {
    in: {
      segment: (value: string) => `segmentet ${value}`,
      source: (value: string) => `kilden ${value}`,
    },
    dimension: { rung: 'Trin', country: 'Land', segment: 'Segment', source: 'Kilde' },
    unknown: 'Ukendt',
    anonymous: 'Anonyme',
  },
  nb: {
    in: {
      segment: (value: string) => `segmentet ${value}`,
      source: (value: string) => `kilden ${value}`,
    },
    dimension: { rung: 'Trinn', country: 'Land', segment: 'Segment', source: 'Kilde' },
    unknown: 'Ukjent',
    anonymous: 'Anonyme',
  },
});

/** "Country". */
export function dimensionName(locale: Locale, dimension: Dimension): string {
  return words(locale).dimension[dimension];
}

/** "Repeat customers", "Denmark", "vip"; plain text, as people typed it. */
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
      return brief(value);
  }
}

/** What is told, and of which parts: "NPS, Denmark, vip". Plain text. */
export function namedOf(locale: Locale, name: string, parts: readonly (Part | undefined)[]): string {
  const known = parts.flatMap((part) => (part ? [partName(locale, part.dimension, part.value)] : []));
  return [name, ...known].join(', ');
}

/** "ambassadors", "Denmark", "segment “cafés”". Not escaped: values are people's words. */
export function partWords(locale: Locale, { dimension, value }: Part): string {
  if (dimension === 'rung') {
    const rung = rungs.find((one) => one === value);
    return rung ? rungTerms(locale)[rung].many : value;
  }
  if (dimension === 'country') return countryName(locale, value);
  return words(locale).in[dimension](inQuotes(locale, brief(value)));
}

/** A code that is none is shown as it is. */
function countryName(locale: Locale, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return brief(code);
  }
}
