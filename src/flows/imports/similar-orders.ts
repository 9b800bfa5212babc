import type { FileRow, ReadAs } from '../../facts/import.ts';
import type { FileRefusal } from '../../facts/refusal.ts';
import { nearNumber } from '../../loyalty/facts/near-number.ts';
import type { NewOrder } from '../../loyalty/facts/order.ts';
import type { PlacedOrder } from '../../store/facts/orders.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import type { AheadChoices } from './looked-ahead.ts';
import { isKeyedByContent } from './own-numbers.ts';

type SpeltOrder = Pick<FileRow<NewOrder>, 'line' | 'row'> & { readonly placed: PlacedOrder | null };

/** A number as it is spelt almost so elsewhere; without a line: it is known. */
interface Other {
  readonly number: string;
  readonly line: number | null;
}

/**
 * Finds orders whose number the customer has on the same day in another spelling: a known order, or one of the file that says
 * the same. Orders of a file that differ in more are others.
 */
export function similarOrders(
  { orders }: Pick<WorkspaceStore, 'orders'>,
  { similarNumbers, spellings, importId = 0 }: AheadChoices,
) {
  const readAs = new Map<string, Map<string, string>>();
  const firstOf = new Map<string, Other>();
  let numbers = 0;
  let first: Omit<Extract<FileRefusal, { code: 'similar-spelling' }>, 'numbers'> | null = null;
  return {
    /**
     * @param unknown orders of the file that are not known by their number, each of a customer by what the file calls them
     * @returns those that are known ones in another spelling
     */
    async find(unknown: readonly SpeltOrder[], customerOf: (name: string) => string): Promise<ReadonlySet<number>> {
      const found = new Set<number>();
      if (similarNumbers === 'others') return found;
      const asked = unknown.filter(({ row }) => !isKeyedByContent(row.orderId));
      const known = await ofKnown(asked);
      for (const one of asked) {
        const number = known.get(one);
        const other = number === undefined ? earlier(one, customerOf) : { number, line: null };
        if (!other) continue;
        if (number !== undefined) found.add(one.line);
        see(one, customerOf(one.row.customer), other);
      }
      return found;
    },
    /** Takes note of an order that the import itself may have made, before it was stopped. */
    pass(one: SpeltOrder, customerOf: (name: string) => string): void {
      if (importId !== 0 && similarNumbers === 'same') earlier(one, customerOf);
    },
    readAs: readAs as ReadAs['orders'],
    refusal: (): FileRefusal | null => (first && similarNumbers === null ? { ...first, numbers } : null),
  };

  async function ofKnown(asked: readonly SpeltOrder[]): Promise<ReadonlyMap<SpeltOrder, string>> {
    const placed = asked.flatMap((one) => (one.placed ? [{ one, order: one.placed }] : []));
    const alike = await orders.speltAlike(
      placed.map(({ order }) => order),
      importId,
    );
    return new Map(placed.flatMap(({ one }, i) => (alike[i] === undefined ? [] : [[one, alike[i]] as const])));
  }

  /** The first of the file that says the same under almost that number. */
  function earlier({ line, row }: SpeltOrder, customerOf: (name: string) => string): Other | null {
    if (!spellings.orders) return null;
    const { customer, shop = '', day, amountMinor, currency, status } = row;
    const said = [customerOf(customer), shop, day, amountMinor, currency, status, nearNumber(row.orderId)].join(
      '\u001f',
    );
    const other = firstOf.get(said);
    if (!other) firstOf.set(said, { number: row.orderId, line });
    return other && other.number !== row.orderId ? other : null;
  }

  function see({ line, row }: SpeltOrder, customer: string, { number, line: otherLine }: Other): void {
    numbers += 1;
    if (similarNumbers === 'same') {
      const ofCustomer = readAs.get(customer) ?? new Map<string, string>();
      readAs.set(customer, ofCustomer.set(row.orderId, number));
    }
    first ??= { code: 'similar-spelling', column: 'order', line, written: row.orderId, other: number, otherLine };
  }
}
