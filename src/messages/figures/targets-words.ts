import type { TargetFacts } from '../../facts/report.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';

const words = defineText({
  en: {
    met: (met: string, of: number, all: string) =>
      of === 1 ? `${met} of 1 target is met` : `${met} of ${all} targets are met`,
  },
  da: {
    met: (met: string, of: number, all: string) =>
      of === 1 ? `${met} af 1 mål er nået` : `${met} af ${all} mål er nået`,
  },
  nb: {
    met: (met: string, of: number, all: string) =>
      of === 1 ? `${met} av 1 mål er nådd` : `${met} av ${all} mål er nådd`,
  },
});

/** "2 of 3 targets are met". */
export function targetsWords(locale: Locale, targets: readonly TargetFacts[]): string {
  const met = targets.filter(({ distance }) => distance !== null && distance <= 0).length;
  return words(locale).met(formatNumber(locale, met), targets.length, formatNumber(locale, targets.length));
}
