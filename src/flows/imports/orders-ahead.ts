import type { Clock } from '../../context.ts';
import type { FileRow } from '../../facts/import.ts';
import type { FileRefusal, LinesWorth } from '../../facts/refusal.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { KnownOrder, PlacedOrder, Worth } from '../../store/facts/orders.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { groupBy } from './group-by.ts';
import { isAnother, knownAs, mayBeOfOneShop } from './known-orders.ts';
import { knownRows, type MetRow } from './known-rows.ts';
import type { AheadChoices, AheadOfKind } from './looked-ahead.ts';
import { isKeyedByContent } from './own-numbers.ts';
import { placedBy } from './record-orders.ts';
import { similarOrders } from './similar-orders.ts';
import { changedOrders } from './told-of-rows.ts';

/** An order of a file whose number is not known; not placed: of a customer nobody knows yet. */
interface OrderInFile extends Pick<FileRow<NewOrder>, 'line' | 'row'> {
  readonly placed: PlacedOrder | null;
}

type PlacedInFile = OrderInFile & { readonly placed: PlacedOrder };

/**
 * Holds the orders of a file against known ones: those that lose lines and money, those that are known with a number and
 * come without one or the other way round, and those whose number is known in another spelling.
 */
export async function ordersAhead(
  { store, now }: Clock & { readonly store: WorkspaceStore },
  choices: AheadChoices,
): Promise<AheadOfKind | null> {
  const { importId = 0 } = choices;
  const isFirst = !(await store.orders.exist());
  if (isFirst && !choices.spellings.orders) return null;
  const finder = customerFinder({ now }, store, false);
  const losses = lostLines(choices);
  const similar = similarOrders(store, choices);
  const meeting = knownRows(store, 'orders', choices.knownRows);
  const changes = changedOrders();

  return {
    async take(batch, customerOf) {
      const rows = batch as readonly FileRow<NewOrder>[];
      meeting.count(rows);
      const ids = await finder.find(rows.map(({ row }) => ({ ...row, customer: customerOf(row.customer) })));
      const known = await byNumber(store, rows);
      const unknown: OrderInFile[] = [];
      for (const { line, row } of rows) {
        const customerId = ids.get(customerOf(row.customer));
        const placed = customerId === undefined ? null : placedBy(row, customerId);
        const same = placed && knownAs(placed, known.get(row.orderId) ?? []);
        if (!placed || !same) {
          if (!row.formerIds?.some((former) => known.get(former)?.some((one) => mayBeOfOneShop(row, one))))
            unknown.push({ line, row, placed });
          continue;
        }
        similar.pass({ line, row, placed }, customerOf);
        if (isAnother(placed, same) || losses.see(line, same, placed)) continue;
        changes.add(same, placed);
      }
      const alike = await similar.find(unknown, customerOf);
      const open = unknown.flatMap(({ line, row, placed }) =>
        placed && !alike.has(line) ? [{ line, row, placed }] : [],
      );
      const others = await worthTheSame(store, open, { most: meeting.met() + open.length, importId });
      for (const one of open) meeting.see(one, meetingWith(one, others.get(worthKey(one.placed)) ?? []));
    },
    async found() {
      const { knownBy, leftAlone, refusal } = await meeting.found();
      return {
        refusal: similar.refusal() ?? refusal ?? losses.refusal(),
        leftAlone: new Set([...leftAlone, ...losses.leftAlone()]),
        knownBy,
        notes: changes.told(),
        orders: similar.readAs,
      };
    },
  };
}

async function byNumber(
  { orders }: WorkspaceStore,
  rows: readonly Pick<OrderInFile, 'row'>[],
): Promise<Map<string, KnownOrder[]>> {
  const known = await orders.findByExternalId(rows.flatMap(({ row }) => [row.orderId, ...(row.formerIds ?? [])]));
  return groupBy(known, ({ orderId }) => orderId);
}

async function worthTheSame(
  { orders }: WorkspaceStore,
  unknown: readonly PlacedInFile[],
  limits: Parameters<WorkspaceStore['orders']['worthTheSame']>[1],
): Promise<Map<string, KnownOrder[]>> {
  const worth = new Map(unknown.map(({ placed }) => [worthKey(placed), placed]));
  return groupBy(await orders.worthTheSame([...worth.values()], limits), worthKey);
}

function worthKey({ customerId, day, amountMinor, currency }: Worth): string {
  return `${customerId}:${day}:${amountMinor}:${currency}`;
}

/** Known orders that say the same, of which one of the two has a number, or without one a time of day, and the other none. */
function meetingWith({ row }: PlacedInFile, others: readonly KnownOrder[]): MetRow[] {
  const saysMore = !isKeyedByContent(row.orderId);
  const lacks = saysMore ? 'known-number' : 'number';
  return others.flatMap(({ orderId, shop, at }): MetRow[] => {
    const isOneNumbered = isKeyedByContent(orderId) === saysMore;
    const isOneTimed = (row.at === null) !== (at === null);
    if (!saysMore && !isOneNumbered && isOneTimed && mayBeOfOneShop(row, { shop }))
      return [{ known: { key: orderId, shop }, lacks: 'time', saysMore: row.at !== null }];
    const isTimed = row.at !== null && at !== null;
    const isOne = isOneNumbered && mayBeOfOneShop(row, { shop }) && (!isTimed || row.at === at);
    return isOne ? [{ known: { key: orderId, shop }, lacks, saysMore }] : [];
  });
}

/** Known orders that have other lines in the file and come to less: it may hold a part of them alone. */
function lostLines({ knownOrders }: AheadChoices) {
  const lines = new Set<number>();
  let orders = 0;
  let first: Omit<Extract<FileRefusal, { code: 'known-orders' }>, 'orders'> | null = null;
  return {
    /** @returns whether the order stays as it is */
    see(line: number, before: KnownOrder, after: PlacedOrder): boolean {
      if (!losesLines(before, after)) return false;
      orders += 1;
      if (knownOrders === 'keep') lines.add(line);
      first ??= { code: 'known-orders', number: after.orderId, line, before: worthOf(before), after: worthOf(after) };
      return knownOrders === 'keep';
    },
    leftAlone: (): ReadonlySet<number> => lines,
    refusal: (): FileRefusal | null => (first && knownOrders === null ? { ...first, orders } : null),
  };
}

/** A cancellation, a refund and a price put right leave the lines as many as they were. */
function losesLines(before: KnownOrder, after: PlacedOrder): boolean {
  const counts = before.status === 'completed' && after.status === 'completed' && before.currency === after.currency;
  return counts && after.amountMinor < before.amountMinor && (after.lines ?? 1) !== before.lines;
}

function worthOf({ amountMinor, currency, lines = 1 }: PlacedOrder): LinesWorth {
  return { amountMinor, currency, lines };
}
