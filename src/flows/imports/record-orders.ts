import type { Clock } from '../../context.ts';
import type { SameNumber } from '../../facts/import.ts';
import type { RowReason } from '../../facts/refusal.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import { addOrderLine } from '../../loyalty/ladder/standing.ts';
import type { KnownOrder, NewOrders, PlacedOrder } from '../../store/facts/orders.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { awaitedLater } from '../awaited-later.ts';
import { customerFinder } from '../customers/find-customers.ts';
import type { Concern, OrderConcern } from '../upkeep/settle-standings.ts';
import { type NotTaken, whyUnknown } from './impossible-row.ts';
import { isAnother, knownAs } from './known-orders.ts';
import {
  byKey,
  isSame,
  newsAmong,
  nothingRecorded,
  type Recorder,
  renewKeys,
  settleConcerns,
  type Tally,
} from './recorder.ts';

export interface OrderOptions {
  readonly makeCustomers: boolean;
  /** `correct`: an order takes the place of the known one with its number, whosever that is. */
  readonly sameNumber: SameNumber | null;
  /** Told of an order that is not taken, a batch later than it was handed over or at the end. */
  readonly refuse: (order: NewOrder, reason: RowReason) => void;
  /** Told of a known order that the file says otherwise. */
  readonly onChange?: ((before: PlacedOrder, after: PlacedOrder) => void) | undefined;
}

/** Each order as it comes, of whomever. */
export const asTheyCome: OrderOptions = { makeCustomers: true, sameNumber: 'correct', refuse: () => undefined };

/** Takes orders. */
export function orderRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  rules: HeldRules,
  options: OrderOptions,
): Recorder<NewOrder> {
  const finder = customerFinder(clock, tx, options.makeCustomers);
  const counts = { ...nothingRecorded };
  const concerns = new Map<number, Concern>();
  const writer = orderWriter(tx, concerns, counts, options);

  return {
    // The database is the slower one: while it writes a batch, the one before is summed up and the next is made ready.
    async take(orders) {
      const written = await writer.written();
      await renewKeys(tx, 'orders', orders, ({ orderId }) => orderId);
      const finding = awaitedLater(finder.find(orders, writer.written));
      writer.writeNext();
      writer.sumUp(written);
      const ids = await finding;
      const notTaken: NotTaken[] = [];
      const placed: PlacedOrder[] = [];
      const sources: NewOrder[] = [];
      for (const [position, order] of orders.entries()) {
        const customerId = ids.get(order.customer);
        if (customerId === undefined) notTaken.push({ position, ...whyUnknown(finder, order.customer) });
        else {
          placed.push(placedBy(order, customerId));
          sources.push(order);
        }
      }
      await writer.makeReady(placed, sources);
      return notTaken;
    },
    async settle() {
      writer.sumUp(await writer.written());
      writer.writeNext();
      writer.sumUp(await writer.written());
      await finder.unmake(writer.refusedCustomers().filter((id) => !concerns.has(id)));
      return { ...counts, customersMade: await settleConcerns(tx, rules, { finder, concerns, sheet: countSheet() }) };
    },
  };
}

/** Writes batches of orders one after the other: one is being written, the next is ready for it. */
function orderWriter(
  tx: WorkspaceStore,
  concerns: Map<number, Concern>,
  tally: Tally,
  { sameNumber, refuse, onChange }: OrderOptions,
) {
  let ready: { readonly orders: NewOrders; readonly sources: readonly NewOrder[] } | null = null;
  let writing: Promise<readonly PlacedOrder[]> = Promise.resolve([]);
  let haveShops: boolean | null = null;
  const refused = new Set<number>();

  async function write({ orders, sources }: NonNullable<typeof ready>): Promise<readonly PlacedOrder[]> {
    // Which order one is that has a shop, or one among such, its key alone does not say.
    if (!haveShops && (await orders.insert())) return orders.orders;
    const others = await writeOver(tx, orders.orders, sameNumber, { concerns, tally, onChange });
    const known = [...others.values()];
    const customers = await tx.customers.find(known.map(({ customerId }) => customerId));
    for (const [position, { orderId, customerId, day }] of others) {
      const order = sources[position];
      const customer = customers.find(({ id }) => id === customerId)?.externalId ?? '';
      if (order) refuse(order, { code: 'known-number', number: orderId, customer, day });
      refused.add(orders.orders[position]?.customerId ?? 0);
    }
    return [];
  }
  return {
    /** Comes to the orders that were new, which the sums do not hold yet. */
    written: () => writing,
    async makeReady(orders: readonly PlacedOrder[], sources: readonly NewOrder[]): Promise<void> {
      haveShops ??= await tx.orders.haveShops();
      haveShops ||= orders.some(({ shop }) => shop !== '');
      if (orders.length > 0) ready = { orders: tx.orders.newOrders(orders), sources };
    },
    refusedCustomers: (): readonly number[] => [...refused],
    writeNext(): void {
      writing = ready ? awaitedLater(write(ready)) : Promise.resolve([]);
      ready = null;
    },
    sumUp(orders: readonly PlacedOrder[]): void {
      tally.imported += orders.length;
      for (const order of orders) {
        const concern = concernOf(concerns, order.customerId);
        addOrderLine(concern.lines, order);
        const { status, day } = order;
        if (status !== 'completed') concern.knownFrom = Math.min(concern.knownFrom ?? day, day);
      }
    },
  };
}

