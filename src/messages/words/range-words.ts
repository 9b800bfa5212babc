import type { NumberRange } from '../../loyalty/customer-query.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';

/** One end of a range: "4 or more", "at most 6". */
export const boundWords = defineText({
  en: { least: (number: string) => `${number} or more`, most: (number: string) => `at most ${number}` },
  da: { least: (number: string) => `mindst ${number}`, most: (number: string) => `højst ${number}` },
  nb: { least: (number: string) => `minst ${number}`, most: (number: string) => `høyst ${number}` },
});

/** "4 or more", "at most 6", "7–8", "9" */
export function rangeWords(locale: Locale, { least, most }: NumberRange): string {
  const text = boundWords(locale);
  const number = (value: number) => formatNumber(locale, value);
  if (least === null) return text.most(number(most ?? 0));
  if (most === null) return text.least(number(least));
  return least === most ? number(least) : `${number(least)}–${number(most)}`;
}
