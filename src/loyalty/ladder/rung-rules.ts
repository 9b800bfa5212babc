import type { Day } from '../time/period.ts';

/** The rungs of the ladder, bottom to top. */
export const rungs = ['prospect', 'customer', 'repeat', 'ambassador', 'partner'] as const;
export type Rung = (typeof rungs)[number];

/** A workspace's own rules. */
export interface LadderRules {
  /** How long after the newest order a customer counts as active, in days. */
  readonly activeWindowDays: number;
  /** Different days with an order that make a repeat customer. */
  readonly repeatOrderDays: number;
  /** The lowest newest NPS answer that an ambassador may have given. */
  readonly ambassadorNps: number;
  /** The fewest stars of a public review that count as recommending in deed. */
  readonly reviewStars: number;
}

export const defaultLadderRules: LadderRules = {
  activeWindowDays: 365,
  repeatOrderDays: 2,
  ambassadorNps: 9,
  reviewStars: 4,
};

/** A person's word on a rung: it holds on `fromDay` and every day before `untilDay`. */
export interface Pin {
  readonly rung: Rung;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
}

/** What the rules look at. All days ascend. */
export interface RungFacts {
  /** The first day on which the customer was known. */
  readonly knownDay: Day;
  /** Distinct days with a completed order. */
  readonly orderDays: readonly Day[];
  /** Days with an NPS answer, and each respondent's newest score of each; of a day the newest comes last. */
  readonly npsDays: readonly Day[];
  readonly npsScores: readonly number[];
  /** The first day with a won recommendation or a good public review. */
  readonly advocateDay: Day | null;
  /** In the order in which they were made: of two that hold, the later one counts. */
  readonly pins: readonly Pin[];
}

/** Why a rung began. */
export const rungReasons = [
  'known',
  'first-order',
  'repeat-order',
  'lapsed',
  'recommends',
  'newest-answer',
  'pinned',
  'pin-ended',
] as const;
export type RungReason = (typeof rungReasons)[number];

/** From `day` on (it is counted on the evening of that day) the customer stands on `rung`. */
export interface RungChange {
  readonly day: Day;
  readonly from: Rung | null;
  readonly rung: Rung;
  readonly reason: RungReason;
}

/**
 * Every change of rung that the facts bring, in order of days, those included that time alone will bring: a repeat
 * customer's lapse stands on its day before that day has come, and an order that comes first takes it away.
 */
export function rungChanges(facts: RungFacts, rules: LadderRules): RungChange[] {
  const changes: RungChange[] = [];
  let current: Placement | null = null;
  for (const day of daysThatMatter(facts, rules)) {
    const next = placementAsOf(facts, day + 1, rules);
    if (!next) continue;
    if (next.rung !== current?.rung) {
      changes.push({ day, from: current?.rung ?? null, rung: next.rung, reason: reasonOf(current, next) });
    }
    current = next;
  }
  return changes;
}

/** The rung as of a day: what was known before that day began. Null: not yet a known customer. */
export function rungAsOf(changes: readonly Pick<RungChange, 'day' | 'rung'>[], asOf: Day): Rung | null {
  let rung: Rung | null = null;
  for (const change of changes) {
    if (change.day >= asOf) break;
    rung = change.rung;
  }
  return rung;
}

/** Which rule placed a customer, and on what. */
export interface Placement {
  readonly rung: Rung;
  readonly pinned: boolean;
  /** Distinct order days before the day asked for. */
  readonly orderDays: number;
  readonly newestOrderDay: Day | null;
  readonly active: boolean;
  readonly advocate: boolean;
  readonly newestNps: number | null;
}

/**
 * The placement as of a day, from the facts before it. Orders count when they are before `asOf`, and the newest keeps a
 * customer active when it lies within the `activeWindowDays` before `asOf`.
 *
 * @returns null when the customer was not known before that day
 */
export function placementAsOf(facts: RungFacts, asOf: Day, rules: LadderRules): Placement | null {
  if (facts.knownDay >= asOf) return null;
  const orderDays = countBefore(facts.orderDays, asOf);
  const newestOrderDay = facts.orderDays[orderDays - 1] ?? null;
  const newestNps = facts.npsScores[countBefore(facts.npsDays, asOf) - 1] ?? null;
  const active = newestOrderDay !== null && newestOrderDay >= asOf - rules.activeWindowDays;
  const advocate = facts.advocateDay !== null && facts.advocateDay < asOf;
  const pin = facts.pins.findLast((pin) => pin.fromDay < asOf && (pin.untilDay === null || pin.untilDay >= asOf));
  const seen = { orderDays, newestOrderDay, active, advocate, newestNps };
  if (pin) return { rung: pin.rung, pinned: true, ...seen };
  return { rung: ruledRung(seen, rules), pinned: false, ...seen };
}

