import type { TargetSpan } from '../../loyalty/target.ts';
import { defineText, type Locale } from '../../text/define-text.ts';

const words = defineText({
  en: {
    30: '30 days',
    90: '90 days',
    365: '365 days',
    month: 'the month so far',
    quarter: 'the quarter so far',
    year: 'the year so far',
  },
  da: {
    30: '30 dage',
    90: '90 dage',
    365: '365 dage',
    month: 'måneden indtil nu',
    quarter: 'kvartalet indtil nu',
    year: 'året indtil nu',
  },
  nb: {
    30: '30 dager',
    90: '90 dager',
    365: '365 dager',
    month: 'måneden så langt',
    quarter: 'kvartalet så langt',
    year: 'året så langt',
  },
});

/** Over what a target is measured: "90 days", "the quarter so far". */
export function spanName(locale: Locale, span: TargetSpan): string {
  return words(locale)[span];
}
