import type { Locale } from '../../../text/define-text.ts';
import { formatPercent } from '../../../text/number.ts';
import { counted, type Noun } from '../../../text/plural.ts';
import { bar } from '../../kit/bar.ts';

/** One group of a base: "▰▰▰▰▰▱▱▱▱▱ 50 promoters · 50%". */
export function partLine(locale: Locale, count: number, base: number, group: Noun | string): string {
  const noun = typeof group === 'string' ? { one: group, many: group } : group;
  return `${bar(count / base)} ${counted(locale, count, noun)} · ${formatPercent(locale, count / base)}`;
}
