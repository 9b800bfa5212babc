import type { Locale } from './define-text.ts';
import { formatNumber } from './number.ts';

/** "1 answer", "1,200 answers". English, Danish and Norwegian all have these two forms, the first for 1 alone. */
export function counted(locale: Locale, count: number, one: string, many: string): string {
  return `${formatNumber(locale, count)} ${count === 1 ? one : many}`;
}
