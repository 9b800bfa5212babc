import type { TargetFacts } from '../../facts/report.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import { leastDigits, roundAway, unitWords } from '../../text/unit.ts';
import { partWords } from '../words/part-words.ts';
import { spanName } from '../words/span-words.ts';
import { unitOf } from './figure-unit.ts';
import { baseWords, indicativeWords, isShown } from './figure-words.ts';
import { scaleMark } from './scale-words.ts';
import { distanceWords } from './score-words.ts';
import { figureTerm } from './told/index.ts';

const words = defineText({
  en: {
    of: {
      'at-least': (target: string) => `(target: ${target})`,
      'at-most': (target: string) => `(target: at most ${target})`,
    },
    atMost: (target: string) => `at most ${target}`,
    notEnough: (base: string) => `not enough data (${base})`,
    toGo: { 'at-least': (far: string) => `${far} to go`, 'at-most': (far: string) => `${far} too high` },
    met: 'target met',
    metBy: {
      'at-least': (far: string) => `target met, ${far} above`,
      'at-most': (far: string) => `target met, ${far} below`,
    },
    daysLeft: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
    lastDay: 'today is the last day',
    ended: (day: string) => `ended on ${day}`,
    by: (day: string) => `by ${day}`,
  },
  da: {
    of: { 'at-least': (target: string) => `(mål: ${target})`, 'at-most': (target: string) => `(mål: højst ${target})` },
    atMost: (target: string) => `højst ${target}`,
    notEnough: (base: string) => `ikke nok data (${base})`,
    toGo: { 'at-least': (far: string) => `mangler ${far}`, 'at-most': (far: string) => `${far} for højt` },
    met: 'målet er nået',
    metBy: {
      'at-least': (far: string) => `målet er nået, ${far} over`,
      'at-most': (far: string) => `målet er nået, ${far} under`,
    },
    daysLeft: (days: number) => (days === 1 ? '1 dag tilbage' : `${days} dage tilbage`),
    lastDay: 'i dag er sidste dag',
    ended: (day: string) => `sluttede den ${day}`,
    by: (day: string) => `senest ${day}`,
  },
  nb: {
    of: { 'at-least': (target: string) => `(mål: ${target})`, 'at-most': (target: string) => `(mål: høyst ${target})` },
    atMost: (target: string) => `høyst ${target}`,
    notEnough: (base: string) => `ikke nok data (${base})`,
    toGo: { 'at-least': (far: string) => `mangler ${far}`, 'at-most': (far: string) => `${far} for høyt` },
    met: 'målet er nådd',
    metBy: {
      'at-least': (far: string) => `målet er nådd, ${far} over`,
      'at-most': (far: string) => `målet er nådd, ${far} under`,
    },
    daysLeft: (days: number) => (days === 1 ? '1 dag igjen' : `${days} dager igjen`),
    lastDay: 'i dag er siste dag',
    ended: (day: string) => `sluttet ${day}`,
    by: (day: string) => `innen ${day}`,
  },
});

/** "NPS +38 (target: +45): 7 points to go, 31 days left". Not escaped: a part's name is people's words. */
export function targetLine(locale: Locale, facts: TargetFacts): string {
  return `${targetName(locale, facts)} ${progressWords(locale, facts)}`;
}

/** "NPS", "Repeat purchase rate for ambassadors", for the start of a line. Not escaped. */
export function targetName(locale: Locale, facts: Pick<TargetFacts, 'figure' | 'part'>): string {
  return capital(targetTerm(locale, facts));
}

/** The same for the middle of a sentence. */
export function targetTerm(locale: Locale, { figure, part }: Pick<TargetFacts, 'figure' | 'part'>): string {
  const name = figureTerm(locale, figure);
  // The word is the same in all three languages.
  return part ? `${name} for ${partWords(locale, part)}` : name;
}

/**
 * The line without the figure's name: "+38 (target: +45): 7 points to go, 31 days left".
 *
 * @param withSpan says over what it is measured, where other windows are told beside it: "+38 (target: +45 over 90 days): …"
 */