/** Field by field, as what a pattern leaves over is slow to copy, and this is done for every row of a file. */
export function placedBy(
  { orderId, shop, day, at, amountMinor, currency, status, lines = 1 }: NewOrder,
  customerId: number,
): PlacedOrder {
  return { orderId, shop, customerId, day, at, amountMinor, currency, status, lines };
}

/**
 * Some of the orders are known: each is compared with what is there, and only what differs is written.
 *
 * @returns by their position those that are another than the known one of their number, which are left out, with that one
 */
async function writeOver(
  tx: WorkspaceStore,
  orders: readonly PlacedOrder[],
  sameNumber: SameNumber | null,
  {
    concerns,
    tally,
    onChange,
  }: { readonly concerns: Map<number, Concern>; readonly tally: Tally } & Pick<OrderOptions, 'onChange'>,
): Promise<ReadonlyMap<number, PlacedOrder>> {
  const kept = await knownToWriteOver(tx, orders);
  // Of how many rows it is made does not make an order another.
  const found = kept.map(({ lines: _, ...order }): PlacedOrder => order);
  const numbers = new Map<string, KnownOrder[]>();
  for (const known of kept) numbers.set(known.orderId, [...(numbers.get(known.orderId) ?? []), known]);
  const others = new Map<number, PlacedOrder>();
  const taken: PlacedOrder[] = [];
  for (const [position, order] of orders.entries()) {
    const known = knownAs(order, numbers.get(order.orderId) ?? []);
    if (known && sameNumber !== 'correct' && isAnother(order, known)) others.set(position, known);
    // A row without a time of day takes none away.
    else taken.push(known ? { ...order, shop: known.shop, at: order.at ?? atOfSameDay(known, order) } : order);
  }
  const known = byKey(found, ({ orderId, shop }: PlacedOrder) => `${shop}\u001f${orderId}`);
  const news = newsAmong(taken, known, tally, (order, before) => {
    if (before) {
      onChange?.(before, order);
      takeIn(concerns, before, -1);
    }
    takeIn(concerns, order, 1);
  });
  await tx.orders.upsert(news);
  await tx.orders.setLines(withMoreLines(taken, kept, new Set(news)));
  return others;
}

/** The known orders of these numbers. Those that are said otherwise are held: nobody corrects one before it is written. */
async function knownToWriteOver(tx: WorkspaceStore, orders: readonly PlacedOrder[]): Promise<readonly KnownOrder[]> {
  const known = await tx.orders.findByExternalId(orders.map(({ orderId }) => orderId));
  const byNumber = byKey(known, ({ orderId, shop }: KnownOrder) => `${shop}\u001f${orderId}`).rows;
  const isSaidOtherwise = (order: PlacedOrder) => {
    const before = byNumber.get(`${order.shop}\u001f${order.orderId}`);
    return !before || !isSame({ ...order, at: order.at ?? before.at, lines: before.lines }, before);
  };
  const numbers = new Set(known.map(({ orderId }) => orderId));
  const toHold = new Set(
    orders.filter((one) => numbers.has(one.orderId) && isSaidOtherwise(one)).map(({ orderId }) => orderId),
  );
  const held = await tx.orders.hold([...toHold]);
  return [...known.filter(({ orderId }) => !toHold.has(orderId)), ...held];
}

/** Those that stay as they are and are now known to have more rows. */
function withMoreLines(
  taken: readonly PlacedOrder[],
  kept: readonly KnownOrder[],
  written: ReadonlySet<PlacedOrder>,
): readonly PlacedOrder[] {
  const lines = new Map(kept.map((known) => [`${known.shop}\u001f${known.orderId}`, known.lines]));
  return taken.filter((order) => {
    const before = lines.get(`${order.shop}\u001f${order.orderId}`);
    return before !== undefined && (order.lines ?? 1) > before && !written.has(order);
  });
}

function atOfSameDay(known: PlacedOrder, order: PlacedOrder): number | null {
  return known.day === order.day ? known.at : null;
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
