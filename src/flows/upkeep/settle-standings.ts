import { countOrderLines, countStanding } from '../../loyalty/counts/contribution.ts';
import type { CountSheet } from '../../loyalty/counts/count-sheet.ts';
import type { Factors } from '../../loyalty/facts/worth.ts';
import type { RungChange } from '../../loyalty/ladder/rung-rules.ts';
import {
  type OrderLines,
  type Segments,
  type Standing,
  toStanding,
  withNewOrders,
} from '../../loyalty/ladder/standing.ts';
import type { SegmentsBy } from '../../loyalty/segment-rule.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { HeldCustomer, HeldRules, WorkspaceStore } from '../../store/store.ts';
import { awaitedLater } from '../awaited-later.ts';
import { readSegmentsBy } from '../segments/read-segments-by.ts';

/** What a transaction brought in for a customer: facts that are to be read anew, or orders. */
export type Concern = 'read-anew' | OrderConcern;

export interface OrderConcern {
  /** The orders that came, and with the opposite signs those that went. */
  readonly lines: OrderLines;
  /** The first day of the new ones that are no line, as they were cancelled: the customer is known from then on. Left out: none. */
  knownFrom?: Day;
  /** Not all of them are simply new: the standing is read anew rather than added to. */
  readAnew: boolean;
}

const sliceSize = 500;

/**
 * Brings standings, ladder and kept counts up to date for the customers whose facts a transaction changed. It belongs
 * at the end of that transaction. Customers are held in the order of their ids, so that two writers never wait for each
 * other crosswise.
 */
export async function settleStandings(
  tx: WorkspaceStore,
  rules: HeldRules,
  concerns: ReadonlyMap<number, Concern>,
  sheet: CountSheet,
): Promise<void> {
  if (concerns.size >= sliceSize) await tx.countAnew();
  const recommenders = await tx.customers.recommendersOf([...concerns.keys()]);
  const ids = [...new Set([...concerns.keys(), ...recommenders])].sort((a, b) => a - b);
  const by = await readSegmentsBy(tx, rules);
  const rewarded = new Set<number>();
  const holdFrom = (from: number) => tx.standings.hold(ids.slice(from, from + sliceSize));

  let saving: Promise<unknown> = Promise.resolve();
  let holding = holdFrom(0);
  for (let from = 0; from < ids.length; from += sliceSize) {
    const held = await holding;
    // While the database writes a slice, the next one is worked out.
    holding = awaitedLater(holdFrom(from + sliceSize));
    const settled = await nextStandings(tx, { rules, by }, held, concerns);
    for (const { customer, next } of settled) {
      if (customer.recommendedById !== null && customer.standing.orderDays[0] !== next.orderDays[0]) {
        rewarded.add(customer.recommendedById);
      }
    }
    await saving;
    // It is counted while the database writes it.
    saving = awaitedLater(save(tx, settled, by.factors));
    await countSettled(tx, rules, settled, sheet);
  }
  await saving;

  if (rewarded.size > 0) {
    const held = await tx.standings.hold([...rewarded]);
    const settled = await nextStandings(tx, { rules, by }, held, new Map(held.map(({ id }) => [id, 'read-anew'])));
    await countSettled(tx, rules, settled, sheet);
    await save(tx, settled, by.factors);
  }
  await tx.keptCounts.add(sheet, rules);
}

/** A customer as it stood, and as it stands now. */
export interface Settled {
  readonly customer: HeldCustomer;
  readonly next: Standing;
  readonly lines: OrderLines;
  /** Other parts of the standing may differ than those that follow from orders. */
  readonly isMoreThanOrders: boolean;
}

async function nextStandings(
  tx: WorkspaceStore,
  { rules, by }: { readonly rules: HeldRules; readonly by: SegmentsBy },
  held: readonly HeldCustomer[],
  concerns: ReadonlyMap<number, Concern>,
): Promise<Settled[]> {
  const pinned = held.filter(({ hasPins }) => hasPins).map(({ id }) => id);
  const pins = pinned.length > 0 ? await tx.standings.readPins(pinned) : new Map<number, never[]>();
  const unread = held.filter(({ id }) => isReadAnew(concerns.get(id))).map(({ id }) => id);
  const read = new Map(
    unread.length > 0
      ? (await tx.standings.readFacts(unread, rules.reviewStars)).map((facts) => [facts.customerId, facts])
      : [],
  );
  const settled: Settled[] = [];
  for (const customer of held) {
    const concern = concerns.get(customer.id);
    if (concern === undefined) continue;
    const readAnew = isReadAnew(concern);
    const { lines, knownFrom } = concern === 'read-anew' ? { lines: {} } : concern;
    const facts = readAnew ? read.get(customer.id) : withNewOrders(customer.standing, lines, knownFrom);
    if (!facts) continue;
    const next = toStanding(facts, pins.get(customer.id) ?? [], rules, by);
    settled.push({ customer, next, lines, isMoreThanOrders: readAnew || !isSameSegments(customer.standing, next) });
  }
  return settled;
}