export function progressWords(locale: Locale, facts: TargetFacts, withSpan = false): string {
  const text = words(locale);
  const { comparison, report, distance, span } = facts;
  const over = (target: string) => (withSpan ? `${target} over ${spanName(locale, span)}` : target);
  const left = timeWords(locale, facts);
  if (report.value === null || distance === null || !isShown(report)) {
    const target = text.of[comparison](over(amountWords(locale, facts, facts.value)));
    return `${target}: ${text.notEnough(baseWords(locale, report))}, ${left}`;
  }
  const { now, target, far } = apart(locale, facts, report.value, distance);
  const note = indicativeWords(locale, report);
  const value = `${now}${scaleMark(report)}`;
  const shown = `${note ? `${value} (${note})` : value} ${text.of[comparison](over(target))}`;
  const isExact = distance === 0;
  const how = isExact ? text.met : distance < 0 ? text.metBy[comparison](far) : text.toGo[comparison](far);
  return `${shown}: ${how}, ${left}`;
}

/** "NPS +38 (target: +45)". Not escaped. */
export function targetStanding(locale: Locale, facts: TargetFacts): string {
  const { comparison, report, distance } = facts;
  const name = targetTerm(locale, facts);
  if (report.value === null || distance === null) return name;
  const { now, target } = apart(locale, facts, report.value, distance);
  return `${name} ${now}${scaleMark(report)} ${words(locale).of[comparison](target)}`;
}

/** What is to be reached, and by when: "+45 by 30 June 2026", "at most 5% by 31 December 2026". */
export function goalWords(
  locale: Locale,
  facts: Pick<TargetFacts, 'figure' | 'comparison' | 'value' | 'untilDay' | 'currency'>,
) {
  return `${bareWords(locale, facts)} ${words(locale).by(formatDay(locale, facts.untilDay))}`;
}

/** "31 days left". */
function timeWords(locale: Locale, { daysLeft, untilDay }: TargetFacts): string {
  const text = words(locale);
  if (daysLeft < 0) return text.ended(formatDay(locale, untilDay));
  return daysLeft === 0 ? text.lastDay : text.daysLeft(daysLeft);
}

/** "+45", "at most 5%". */
function bareWords(locale: Locale, facts: Pick<TargetFacts, 'figure' | 'comparison' | 'value' | 'currency'>): string {
  const amount = amountWords(locale, facts, facts.value);
  return facts.comparison === 'at-least' ? amount : words(locale).atMost(amount);
}

/** A figure's value as a target names it, with up to two decimals more than the figure is shown with. */
function amountWords(
  locale: Locale,
  { figure, currency }: Pick<TargetFacts, 'figure' | 'currency'>,
  value: number,
): string {
  const unit = unitOf(figure, currency);
  return unitWords(locale, unit, value, leastDigits[unit.kind] + 2);
}

const percent = 100;

/**
 * Value, target and distance with as few decimals as let the distance be the difference that people work out: 44.7 of 45
 * is not "+45 (target: +45): 0 points to go".
 */
function apart(
  locale: Locale,
  { figure, currency, value: target }: TargetFacts,
  value: number,
  distance: number,
): { now: string; target: string; far: string } {
  const unit = unitOf(figure, currency);
  const scale = unit.kind === 'share' ? percent : unit.kind === 'money' ? 1 / 10 ** unit.digits : 1;
  let digits = leastDigits[unit.kind];
  for (const most = digits + 3; digits < most; digits += 1) {
    const steps = (of: number) => roundAway(of * scale * 10 ** digits);
    const isTold = distance === 0 || steps(Math.abs(distance)) > 0;
    // A target is told as it was set: 20.5 is not "+21".
    const isExact = Math.abs(target * scale * 10 ** digits - steps(target)) < 1e-6;
    if (isTold && isExact && Math.abs(steps(value) - steps(target)) === steps(Math.abs(distance))) break;
  }
  return {
    now: unitWords(locale, unit, value, digits),
    target: unitWords(locale, unit, target, digits),
    far: distanceWords(locale, unit, Math.abs(distance), digits),
  };
}
