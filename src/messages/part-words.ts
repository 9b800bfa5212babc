import type { Part } from '../loyalty/figures/figure.ts';
import { type Rung, rungs } from '../loyalty/ladder.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { inQuotes } from '../text/quotes.ts';
import { shortened } from '../text/shorten.ts';
import { rungTerms } from '../text/terms.ts';
import { oneLine } from '../text/typed.ts';

const words = defineText({
  en: {
    country: (value: string) => `country ${value}`,
    segment: (value: string) => `segment ${value}`,
    source: (value: string) => `source ${value}`,
  },
  da: {
    country: (value: string) => `land ${value}`,
    segment: (value: string) => `segmentet ${value}`,
    source: (value: string) => `kilde ${value}`,
  },
  nb: {
    country: (value: string) => `landet ${value}`,
    segment: (value: string) => `segmentet ${value}`,
    source: (value: string) => `kilden ${value}`,
  },
});

/** "ambassadors", "country DK", "segment “cafés”". Not escaped: values are people's words. */
export function partWords(locale: Locale, { dimension, value }: Part): string {
  if (dimension === 'rung') return isRung(value) ? rungTerms(locale)[value].many : value;
  const shown = shortened(oneLine(value), 60);
  return words(locale)[dimension](dimension === 'country' ? shown : inQuotes(locale, shown));
}

function isRung(value: string): value is Rung {
  return rungs.some((rung) => rung === value);
}
