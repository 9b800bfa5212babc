import type { Locale } from '../../../text/define-text.ts';
import { formatPercent } from '../../../text/number.ts';
import { counted } from '../../../text/plural.ts';
import { bar } from '../../kit/bar.ts';

/** One group of a base: "▰▰▰▰▰▱▱▱▱▱ 50 promoters · 50%". */
export function partLine(locale: Locale, count: number, base: number, one: string, many = one): string {
  return `${bar(count / base)} ${counted(locale, count, one, many)} · ${formatPercent(locale, count / base)}`;
}
