import { isSameScale, type Scale, type ScaleCount } from '../../loyalty/facts/scale.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';

const words = defineText({
  en: {
    given: (count: string, scale: string) => `${count} given on ${scale}`,
    now: (scale: string, now: string) => `Of all answers in this period, ${now} were given on a scale of ${scale}.`,
    both: (scale: string, now: string, before: string) =>
      `Given on a scale of ${scale}: ${now} of all answers in this period, ${before} of those in the period before.`,
    votes: (least: string) => `There, 9–10 are promoters, 7–8 passives and ${least}–6 detractors.`,
    satisfied: (from: string, to: string) => `There, ${from}–${to} count as satisfied.`,
  },
  da: {
    given: (count: string, scale: string) => `${count} afgivet på ${scale}`,
    now: (scale: string, now: string) => `Af alle svar i perioden er ${now} afgivet på en skala på ${scale}.`,
    both: (scale: string, now: string, before: string) =>
      `Afgivet på en skala på ${scale}: ${now} af alle svar i perioden, ${before} af dem i perioden før.`,
    votes: (least: string) => `Her er 9–10 fortalere, 7–8 passive og ${least}–6 kritikere.`,
    satisfied: (from: string, to: string) => `Her tæller ${from}–${to} som tilfredse.`,
  },
  nb: {
    given: (count: string, scale: string) => `${count} gitt på ${scale}`,
    now: (scale: string, now: string) => `Av alle svar i perioden er ${now} gitt på en skala fra ${scale}.`,
    both: (scale: string, now: string, before: string) =>
      `Gitt på en skala fra ${scale}: ${now} av alle svar i perioden, ${before} av dem i perioden før.`,
    votes: (least: string) => `Der er 9–10 promotører, 7–8 passive og ${least}–6 kritikere.`,
    satisfied: (from: string, to: string) => `Der regnes ${from}–${to} som fornøyde.`,
  },
});

type Scaled = Pick<FigureReport, 'scales'>;

/** "1–10", and "5–1" where 1 is best. */
export function scaleName({ min, max, reversed }: Pick<Scale, 'min' | 'max' | 'reversed'>): string {
  if (reversed) return `${max}–${min}`;
  return `${min}–${max}`;
}

/** " (1–10)", to stand behind a value that answers on another scale are in; else nothing. */
export function scaleMark({ scales }: Scaled): string {
  const names = [...new Set(scales?.now.map(({ scale }) => scaleName(scale)))];
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

/** ", 12 given on 1–10", to stand behind how many answers there are; else nothing. */
export function scaleCounts(locale: Locale, { scales }: Scaled): string {
  const all = scales?.now ?? [];
  return all
    .map(({ scale, answers }) => `, ${words(locale).given(formatNumber(locale, answers), scaleName(scale))}`)
    .join('');
}

/** What answers on another scale count as, and how many there are; null where there are none. */
export function scaleSentences(locale: Locale, { scales }: Scaled): string | null {
  if (!scales) return null;
  const { now, before } = scales;
  const all = [...now, ...before.filter(({ scale }) => !now.some((one) => isSameReading(one.scale, scale)))];
  return sentences(
    ...all.map(({ scale }) => {
      const count = (counts: readonly ScaleCount[]) =>
        formatNumber(locale, counts.find((one) => isSameReading(one.scale, scale))?.answers ?? 0);
      const name = scaleName(scale);
      const text = words(locale);
      const told = before.length > 0 ? text.both(name, count(now), count(before)) : text.now(name, count(now));
      return sentences(told, meaningOf(locale, scale));
    }),
  );
}

/** "There, 9–10 are promoters, 7–8 passives and 1–6 detractors." */
export function meaningOf(locale: Locale, { min, max, satisfiedFrom, reversed }: Scale): string {
  const text = words(locale);
  // Two scores at the better end are satisfied on the scale of CSAT.
  if (reversed) return text.satisfied(String(min), String(min + 1));
  return satisfiedFrom === undefined ? text.votes(String(min)) : text.satisfied(String(satisfiedFrom), String(max));
}

function isSameReading(a: Scale, b: Scale): boolean {
  return isSameScale(a, b) && a.satisfiedFrom === b.satisfiedFrom;
}