function ruledRung(
  { orderDays, active, advocate, newestNps }: Omit<Placement, 'rung' | 'pinned'>,
  rules: LadderRules,
): Rung {
  if (orderDays === 0) return 'prospect';
  if (orderDays < rules.repeatOrderDays || !active) return 'customer';
  return advocate && (newestNps === null || newestNps >= rules.ambassadorNps) ? 'ambassador' : 'repeat';
}

/** What has to come before a customer stands higher by the rules. */
export type MissingForRung =
  /** An order on each of so many more days. */
  | { readonly kind: 'orders'; readonly days: number }
  /** One more, as the newest is too long ago. */
  | { readonly kind: 'new-order' }
  /** A won recommendation, or a public review of so many stars. */
  | { readonly kind: 'advocacy'; readonly stars: number }
  /** A newest NPS answer of at least so much. */
  | { readonly kind: 'nps'; readonly least: number }
  /** A person's word: no rule makes a partner. */
  | { readonly kind: 'agreement' };

/** The next rung that a customer can reach, and all that is missing for it. */
export interface NextRung {
  readonly rung: Rung;
  readonly missing: readonly MissingForRung[];
}

/** @returns null for a partner, and where a person's word holds, as rules do not count then */
export function nextRung(placement: Placement, rules: LadderRules): NextRung | null {
  if (placement.pinned || placement.rung === 'partner') return null;
  if (placement.rung === 'ambassador') return { rung: 'partner', missing: [{ kind: 'agreement' }] };
  if (placement.rung === 'repeat') return { rung: 'ambassador', missing: missingForAmbassador(placement, rules) };
  const needed = placement.orderDays === 0 ? 1 : Math.max(1, rules.repeatOrderDays - placement.orderDays);
  const isLapsed = placement.orderDays >= rules.repeatOrderDays;
  const then = { ...placement, orderDays: placement.orderDays + needed, active: true };
  return {
    rung: ruledRung(then, rules),
    missing: [isLapsed ? { kind: 'new-order' } : { kind: 'orders', days: needed }],
  };
}

function missingForAmbassador({ advocate, newestNps }: Placement, rules: LadderRules): MissingForRung[] {
  return [
    ...(advocate ? [] : [{ kind: 'advocacy', stars: rules.reviewStars } as const]),
    ...(newestNps === null || newestNps >= rules.ambassadorNps
      ? []
      : [{ kind: 'nps', least: rules.ambassadorNps } as const]),
  ];
}

function daysThatMatter(facts: RungFacts, { activeWindowDays }: LadderRules): Day[] {
  const days = [facts.knownDay, ...facts.orderDays];
  facts.orderDays.forEach((day, i) => {
    const next = facts.orderDays[i + 1];
    if (next === undefined || next > day + activeWindowDays) days.push(day + activeWindowDays);
  });
  // Answers and advocacy tell an ambassador from a repeat customer and matter to nobody else.
  if (facts.advocateDay !== null) days.push(facts.advocateDay, ...facts.npsDays);
  for (const pin of facts.pins) {
    days.push(pin.fromDay);
    if (pin.untilDay !== null) days.push(pin.untilDay);
  }
  return days.sort((a, b) => a - b).filter((day, i) => day !== days[i - 1]);
}

function reasonOf(before: Placement | null, after: Placement): RungReason {
  if (after.pinned) return 'pinned';
  if (before?.pinned) return 'pin-ended';
  switch (after.rung) {
    case 'prospect':
      return 'known';
    case 'customer':
      return before && before.orderDays > 0 ? 'lapsed' : 'first-order';
    case 'repeat':
      return before?.rung === 'ambassador' ? 'newest-answer' : 'repeat-order';
    case 'ambassador':
      if (before?.rung === 'repeat') return before.advocate ? 'newest-answer' : 'recommends';
      return before?.advocate ? 'repeat-order' : 'recommends';
    case 'partner':
      return 'pinned';
  }
}

/** What was known when a day began: of what comes after, only what time alone brings follows from it. */
export function factsBefore(facts: RungFacts, asOf: Day): RungFacts {
  const npsCount = countBefore(facts.npsDays, asOf);
  return {
    knownDay: facts.knownDay,
    orderDays: facts.orderDays.slice(0, countBefore(facts.orderDays, asOf)),
    npsDays: facts.npsDays.slice(0, npsCount),
    npsScores: facts.npsScores.slice(0, npsCount),
    advocateDay: facts.advocateDay !== null && facts.advocateDay < asOf ? facts.advocateDay : null,
    pins: facts.pins.filter((pin) => pin.fromDay < asOf),
  };
}

/** How many of the ascending days lie before `day`. */
function countBefore(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