function isReadAnew(concern: Concern | undefined): boolean {
  return concern === 'read-anew' || (concern?.readAnew ?? false);
}

type Counted = Pick<Settled, 'customer' | 'next' | 'lines'>;

/** Takes away what customers contributed to the kept counts, and adds what they do now. */
export async function countSettled(
  tx: WorkspaceStore,
  { activeWindowDays }: HeldRules,
  settled: readonly Counted[],
  sheet: CountSheet,
): Promise<void> {
  // Refunds alone are amounts, too, though no order counts.
  const hasAmounts = ({ revenue }: Standing) => Object.keys(revenue).length > 0;
  const moved = settled.filter(({ customer, next }) => hasAmounts(next) && isCountedOtherwise(customer.standing, next));
  const allLines = await tx.orders.linesOf(moved.map(({ customer }) => customer.id));
  for (const { customer, next, lines } of settled) {
    countStanding(customer.standing, activeWindowDays, -1, sheet);
    countStanding(next, activeWindowDays, 1, sheet);
    if (!isCountedOtherwise(customer.standing, next)) {
      countOrderLines(lines, next, 1, sheet);
      continue;
    }
    // What was there before: all that is there now without what has come.
    const all = allLines.get(customer.id) ?? {};
    countOrderLines(lines, customer.standing, 1, sheet);
    countOrderLines(all, customer.standing, -1, sheet);
    countOrderLines(all, next, 1, sheet);
  }
}

/** Whether what was counted of a customer's orders before counts elsewhere now, or some of them are repeat orders now that were none. */
function isCountedOtherwise(before: Standing, next: Standing): boolean {
  const [first] = before.orderDays;
  return !isSameGroup(before, next) || (first !== undefined && first !== next.orderDays[0]);
}

function isSameGroup(a: Segments, b: Segments): boolean {
  return (
    a.country === b.country && a.source === b.source && a.relationshipYears === b.relationshipYears && hasSameTags(a, b)
  );
}

/** Whether a customer stays in the same segments, for as long. */
export function isSameSegments(a: Standing, b: Standing): boolean {
  return (
    a.segmentsUntil === b.segmentsUntil &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, i) => b.tags[i] === tag)
  );
}

function hasSameTags(a: Segments, b: Segments): boolean {
  return a.tags.length === b.tags.length && a.tags.every((tag) => b.tags.includes(tag));
}

/** Writes the standings, and what of the changes of rung is not as it was. */
export async function save(tx: WorkspaceStore, settled: readonly Settled[], factors: Factors): Promise<void> {
  const gone: (RungChange & { customerId: number })[] = [];
  const come: (RungChange & { customerId: number })[] = [];
  for (const { customer, next } of settled) {
    for (const change of without(customer.standing.changes, next.changes, isSameDay))
      gone.push({ ...change, customerId: customer.id });
    for (const change of without(next.changes, customer.standing.changes, isSameChange))
      come.push({ ...change, customerId: customer.id });
  }
  await Promise.all([
    tx.standings.saveOrders(
      settled.filter((one) => !one.isMoreThanOrders).map(({ next }) => next),
      factors,
    ),
    tx.standings.save(
      settled.filter((one) => one.isMoreThanOrders).map(({ next }) => next),
      factors,
    ),
    tx.standings.saveRungChanges(gone, come),
  ]);
}

function without(
  changes: readonly RungChange[],
  others: readonly RungChange[],
  same: (a: RungChange, b: RungChange) => boolean,
): RungChange[] {
  return changes.filter((change) => !others.some((other) => same(change, other)));
}

function isSameDay(a: RungChange, b: RungChange): boolean {
  return a.day === b.day;
}

function isSameChange(a: RungChange, b: RungChange): boolean {
  return a.day === b.day && a.rung === b.rung && a.from === b.from && a.reason === b.reason;
}
