import type { Deps } from '../deps.ts';
import type { LadderRules } from '../loyalty/ladder.ts';
import { countsAsOrder, type NewOrder } from '../loyalty/order.ts';
import { type OrderSums, sumOrder, type TallySheet, tallySheet } from '../loyalty/standing.ts';
import type { NewOrders, PlacedOrder } from '../store/orders.ts';
import type { WorkspaceStore } from '../store/store.ts';
import { awaitedLater } from './awaited-later.ts';
import { customerFinder } from './find-customers.ts';
import { type Concern, settleStandings } from './settle-standings.ts';

/** What a batch came to. */
export interface RecordCounts {
  imported: number;
  updated: number;
  unchanged: number;
  customersMade: number;
}

/** Takes orders into one transaction, batch by batch, and settles the customers concerned at its end. */
export interface OrderRecorder {
  /** @returns the positions in `orders` that were not taken because their customer is not known */
  take(orders: readonly NewOrder[]): Promise<number[]>;
  settle(): Promise<RecordCounts>;
}

export function orderRecorder(
  deps: Deps,
  tx: WorkspaceStore,
  rules: LadderRules,
  makeCustomers: boolean,
): OrderRecorder {
  const finder = customerFinder(deps, tx, makeCustomers);
  const counts: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0 };
  const concerns = new Map<number, Concern>();
  const sheet = tallySheet();
  let ready: NewOrders | null = null;
  /** Comes to the orders that were new, which the sums do not hold yet. */
  let writing: Promise<readonly PlacedOrder[]> = Promise.resolve([]);

  function writeReady(): typeof writing {
    const next = ready;
    ready = null;
    return next ? awaitedLater(write(next)) : Promise.resolve([]);
  }
  async function write(next: NewOrders): Promise<readonly PlacedOrder[]> {
    if (await next.insert()) return next.orders;
    await writeOver(tx, next.orders, concerns, sheet, counts);
    return [];
  }
  function sumUp(orders: readonly PlacedOrder[]): void {
    counts.imported += orders.length;
    for (const order of orders) {
      tallyOrder(order, 1, sheet);
      addToConcern(concerns, order);
    }
  }

  return {
    // The database is the slower one: while it writes a batch, the one before is summed up and the next is made ready.
    async take(orders) {
      const written = await writing;
      const finding = finder.find(
        orders.map(({ customer }) => customer),
        () => writing,
      );
      void awaitedLater(finding);
      writing = writeReady();
      sumUp(written);
      const ids = await finding;
      const unknown: number[] = [];
      const placed: PlacedOrder[] = [];
      for (const [i, { customer, ...order }] of orders.entries()) {
        const customerId = ids.get(customer);
        if (customerId === undefined) unknown.push(i);
        else placed.push({ ...order, customerId });
      }
      if (placed.length > 0) ready = tx.orders.newOrders(placed);
      return unknown;
    },
    async settle() {
      sumUp(await writing);
      sumUp(await writeReady());
      for (const id of finder.madeIds()) if (!concerns.has(id)) concerns.set(id, 'read-anew');
      await settleStandings(tx, rules, concerns, sheet);
      return { ...counts, customersMade: finder.madeIds().length };
    },
  };
}

/** Some of the orders are known: each is compared with what is there, and only what differs is written. */
async function writeOver(
  tx: WorkspaceStore,
  orders: readonly PlacedOrder[],
  concerns: Map<number, Concern>,
  sheet: TallySheet,
  counts: RecordCounts,
): Promise<void> {
  const stored = await tx.orders.findByExternalId(orders.map(({ orderId }) => orderId));
  const known = new Map(stored.map((order) => [order.orderId, order]));
  const changed = new Map<string, PlacedOrder>();
  for (const order of orders) {
    const before = known.get(order.orderId);
    if (before && isSame(before, order)) {
      counts.unchanged += 1;
      continue;
    }
    if (before) {
      counts.updated += 1;
      tallyOrder(before, -1, sheet);
      concerns.set(before.customerId, 'read-anew');
    } else {
      counts.imported += 1;
    }
    tallyOrder(order, 1, sheet);
    concerns.set(order.customerId, 'read-anew');
    // A file may hold an id twice: the later row stands.
    known.set(order.orderId, order);
    changed.set(order.orderId, order);
  }
  await tx.orders.upsert([...changed.values()]);
}

function addToConcern(concerns: Map<number, Concern>, order: PlacedOrder): void {
  let sums = concerns.get(order.customerId);
  if (sums === 'read-anew') return;
  if (!sums) {
    sums = { days: [], revenue: {} } satisfies OrderSums;
    concerns.set(order.customerId, sums);
  }
  sumOrder(sums, order);
}

function tallyOrder(order: PlacedOrder, sign: 1 | -1, sheet: TallySheet): void {
  const amount = order.status === 'completed' ? sign * order.amountMinor : 0;
  sheet.add('orders', order.currency, order.day, countsAsOrder(order) ? sign : 0, amount, 0);
}

function isSame(a: PlacedOrder, b: PlacedOrder): boolean {
  return (
    a.customerId === b.customerId &&
    a.day === b.day &&
    a.at === b.at &&
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency &&
    a.status === b.status
  );
}
