import type { NewOrder, OrderStatus } from '../../loyalty/facts/order.ts';
import type { OrderLines } from '../../loyalty/ladder/standing.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/** An order with the customer it belongs to. */
export interface PlacedOrder extends Omit<NewOrder, 'customer'> {
  readonly customerId: number;
}

/** Orders that are ready to be written. */
export interface NewOrders {
  readonly orders: readonly PlacedOrder[];
  /** @returns false, with nothing written, when one of them is known */
  insert(): Promise<boolean>;
}

export function ordersStore(sql: Sql, workspaceId: number) {
  return {
    /** Makes orders ready to be written, in the hope that none of them is known. */
    newOrders(orders: readonly PlacedOrder[]): NewOrders {
      const columns = parameters(workspaceId, orders);
      return {
        orders,
        async insert() {
          try {
            await Promise.all([
              sql.run('SAVEPOINT new_orders'),
              // In the order of the index by customer, whose pages are then met one after the other.
              sql.run(`INSERT INTO orders ${columnList} ${selectUnnested} ORDER BY customer_id`, columns),
              sql.run('RELEASE SAVEPOINT new_orders'),
            ]);
            return true;
          } catch (cause) {
            if (!isUniqueViolation(cause)) throw cause;
            await sql.run('ROLLBACK TO SAVEPOINT new_orders; RELEASE SAVEPOINT new_orders');
            return false;
          }
        },
      };
    },

    /** Those of the orders that are known, as they stand. */
    async findByExternalId(orderIds: readonly string[]): Promise<PlacedOrder[]> {
      const rows = await sql.rows<OrderRow>(
        `SELECT ${orderColumns} FROM orders WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
        [workspaceId, textArray(orderIds)],
      );
      return rows.map(toOrder);
    },

    /** Writes orders, each id once, over those with the same id. */
    async upsert(orders: readonly PlacedOrder[]): Promise<void> {
      if (orders.length === 0) return;
      await sql.run(
        `INSERT INTO orders ${columnList} ${selectUnnested}
         ON CONFLICT (workspace_id, external_id) DO UPDATE
         SET customer_id = excluded.customer_id, day = excluded.day, at = excluded.at,
             amount_minor = excluded.amount_minor, currency = excluded.currency, status = excluded.status`,
        parameters(workspaceId, orders),
      );
    },

    /** The newest orders of a customer before a day. */
    async newest(customerId: number, before: Day, limit: number): Promise<PlacedOrder[]> {
      const rows = await sql.rows<OrderRow>(
        `SELECT ${orderColumns} FROM orders WHERE workspace_id = $1 AND customer_id = $2 AND day < ${epochDay} + $3::int
         ORDER BY day DESC, external_id DESC LIMIT $4`,
        [workspaceId, customerId, before, limit],
      );
      return rows.map(toOrder);
    },

    /** What the orders of customers come to, by customer, currency and day. */
    async linesOf(customerIds: readonly number[]): Promise<Map<number, OrderLines>> {
      if (customerIds.length === 0) return new Map();
      const rows = await sql.rows<{
        customer_id: number;
        currency: string;
        days: number[];
        amounts: string[];
        orders: number[];
      }>(
        `SELECT customer_id, currency, array_agg(day) AS days, array_agg(amount::text) AS amounts, array_agg(orders) AS orders FROM (
           SELECT customer_id, currency, day - ${epochDay} AS day, sum(amount_minor) AS amount,
             count(*) FILTER (WHERE amount_minor >= 0)::int AS orders
           FROM orders WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status = 'completed' GROUP BY 1, 2, 3
         ) AS daily GROUP BY 1, 2`,
        [workspaceId, numberArray(customerIds)],
      );
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
      const rows = await sql.rows<{ customer_id: number; currency: string; orders: number; amount_minor: string }>(
        `SELECT customer_id, currency, count(*) FILTER (WHERE amount_minor >= 0)::int AS orders, sum(amount_minor) AS amount_minor
         FROM orders WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND day < ${epochDay} + $3::int
           AND status = 'completed' GROUP BY customer_id, currency`,
        [workspaceId, numberArray(customerIds), before],
      );
      const sums = new Map<number, CustomerSums>();
      for (const { customer_id, currency, orders, amount_minor } of rows) {
        const known = sums.get(customer_id) ?? { orders: 0, revenue: {} };
        sums.set(customer_id, {
          orders: known.orders + orders,
          revenue: { ...known.revenue, [currency]: Number(amount_minor) },
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

const columnList = '(workspace_id, external_id, customer_id, day, at, amount_minor, currency, status)';

const orderColumns = `external_id, customer_id, day - ${epochDay} AS day, at, amount_minor, currency, status`;

const selectUnnested = `
  SELECT $1, order_id, customer_id, ${epochDay} + day, at, amount_minor, currency, status
  FROM unnest(${textColumn(2)}, $3::int[], $4::int[], ${textColumn(5, true)}::timestamptz[], $6::int8[],
    ${textColumn(7)}, ${textColumn(8)}) AS n(order_id, customer_id, day, at, amount_minor, currency, status)`;

function parameters(workspaceId: number, orders: readonly PlacedOrder[]): unknown[] {
  return [
    workspaceId,
    textArray(orders.map((order) => order.orderId)),
    numberArray(orders.map((order) => order.customerId)),
    numberArray(orders.map((order) => order.day)),
    textArray(orders.map((order) => (order.at === null ? '' : new Date(order.at).toISOString()))),
    numberArray(orders.map((order) => order.amountMinor)),
    textArray(orders.map((order) => order.currency)),
    textArray(orders.map((order) => order.status)),
  ];
}

function isUniqueViolation(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '23505';
}

interface OrderRow {
  readonly external_id: string;
  readonly customer_id: number;
  readonly day: number;
  readonly at: Date | null;
  readonly amount_minor: string;
  readonly currency: string;
  readonly status: OrderStatus;
}

function toOrder(row: OrderRow): PlacedOrder {
  return {
    orderId: row.external_id,
    customerId: row.customer_id,
    day: row.day,
    at: row.at?.getTime() ?? null,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    status: row.status,
  };
}
