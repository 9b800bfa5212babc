import { countsAsOrder, type NewOrder } from '../facts/order.ts';
import { keptSegments, type SegmentsBy } from '../segment-rule.ts';
import type { Day } from '../time/period.ts';
import { type LadderRules, type Pin, type RungChange, type RungFacts, rungChanges } from './rung-rules.ts';

/** What is kept of a customer: the facts that rules and figures look at, and what follows from them. */
export interface Standing extends Omit<RungFacts, 'pins'>, Segments {
  readonly customerId: number;
  readonly orderCount: number;
  /** Minor units per currency, refunds taken off. */
  readonly revenue: Readonly<Record<string, number>>;
  /** Where each of `npsScores` came from; empty: not known. */
  readonly npsSources: readonly string[];
  /** Who of the customer gave each of `npsScores`: a respondent's id, or 0 for the customer itself. Empty: all are the customer's own. */
  readonly npsRespondents: readonly number[];
  /** Every CSAT answer in the order of days: its day, its score 1–5, its source. */
  readonly csatDays: readonly Day[];
  readonly csatScores: readonly number[];
  readonly csatSources: readonly string[];
  /** Every complete CLI answer in the order of days: its day, the sum of its parts (see `cliSum`), its source. */
  readonly cliDays: readonly Day[];
  readonly cliSums: readonly number[];
  readonly cliSources: readonly string[];
  /** The first day on which a customer whom this one recommended was won. */
  readonly wonDay: Day | null;
  readonly changes: readonly RungChange[];
  /** The first later day on which time alone changes the segments by rule; null: none. */
  readonly segmentsUntil: Day | null;
}

/** By what customers are told apart, as the kept counts hold them. */
export interface Segments {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** How the customer was won. */
  readonly source: string | null;
  /** Of a standing those by rule, too. */
  readonly tags: readonly string[];
  /** How long the relationship is expected to last, where somebody entered it. */
  readonly relationshipYears: number | null;
}

/** The facts of a standing, without what follows from them. */
export type StandingFacts = Omit<Standing, 'changes' | 'segmentsUntil'>;

/** The standing that follows from facts and pins. */
export function toStanding(
  facts: StandingFacts,
  pins: readonly Pin[],
  rules: LadderRules,
  segments: SegmentsBy,
): Standing {
  const { knownDay, orderDays, npsDays, npsScores, advocateDay } = facts;
  const changes = rungChanges({ knownDay, orderDays, npsDays, npsScores, advocateDay, pins }, rules);
  if (segments.rules.length === 0) return { ...facts, changes, segmentsUntil: null };
  const known = { ...facts, changes };
  return { ...known, ...keptSegments(known, segments) };
}

/**
 * Orders of one customer, as they come in: per currency three numbers for each, its day, its amount in minor units and
 * whether it counts as an order, 1 or 0. Orders that go away stand here with the opposite signs.
 */
export type OrderLines = Record<string, number[]>;

/** Adds an order to the lines. */
export function addOrderLine(
  lines: OrderLines,
  { day, amountMinor, currency, status }: Pick<NewOrder, 'day' | 'amountMinor' | 'currency' | 'status'>,
  sign: 1 | -1 = 1,
): void {
  if (status !== 'completed') return;
  const line = lines[currency];
  const counted = countsAsOrder({ status, amountMinor }) ? sign : 0;
  if (line) line.push(day, sign * amountMinor, counted);
  else lines[currency] = [day, sign * amountMinor, counted];
}

/**
 * The facts with orders added that were not there before.
 *
 * @param knownFrom the first day of those that are no line; left out: there are none
 */
export function withNewOrders(facts: StandingFacts, lines: OrderLines, knownFrom = facts.knownDay): StandingFacts {
  const revenue: Record<string, number> = { ...facts.revenue };
  const days: Day[] = [];
  let knownDay = Math.min(facts.knownDay, knownFrom);
  for (const [currency, line] of Object.entries(lines)) {
    let total = revenue[currency] ?? 0;
    for (let i = 0; i < line.length; i += 3) {
      total += line[i + 1] ?? 0;
      // Also of who only got money back.
      knownDay = Math.min(knownDay, line[i] ?? knownDay);
      if (line[i + 2]) days.push(line[i] ?? 0);
    }
    revenue[currency] = total;
  }
  const orderDays = unionOfDays(facts.orderDays, days);
  return {
    ...facts,
    orderDays,
    revenue,
    orderCount: facts.orderCount + days.length,
    knownDay,
  };
}

function unionOfDays(known: readonly Day[], added: readonly Day[]): readonly Day[] {
  if (added.length === 0) return known;
  return [...known, ...added].sort((a, b) => a - b).filter((day, i, all) => day !== all[i - 1]);
}
