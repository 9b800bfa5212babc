import type { Clock } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { LadderRules } from '../../loyalty/ladder/ladder.ts';
import { addOrderLine } from '../../loyalty/ladder/standing.ts';
import type { NewOrders, PlacedOrder } from '../../store/facts/orders.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { awaitedLater } from '../awaited-later.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { type Concern, type OrderConcern, settleStandings } from '../upkeep/settle-standings.ts';

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
  clock: Clock,
  tx: WorkspaceStore,
  rules: LadderRules,
  makeCustomers: boolean,
): OrderRecorder {
  const finder = customerFinder(clock, tx, makeCustomers);
  const counts: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0 };
  const concerns = new Map<number, Concern>();
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
    await writeOver(tx, next.orders, concerns, counts);
    return [];
  }
  function sumUp(orders: readonly PlacedOrder[]): void {
    counts.imported += orders.length;
    for (const order of orders) addOrderLine(concernOf(concerns, order.customerId).lines, order);
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
      for (const [i, order] of orders.entries()) {
        const customerId = ids.get(order.customer);
        if (customerId === undefined) unknown.push(i);
        else placed.push(placedBy(order, customerId));
      }
      if (placed.length > 0) ready = tx.orders.newOrders(placed);
      return unknown;
    },
    async settle() {
      sumUp(await writing);
      sumUp(await writeReady());
      for (const id of finder.madeIds()) if (!concerns.has(id)) concerns.set(id, 'read-anew');
      await settleStandings(tx, rules, concerns, countSheet());
      return { ...counts, customersMade: finder.madeIds().length };
    },
  };
}

/** Field by field, as what a pattern leaves over is slow to copy, and this is done for every row of a file. */
function placedBy({ orderId, day, at, amountMinor, currency, status }: NewOrder, customerId: number): PlacedOrder {
  return { orderId, customerId, day, at, amountMinor, currency, status };
}

/** Some of the orders are known: each is compared with what is there, and only what differs is written. */
async function writeOver(
  tx: WorkspaceStore,
  orders: readonly PlacedOrder[],
  concerns: Map<number, Concern>,
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
      takeIn(concerns, before, -1);
    } else {
      counts.imported += 1;
    }
    takeIn(concerns, order, 1);
    // A file may hold an id twice: the later row stands.
    known.set(order.orderId, order);
    changed.set(order.orderId, order);
  }
  await tx.orders.upsert([...changed.values()]);
}

/** An order that came or went where others stood before. */
function takeIn(concerns: Map<number, Concern>, order: PlacedOrder, sign: 1 | -1): void {
  const concern = concernOf(concerns, order.customerId);
  concern.readAnew = true;
  addOrderLine(concern.lines, order, sign);
}

function concernOf(concerns: Map<number, Concern>, customerId: number): OrderConcern {
  const known = concerns.get(customerId);
  if (known !== undefined && known !== 'read-anew') return known;
  const concern = { lines: {}, readAnew: known === 'read-anew' };
  concerns.set(customerId, concern);
  return concern;
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
