import type { LadderRules, RungChange } from '../loyalty/ladder.ts';
import {
  type OrderSums,
  type Standing,
  type TallySheet,
  tallyStanding,
  toStanding,
  withNewOrders,
} from '../loyalty/standing.ts';
import type { HeldCustomer, WorkspaceStore } from '../store/store.ts';
import { awaitedLater } from './awaited-later.ts';

/** What a transaction brought in for a customer: orders that were not there before, or something to be read anew. */
export type Concern = OrderSums | 'read-anew';

const sliceSize = 500;

/**
 * Brings standings, ladder and kept counts up to date for the customers whose facts a transaction changed. It belongs
 * at the end of that transaction. Customers are held in the order of their ids, so that two writers never wait for each
 * other crosswise.
 */
export async function settleStandings(
  tx: WorkspaceStore,
  rules: LadderRules,
  concerns: ReadonlyMap<number, Concern>,
  sheet: TallySheet,
): Promise<void> {
  if (concerns.size >= sliceSize) await tx.countAnew();
  const recommenders = await tx.customers.recommendersOf([...concerns.keys()]);
  const ids = [...new Set([...concerns.keys(), ...recommenders])].sort((a, b) => a - b);
  const rewarded = new Set<number>();

  const slices = Array.from({ length: Math.ceil(ids.length / sliceSize) }, (_, i) =>
    ids.slice(i * sliceSize, (i + 1) * sliceSize),
  );
  let saving: Promise<void> = Promise.resolve();
  let holding = tx.standings.hold(slices[0] ?? []);
  for (const i of slices.keys()) {
    const held = await holding;
    // While the database writes a slice, the next one is worked out.
    holding = awaitedLater(tx.standings.hold(slices[i + 1] ?? []));
    const settled = await nextStandings(tx, rules, held, concerns);
    for (const { customer, next } of settled) {
      if (customer.recommendedById !== null && customer.standing.orderDays[0] !== next.orderDays[0]) {
        rewarded.add(customer.recommendedById);
      }
    }
    await saving;
    saving = awaitedLater(save(tx, settled, sheet));
  }
  await saving;

  if (rewarded.size > 0) {
    const held = await tx.standings.hold([...rewarded]);
    const anew = new Map(held.map(({ id }) => [id, 'read-anew' as const]));
    await save(tx, await nextStandings(tx, rules, held, anew), sheet);
  }
  await tx.tallies.add(sheet.changes());
}

interface Settled {
  readonly customer: HeldCustomer;
  readonly next: Standing;
}

async function nextStandings(
  tx: WorkspaceStore,
  rules: LadderRules,
  held: readonly HeldCustomer[],
  concerns: ReadonlyMap<number, Concern>,
): Promise<Settled[]> {
  const pinned = held.filter(({ hasPins }) => hasPins).map(({ id }) => id);
  const pins = pinned.length > 0 ? await tx.standings.readPins(pinned) : new Map<number, never[]>();
  const unread = held.filter(({ id }) => concerns.get(id) === 'read-anew').map(({ id }) => id);
  const read = new Map(
    unread.length > 0
      ? (await tx.standings.readFacts(unread, rules.reviewStars)).map((facts) => [facts.customerId, facts])
      : [],
  );
  const settled: Settled[] = [];
  for (const customer of held) {
    const concern = concerns.get(customer.id);
    if (concern === undefined) continue;
    const facts = concern === 'read-anew' ? read.get(customer.id) : withNewOrders(customer.standing, concern);
    if (facts) settled.push({ customer, next: toStanding(facts, pins.get(customer.id) ?? [], rules) });
  }
  return settled;
}

async function save(tx: WorkspaceStore, settled: readonly Settled[], sheet: TallySheet): Promise<void> {
  const gone: (RungChange & { customerId: number })[] = [];
  const come: (RungChange & { customerId: number })[] = [];
  for (const { customer, next } of settled) {
    tallyStanding(customer.standing, -1, sheet.add);
    tallyStanding(next, 1, sheet.add);
    for (const change of without(customer.standing.changes, next.changes, isSameDay))
      gone.push({ ...change, customerId: customer.id });
    for (const change of without(next.changes, customer.standing.changes, isSameChange))
      come.push({ ...change, customerId: customer.id });
  }
  await Promise.all([tx.standings.save(settled.map(({ next }) => next)), tx.standings.saveRungChanges(gone, come)]);
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
