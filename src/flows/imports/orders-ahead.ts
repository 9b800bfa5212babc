import type { Clock } from '../../context.ts';
import type { FileRow } from '../../facts/import.ts';
import type { FileRefusal, LinesWorth } from '../../facts/refusal.ts';
import { nearNumber } from '../../loyalty/facts/near-number.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { KnownOrder, PlacedOrder } from '../../store/facts/orders.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { isAnother, knownAs } from './known-orders.ts';
import { knownRows, type MetRow } from './known-rows.ts';
import type { AheadChoices, AheadOfKind } from './looked-ahead.ts';
import { placedBy } from './record-orders.ts';
import { changedOrders } from './told-of-rows.ts';

type OrderInFile = Pick<FileRow<NewOrder>, 'line' | 'row'>;

/** An order of a file whose number is not known, of a customer who is. */
interface Unknown extends OrderInFile {
  readonly placed: PlacedOrder;
}

/**
 * Holds the orders of a file against known ones: those that lose lines and money, those that are known with a number and
 * come without one or the other way round, and those whose number is known in another spelling.
 */
export async function ordersAhead(
  { store, now }: Clock & { readonly store: WorkspaceStore },
  choices: AheadChoices,
): Promise<AheadOfKind | null> {
  if (!(await store.orders.exist())) return null;
  const finder = customerFinder({ now }, store, false);
  const losses = lostLines(choices);
  const similar = similarOrders(choices);
  const meeting = knownRows(store, 'orders', choices.knownRows);
  const changes = changedOrders();

  return {
    async take(batch, customerOf) {
      const rows = batch as readonly FileRow<NewOrder>[];
      meeting.count(rows);
      const ids = await finder.find(rows.map(({ row }) => ({ ...row, customer: customerOf(row.customer) })));
      const known = await byNumber(store, rows);
      const unknown: Unknown[] = [];
      for (const { line, row } of rows) {
        const customerId = ids.get(customerOf(row.customer));
        if (customerId === undefined) continue;
        const placed = placedBy(row, customerId);
        const same = knownAs(placed, known.get(row.orderId) ?? []);
        if (!same) {
          if (!row.formerIds?.some((former) => known.has(former))) unknown.push({ line, row, placed });
        } else if (!isAnother(placed, same)) {
          changes.add(same, placed);
          losses.see(line, same, placed);
        }
      }
      const days = await ofDays(store, unknown);
      for (const one of unknown) {
        const others = days.get(dayKey(one.placed)) ?? [];
        if (!similar.see(one, others)) meeting.see(one, meetingWith(one, others));
      }
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

async function byNumber({ orders }: WorkspaceStore, rows: readonly OrderInFile[]): Promise<Map<string, KnownOrder[]>> {
  const known = await orders.findByExternalId(rows.flatMap(({ row }) => [row.orderId, ...(row.formerIds ?? [])]));
  return grouped(known, ({ orderId }) => orderId);
}

async function ofDays({ orders }: WorkspaceStore, unknown: readonly Unknown[]): Promise<Map<string, KnownOrder[]>> {
  const days = new Map(unknown.map(({ placed }) => [dayKey(placed), placed]));
  return grouped(await orders.ofDays([...days.values()]), dayKey);
}

function dayKey({ customerId, day }: PlacedOrder): string {
  return `${customerId}:${day}`;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** Known orders that say the same, of which one of the two has a number and the other none. */
function meetingWith(one: Unknown, others: readonly KnownOrder[]): MetRow[] {
  const saysMore = isNumbered(one.row);
  const lacks = saysMore ? 'known-number' : 'number';
  return others.flatMap((known) => (meets(one, known) ? [{ key: known.orderId, lacks, saysMore }] : []));
}

/** Whether one has a number of its own and the other none, and they say the same otherwise. */
function meets({ row }: Unknown, known: KnownOrder): boolean {
  if (isNumbered(row) === isNumbered(known)) return false;
  if (row.at !== null && known.at !== null && row.at !== known.at) return false;
  return row.amountMinor === known.amountMinor && row.currency === known.currency;
}

function isNumbered({ orderId }: Pick<NewOrder, 'orderId'>): boolean {
  return !orderId.startsWith('content:');
}

/** Known orders that have other lines in the file and come to less: it may hold a part of them alone. */
function lostLines({ knownOrders }: AheadChoices) {
  const lines = new Set<number>();
  let orders = 0;
  let first: Omit<Extract<FileRefusal, { code: 'known-orders' }>, 'orders'> | null = null;
  return {
    see(line: number, before: KnownOrder, after: PlacedOrder): void {
      if (!losesLines(before, after)) return;
      orders += 1;
      if (knownOrders === 'keep') lines.add(line);
      first ??= { code: 'known-orders', number: after.orderId, line, before: worthOf(before), after: worthOf(after) };
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

/** Orders whose number the customer has on the same day in another spelling. */
function similarOrders({ similarNumbers }: AheadChoices) {
  const readAs = new Map<string, string>();
  let numbers = 0;
  let first: Omit<Extract<FileRefusal, { code: 'similar-spelling' }>, 'numbers'> | null = null;
  return {
    /** @returns whether it is one */
    see({ line, row, placed }: Unknown, others: readonly KnownOrder[]): boolean {
      if (!isNumbered(row) || similarNumbers === 'others') return false;
      const near = nearNumber(row.orderId);
      const other = others.find(
        (known) =>
          isNumbered(known) &&
          nearNumber(known.orderId) === near &&
          (known.shop === placed.shop || known.shop === '' || placed.shop === ''),
      );
      if (!other) return false;
      numbers += 1;
      if (similarNumbers === 'same') readAs.set(row.orderId, other.orderId);
      first ??= {
        code: 'similar-spelling',
        column: 'order',
        line,
        written: row.orderId,
        other: other.orderId,
        otherLine: null,
      };
      return true;
    },
    readAs,
    refusal: (): FileRefusal | null => (first && similarNumbers === null ? { ...first, numbers } : null),
  };
}
