import type { CustomerQuery, NumberRange } from './customer-query.ts';
import { type Factors, worthOf } from './facts/worth.ts';
import { type RungChange, type RungFacts, rungAsOf } from './ladder/rung-rules.ts';
import type { Day } from './time/period.ts';

/** A segment that keeps itself: all of whom its rule holds are in it, and nobody else. */
export interface SegmentRule {
  readonly id: number;
  readonly name: string;
  /** What has to hold of a customer; its `segment` is one of tags. */
  readonly rule: CustomerQuery;
  /** Of the amounts in it. */
  readonly currency: string;
}

/** The most segments by rule of a workspace: each is looked at whenever a customer's facts change. */
export const mostSegmentRules = 20;

/** From what it follows who is in which segment by rule. */
export interface SegmentsBy {
  /** With amounts in the reporting currency; null: they cannot be told in it, and the rule holds of nobody. */
  readonly rules: readonly { readonly name: string; readonly rule: CustomerQuery | null }[];
  /** The day as of which they hold. */
  readonly day: Day;
  readonly factors: Factors;
  readonly activeWindowDays: number;
}

/** Of a workspace that has none. */
export const noSegmentRules: SegmentsBy = { rules: [], day: 0, factors: {}, activeWindowDays: 0 };

export function segmentsBy(
  rules: readonly SegmentRule[],
  { day, factors, activeWindowDays }: Omit<SegmentsBy, 'rules'>,
): SegmentsBy {
  const told = rules.map((one) => ({ name: one.name, rule: inReporting(one, factors) }));
  return { rules: told, day, factors, activeWindowDays };
}

/** What rules look at of a standing. */
export interface RuledCustomer extends Pick<RungFacts, 'knownDay' | 'orderDays' | 'npsDays' | 'npsScores'> {
  readonly country: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly orderCount: number;
  readonly revenue: Readonly<Record<string, number>>;
  readonly changes: readonly RungChange[];
}

/** The segments that a customer is in, and until when time alone leaves that so. */
export interface KeptSegments {
  readonly tags: readonly string[];
  /** The first later day on which it changes without any new fact; null: none. */
  readonly segmentsUntil: Day | null;
}

/**
 * The segments that a customer is in: first the tags, then those whose rules hold, in the order in which these were made. A name
 * that a rule has is nobody's tag.
 */
export function keptSegments(standing: RuledCustomer, by: SegmentsBy): KeptSegments {
  const { rules, day } = by;
  if (rules.length === 0) return { tags: standing.tags, segmentsUntil: null };
  const names = new Set(rules.map(({ name }) => name));
  const own = standing.tags.filter((tag) => !names.has(tag));
  const of = { ...standing, tags: own, worthMinor: worthOf(standing.revenue, by.factors) };
  const inNow = rules.filter(({ rule }) => holds(rule, of, day, by));
  const isOther = (later: Day) => rules.some((one) => holds(one.rule, of, later, by) !== inNow.includes(one));
  return {
    tags: inNow.length === 0 ? own : [...own, ...inNow.map(({ name }) => name)],
    segmentsUntil: daysThatMatter(of, by).find(isOther) ?? null,
  };
}

/** What a rule comes to where amounts are told in the reporting currency; null: there is no rate. */
export function inReporting(
  { rule, currency }: Pick<SegmentRule, 'rule' | 'currency'>,
  factors: Factors,
): CustomerQuery | null {
  if (rule.value === null) return rule;
  const factor = factors[currency];
  if (factor === undefined) return null;
  const { least, most } = rule.value;
  const value = {
    least: least === null ? null : Math.min(Math.ceil(least * factor), Number.MAX_SAFE_INTEGER),
    most: most === null ? null : Math.min(Math.floor(most * factor), Number.MAX_SAFE_INTEGER),
  };
  return { ...rule, value };
}

type Known = RuledCustomer & { readonly worthMinor: number };

/** The same as a list looks at, see `asAsked` in store/standings/customer-lists.sql.ts. */
function holds(rule: CustomerQuery | null, standing: Known, day: Day, { activeWindowDays }: SegmentsBy): boolean {
  // Standings know nothing of campaigns: no such rule is saved, and one would hold of nobody.
  if (rule === null || rule.campaign !== null || standing.knownDay > day) return false;
  const { country, source, tags, orderCount, orderDays, npsDays, npsScores, knownDay, worthMinor } = standing;
  const lastOrder = orderDays[countUntil(orderDays, day) - 1];
  const lastNps = npsScores[countUntil(npsDays, day) - 1];
  return (
    (rule.country === null || (country ?? '') === rule.country) &&
    (rule.segment === null || tags.includes(rule.segment)) &&
    (rule.source === null || (source ?? '') === rule.source) &&
    isWithin(rule.value, worthMinor) &&
    isWithin(rule.orders, orderCount) &&
    isWithin(rule.last, lastOrder === undefined ? undefined : day - lastOrder) &&
    isWithin(rule.nps, lastNps) &&
    isWithin(rule.knownFor, day - knownDay) &&
    (rule.known === null || (knownDay >= rule.known.from && knownDay < rule.known.to)) &&
    (!rule.lapsed || (lastOrder !== undefined && lastOrder <= day - activeWindowDays)) &&
    (rule.rung === null || (rungAsOf(standing.changes, day + 1) ?? 'prospect') === rule.rung)
  );
}

function isWithin(range: NumberRange | null, value: number | undefined): boolean {
  if (range === null || (range.least === null && range.most === null)) return true;
  if (value === undefined) return false;
  return value >= (range.least ?? value) && value <= (range.most ?? value);
}

/** How many of ascending days have come by a day. */
function countUntil(days: readonly Day[], day: Day): number {
  let count = days.length;
  while (count > 0 && (days[count - 1] ?? 0) > day) count -= 1;
  return count;
}

/** The later days on which a rule may begin to hold or no longer do, in order. */
function daysThatMatter(
  { orderDays, npsDays, knownDay, changes }: Known,
  { rules, day, activeWindowDays }: SegmentsBy,
): Day[] {
  const days = [knownDay, ...changes.map((change) => change.day)];
  // Facts may be dated ahead.
  const orders = orderDays.slice(Math.max(countUntil(orderDays, day) - 1, 0));
  days.push(...orders, ...npsDays.slice(countUntil(npsDays, day)));
  for (const { rule } of rules) {
    if (rule === null) continue;
    if (rule.last) days.push(...orders.flatMap((from) => endsOf(from, rule.last)));
    if (rule.lapsed) days.push(...orders.map((from) => from + activeWindowDays));
    days.push(...endsOf(knownDay, rule.knownFor));
  }
  return [...new Set(days)].filter((one) => one > day).sort((a, b) => a - b);
}

/** The days on which something that was on a day is so many days ago for the first time, and is more days ago. */
function endsOf(from: Day, range: NumberRange | null): Day[] {
  const { least, most } = range ?? { least: null, most: null };
  return [...(least === null ? [] : [from + least]), ...(most === null ? [] : [from + most + 1])];
}
