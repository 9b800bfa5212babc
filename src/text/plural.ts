import type { Locale } from './define-text.ts';
import { formatNumber } from './number.ts';

/** What is counted, as one and as many; lower case. English, Danish and Norwegian all have these two forms, the first for 1 alone. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** "1 answer", "1,200 answers". */
export function counted(locale: Locale, count: number, { one, many }: Noun): string {
  return `${formatNumber(locale, count)} ${count === 1 ? one : many}`;
}
