import type { Clock } from '../../context.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import { addOrderLine } from '../../loyalty/ladder/standing.ts';
import type { NewOrders, PlacedOrder } from '../../store/facts/orders.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { awaitedLater } from '../awaited-later.ts';
import { customerFinder } from '../customers/find-customers.ts';
import type { Concern, OrderConcern } from '../upkeep/settle-standings.ts';
import type { NotTaken } from './impossible-row.ts';
import { byKey, newsAmong, nothingRecorded, type Recorder, settleConcerns, type Tally } from './recorder.ts';

/** Takes orders. */
export function orderRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  rules: HeldRules,
  makeCustomers: boolean,
): Recorder<NewOrder> {
  const finder = customerFinder(clock, tx, makeCustomers);
  const counts = { ...nothingRecorded };
  const concerns = new Map<number, Concern>();
  const writer = orderWriter(tx, concerns, counts);

  return {
    // The database is the slower one: while it writes a batch, the one before is summed up and the next is made ready.
    async take(orders) {
      const written = await writer.written();
      const named = orders.map(({ customer }) => customer);
      const finding = awaitedLater(finder.find(named, writer.written));
      writer.writeNext();
      writer.sumUp(written);
      const ids = await finding;
      const notTaken: NotTaken[] = [];
      const placed: PlacedOrder[] = [];
      for (const [position, order] of orders.entries()) {
        const customerId = ids.get(order.customer);
        if (customerId === undefined) notTaken.push({ position, why: 'unknown-customer' });
        else placed.push(placedBy(order, customerId));
      }
      writer.makeReady(placed);
      return notTaken;
    },
    async settle() {
      writer.sumUp(await writer.written());
      writer.writeNext();
      writer.sumUp(await writer.written());
      return { ...counts, customersMade: await settleConcerns(tx, rules, { finder, concerns, sheet: countSheet() }) };
    },
  };
}

/** Writes batches of orders one after the other: one is being written, the next is ready for it. */
function orderWriter(tx: WorkspaceStore, concerns: Map<number, Concern>, tally: Tally) {
  let ready: NewOrders | null = null;
  let writing: Promise<readonly PlacedOrder[]> = Promise.resolve([]);

  async function write(next: NewOrders): Promise<readonly PlacedOrder[]> {
    if (await next.insert()) return next.orders;
    await writeOver(tx, next.orders, concerns, tally);
    return [];
  }
  return {
    /** Comes to the orders that were new, which the sums do not hold yet. */
    written: () => writing,
    makeReady(orders: readonly PlacedOrder[]): void {
      if (orders.length > 0) ready = tx.orders.newOrders(orders);
    },
    writeNext(): void {
      writing = ready ? awaitedLater(write(ready)) : Promise.resolve([]);
      ready = null;
    },
    sumUp(orders: readonly PlacedOrder[]): void {
      tally.imported += orders.length;
      for (const order of orders) {
        const concern = concernOf(concerns, order.customerId);
        addOrderLine(concern.lines, order);
        // It is no line, and the customer is known from its day on.
        if (order.status !== 'completed') concern.readAnew = true;
      }
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
  tally: Tally,
): Promise<void> {
  const keyOf = ({ orderId }: PlacedOrder) => orderId;
  const known = byKey(await tx.orders.findByExternalId(orders.map(keyOf)), keyOf);
  const news = newsAmong(orders, known, tally, (order, before) => {
    if (before) takeIn(concerns, before, -1);
    takeIn(concerns, order, 1);
  });
  await tx.orders.upsert(news);
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
