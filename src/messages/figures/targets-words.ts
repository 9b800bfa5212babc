import type { FurtherTargets, TargetFacts } from '../../facts/report.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';

const words = defineText({
  en: {
    met: (met: string, all: string) => `${met} of ${all} targets are met`,
    one: 'The target is met',
    oneNot: 'The target is not met yet',
  },
  da: {
    met: (met: string, all: string) => `${met} af ${all} mål er nået`,
    one: 'Målet er nået',
    oneNot: 'Målet er ikke nået endnu',
  },
  nb: {
    met: (met: string, all: string) => `${met} av ${all} mål er nådd`,
    one: 'Målet er nådd',
    oneNot: 'Målet er ikke nådd ennå',
  },
});

/**
 * "2 of 3 targets are met", "The target is not met yet".
 *
 * @param further those that were not measured
 */
export function targetsWords(
  locale: Locale,
  targets: readonly TargetFacts[],
  further: FurtherTargets = { count: 0, met: 0 },
): string {
  const met = further.met + targets.filter(({ distance }) => distance !== null && distance <= 0).length;
  const count = further.count + targets.length;
  const text = words(locale);
  if (count === 1) return met === 1 ? text.one : text.oneNot;
  return text.met(formatNumber(locale, met), formatNumber(locale, count));
}
