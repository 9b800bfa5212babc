import type { NewOrder, OrderStatus } from '../../loyalty/facts/order.ts';
import type { OrderLines } from '../../loyalty/ladder/standing.ts';
import { type Day, isoFromDay } from '../../loyalty/time/period.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import { copiedNull, toCopy } from '../database/copy-in.ts';
import type { Sql } from '../database/sql.ts';
import { toDate, toDay, toSqlZone } from '../database/typed-values.ts';
import * as statements from './orders.sql.ts';

/** An order with the customer it belongs to. */
export interface PlacedOrder extends Omit<NewOrder, 'customer'> {
  readonly customerId: number;
}

/** One that is there. */
export interface KnownOrder extends PlacedOrder {
  readonly lines: number;
}

/** Whose order, of which day and over what. */
export type Worth = Pick<PlacedOrder, 'customerId' | 'day' | 'amountMinor' | 'currency'>;

/** Orders that are ready to be written. */
export interface NewOrders {
  readonly orders: readonly PlacedOrder[];
  /** @returns false, with nothing written, when one of them is known */
  insert(): Promise<boolean>;
}

export function ordersStore(sql: Sql, workspaceId: number) {
  return {
    /** Brings those with a time of day to the day that it is in a time zone. @returns how many came to another */
    moveDays: (timeZone: string): Promise<number> =>
      sql.run(statements.moveOrderDays, [workspaceId, toSqlZone(timeZone)]),

    /** Makes orders ready to be written, in the hope that none of them is known. */
    newOrders(orders: readonly PlacedOrder[]): NewOrders {
      const lines = linesToCopy(workspaceId, orders);
      return {
        orders,
        async insert() {
          try {
            await Promise.all([
              sql.run(statements.startInsert, []),
              sql.copy(statements.copyOrders, lines),
              sql.run(statements.keepInserted, []),
            ]);
            return true;
          } catch (cause) {
            if (!isUniqueViolation(cause)) throw cause;
            await sql.run(statements.undoInsert, []);
            await sql.run(statements.keepInserted, []);
            return false;
          }
        },
      };
    },

    /** Whether any order is known by a shop's number. */
    haveShops: async (): Promise<boolean> => (await sql.rows(statements.anyOfShop, [workspaceId])).length > 0,

    /** Those of the orders that are known, whichever shop's, as they stand. */
    async findByExternalId(orderIds: readonly string[]): Promise<KnownOrder[]> {
      const rows = await sql.rows(statements.ordersByExternalId, [workspaceId, textArray(orderIds)]);
      return rows.map((row) => ({ ...row, at: row.at?.getTime() ?? null }));
    },

    /** The same, held until the transaction ends: of two who change one the second sees what the first did. */
    async hold(orderIds: readonly string[]): Promise<KnownOrder[]> {
      if (orderIds.length === 0) return [];
      const rows = await sql.rows(statements.ordersToChange, [workspaceId, textArray(orderIds)]);
      return rows.map((row) => ({ ...row, at: row.at?.getTime() ?? null }));
    },

    /**
     * Those of the customers of orders on their days with their amounts; of those alike in all `most` each.
     *
     * @param importId an import whose own are left out; 0: none
     */
    async worthTheSame(
      orders: readonly Worth[],
      { most, importId }: { readonly most: number; readonly importId: number },
    ): Promise<KnownOrder[]> {
      if (orders.length === 0) return [];
      const rows = await sql.rows(statements.ordersWorthTheSame, [
        workspaceId,
        numberArray(orders.map(({ customerId }) => customerId)),
        numberArray(orders.map(({ day }) => day)),
        numberArray(orders.map(({ amountMinor }) => amountMinor)),
        textArray(orders.map(({ currency }) => currency)),
        most,
        importId,
      ]);
      return rows.map((row) => ({ ...row, at: row.at?.getTime() ?? null }));
    },

    /**
     * For each order the number that one of its customer and day has in almost the same spelling.
     *
     * @param importId an import; those it made are left out. 0: none
     */
    async speltAlike(orders: readonly PlacedOrder[], importId: number): Promise<(string | undefined)[]> {
      if (orders.length === 0) return [];
      const rows = await sql.rows(statements.ordersSpeltAlike, [
        workspaceId,
        numberArray(orders.map(({ customerId }) => customerId)),
        numberArray(orders.map(({ day }) => day)),
        textArray(orders.map(({ orderId }) => orderId)),
        textArray(orders.map(({ shop }) => shop)),
        importId,
      ]);
      const found = new Map(rows.map(({ place, orderId }) => [place, orderId]));
      return orders.map((_, i) => found.get(i + 1));
    },

    /** Whether there is any. */
    exist: async (): Promise<boolean> => (await sql.rows(statements.anyOrder, [workspaceId])).length > 0,

    /** Notes of how many rows of a file orders are made that stay as they are otherwise. */
    async setLines(orders: readonly PlacedOrder[]): Promise<void> {
      if (orders.length === 0) return;
      const [ids, shops] = [orders.map(({ orderId }) => orderId), orders.map(({ shop }) => shop)];
      const lines = numberArray(orders.map((order) => order.lines ?? 1));
      await sql.run(statements.setLines, [workspaceId, textArray(ids), textArray(shops), lines]);
    },

    /** Writes orders, each once, over those with the same number of the same shop. */
    async upsert(orders: readonly PlacedOrder[]): Promise<void> {
      if (orders.length > 0) await sql.run(statements.upsertOrders, columnsOf(workspaceId, orders));
    },

    async remove({ orderId, shop }: Pick<PlacedOrder, 'orderId' | 'shop'>): Promise<void> {
      const where = { workspaceId, externalId: orderId, shop };
      await sql.typed(({ order }) => order.deleteMany({ where }));
    },

    /** The newest orders of a customer before a day. */
    async newest(customerId: number, before: Day, limit: number): Promise<PlacedOrder[]> {
      const rows = await sql.typed(({ order }) =>
        order.findMany({
          where: { workspaceId, customerId, day: { lt: toDate(before) } },
          orderBy: [{ day: 'desc' }, { externalId: 'desc' }],
          take: limit,
          omit: { workspaceId: true, importId: true },
        }),
      );
      return rows.map(({ externalId, ...row }) => ({
        ...row,
        orderId: externalId,
        day: toDay(row.day),
        at: row.at?.getTime() ?? null,
        amountMinor: Number(row.amountMinor),
        status: row.status as OrderStatus,
      }));
    },

    /** What the orders of customers come to, and what their refunds do, by customer, currency and day. */
    async linesOf(customerIds: readonly number[]): Promise<Map<number, OrderLines>> {
      if (customerIds.length === 0) return new Map();
      const rows = await sql.rows(statements.linesOf, [workspaceId, numberArray(customerIds)]);
      const lines = new Map<number, OrderLines>();
      for (const { customer_id, currency, days, amounts, orders } of rows) {
        const own = lines.get(customer_id) ?? {};
        own[currency] = days.flatMap((day, i) => [day, Number(amounts[i]), orders[i] ?? 0]);
        lines.set(customer_id, own);
      }
      return lines;
    },

    /** How many orders of each customer count before a day, and what they came to per currency, refunds taken off. */
    async sumsBefore(customerIds: readonly number[], before: Day): Promise<Map<number, CustomerSums>> {
      if (customerIds.length === 0) return new Map();
      const rows = await sql.rows(statements.sumsBefore, [workspaceId, numberArray(customerIds), before]);
      const sums = new Map<number, CustomerSums>();
      for (const { customer_id, currency, orders, amount_minor } of rows) {
        const known = sums.get(customer_id) ?? { orders: 0, revenue: {} };
        sums.set(customer_id, {
          orders: known.orders + orders,
          revenue: { ...known.revenue, [currency]: amount_minor },
        });
      }
      return sums;
    },
  };
}

