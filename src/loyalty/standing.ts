import { type LadderFacts, type LadderRules, type Pin, type RungChange, rungAsOf, rungChanges } from './ladder.ts';
import { countsAsOrder, type NewOrder } from './order.ts';
import type { Day } from './period.ts';

/** The windows, in days, for which NPS and repeat purchase rate have kept counts. */
export const keptWindows = [30, 90, 365] as const;

/** What is kept of a customer: the facts that the rules look at, and what follows from them. */
export interface Standing extends Omit<LadderFacts, 'pins'> {
  readonly customerId: number;
  readonly orderCount: number;
  /** Minor units per currency, refunds taken off. */
  readonly revenue: Readonly<Record<string, number>>;
  readonly changes: readonly RungChange[];
}

/** The facts of a standing, without what follows from them. */
export type StandingFacts = Omit<Standing, 'changes'>;

/** The standing that follows from facts and pins. */
export function toStanding(facts: StandingFacts, pins: readonly Pin[], rules: LadderRules): Standing {
  return { ...facts, changes: rungChanges({ ...facts, pins }, rules) };
}

/** Orders of one customer, summed up as they come in. */
export interface OrderSums {
  readonly days: Day[];
  readonly revenue: Record<string, number>;
}

/** Adds an order to the sums. */
export function sumOrder(sums: OrderSums, order: Pick<NewOrder, 'day' | 'amountMinor' | 'currency' | 'status'>): void {
  if (order.status !== 'completed') return;
  sums.revenue[order.currency] = (sums.revenue[order.currency] ?? 0) + order.amountMinor;
  if (countsAsOrder(order)) sums.days.push(order.day);
}

/** The facts with orders added that were not there before. */
export function withNewOrders(facts: StandingFacts, { days, revenue }: OrderSums): StandingFacts {
  const total: Record<string, number> = { ...facts.revenue };
  for (const [currency, amount] of Object.entries(revenue)) total[currency] = (total[currency] ?? 0) + amount;
  const orderDays = unionOfDays(facts.orderDays, days);
  return {
    ...facts,
    orderDays,
    revenue: total,
    orderCount: facts.orderCount + days.length,
    knownDay: Math.min(facts.knownDay, orderDays[0] ?? facts.knownDay),
  };
}

function unionOfDays(known: readonly Day[], added: readonly Day[]): readonly Day[] {
  if (added.length === 0) return known;
  return [...known, ...added].sort((a, b) => a - b).filter((day, i, all) => day !== all[i - 1]);
}

/** Adds to the kept counts: of `figure` and `segment`, from `day` on. */
export type AddToTally = (
  figure: string,
  segment: string,
  day: Day,
  first: number,
  second: number,
  third: number,
) => void;

/**
 * What one customer contributes to the kept counts.
 *
 * A vote of day d whose customer votes again on day n counts in a window of w days that ends before t exactly when
 * d < t ≤ min(n, d + w): it is added on day d and taken away on day min(n, d + w). The count as of t is then the sum of
 * all days before t, for any t, and a late fact changes three rows instead of every window that it lies in.
 *
 * @param sign 1 to add the contribution, -1 to take it away
 */
export function tallyStanding(standing: Standing, sign: 1 | -1, add: AddToTally): void {
  const { orderDays, npsDays, npsScores, changes } = standing;
  for (const { day, from, rung } of changes) add('ladder', `${from ?? ''}>${rung}`, day, sign, 0, 0);
  for (const [i, day] of orderDays.entries()) {
    const repeat = i > 0 ? sign : 0;
    const next = orderDays[i + 1] ?? Number.POSITIVE_INFINITY;
    for (const window of keptWindows) {
      const figure = repeatFigures[window];
      add(figure, '', day, sign, repeat, 0);
      add(figure, '', Math.min(next, day + window), -sign, -repeat, 0);
    }
  }
  for (const [i, day] of npsDays.entries()) {
    const rung = rungAsOf(changes, day) ?? 'prospect';
    tallyNpsVote(day, npsDays[i + 1] ?? null, npsScores[i] ?? 0, rung, sign, add);
  }
}

/** One NPS vote: an anonymous answer, or a customer's until `nextDay`. The segment is a rung, or `anonymous`. */
export function tallyNpsVote(
  day: Day,
  nextDay: Day | null,
  score: number,
  segment: string,
  sign: 1 | -1,
  add: AddToTally,
): void {
  const promoter = score >= 9 ? sign : 0;
  const detractor = score <= 6 ? sign : 0;
  const passive = promoter || detractor ? 0 : sign;
  for (const window of keptWindows) {
    const last = Math.min(nextDay ?? Number.POSITIVE_INFINITY, day + window);
    for (const part of ['', segment]) {
      add(npsFigures[window], part, day, promoter, passive, detractor);
      add(npsFigures[window], part, last, -promoter, -passive, -detractor);
    }
  }
}

const repeatFigures = { 30: 'repeat:30', 90: 'repeat:90', 365: 'repeat:365' } as const;
const npsFigures = { 30: 'nps:30', 90: 'nps:90', 365: 'nps:365' } as const;

/** Changes of kept counts, summed up before they are written. */
export interface TallySheet {
  readonly add: AddToTally;
  /** What is not zero. */
  changes(): TallyChange[];
}

export interface TallyChange {
  readonly figure: string;
  readonly segment: string;
  readonly day: Day;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

export function tallySheet(): TallySheet {
  const figures = new Map<string, Map<string, Map<Day, Counts>>>();
  return {
    add(figure, segment, day, first, second, third) {
      const segments = entry(figures, figure, () => new Map<string, Map<Day, Counts>>());
      const counts = entry(
        entry(segments, segment, () => new Map<Day, Counts>()),
        day,
        (): Counts => [0, 0, 0],
      );
      counts[0] += first;
      counts[1] += second;
      counts[2] += third;
    },
    changes() {
      const changes: TallyChange[] = [];
      for (const [figure, segments] of figures) {
        for (const [segment, days] of segments) {
          for (const [day, [first, second, third]] of days) {
            if (first || second || third) changes.push({ figure, segment, day, first, second, third });
          }
        }
      }
      return changes;
    },
  };
}

type Counts = [number, number, number];

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