interface CustomerSums {
  readonly orders: number;
  /** Minor units. */
  readonly revenue: Readonly<Record<string, number>>;
}

/** In the order of the index by customer, whose pages are then met one after the other. */
function linesToCopy(workspaceId: number, orders: readonly PlacedOrder[]): string {
  const days = new Map<Day, string>();
  let lines = '';
  for (const order of orders.toSorted((a, b) => a.customerId - b.customerId)) {
    const { orderId, customerId, amountMinor, currency, status, shop } = order;
    const day = days.get(order.day) ?? isoFromDay(order.day);
    days.set(order.day, day);
    const at = order.at === null ? copiedNull : new Date(order.at).toISOString();
    lines += `${workspaceId}\t${toCopy(orderId)}\t${customerId}\t${day}\t${at}\t${amountMinor}\t${toCopy(currency)}\t${status}\t${toCopy(shop)}\t${order.lines ?? 1}\n`;
  }
  return lines;
}

function columnsOf(workspaceId: number, orders: readonly PlacedOrder[]) {
  return [
    workspaceId,
    textArray(orders.map((order) => order.orderId)),
    numberArray(orders.map((order) => order.customerId)),
    numberArray(orders.map((order) => order.day)),
    textArray(orders.map((order) => (order.at === null ? '' : new Date(order.at).toISOString()))),
    numberArray(orders.map((order) => order.amountMinor)),
    textArray(orders.map((order) => order.currency)),
    textArray(orders.map((order) => order.status)),
    textArray(orders.map((order) => order.shop)),
    numberArray(orders.map((order) => order.lines ?? 1)),
  ] as const;
}

function isUniqueViolation(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '23505';
}
