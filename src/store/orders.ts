import type { NewOrder, OrderStatus } from '../loyalty/order.ts';
import type { Day } from '../loyalty/period.ts';
import { epochDay, type Sql } from './sql.ts';

/** An order with the customer it belongs to. */
export interface PlacedOrder extends Omit<NewOrder, 'customer'> {
  readonly customerId: number;
}

export function ordersStore(sql: Sql, workspaceId: number) {
  return {
    /**
     * Writes orders of which none is known yet.
     *
     * @returns false, and nothing written, when one of them is known
     */
    async insertNew(orders: readonly PlacedOrder[]): Promise<boolean> {
      await sql.run('SAVEPOINT new_orders');
      const written = await sql.run(
        `INSERT INTO orders (workspace_id, external_id, customer_id, day, at, amount_minor, currency, status)
         SELECT $1, order_id, customer_id, ${epochDay} + day, at, amount_minor, currency, status
         FROM unnest(${unnested}) AS n(order_id, customer_id, day, at, amount_minor, currency, status)
         ON CONFLICT DO NOTHING`,
        columns(workspaceId, orders),
      );
      if (written === orders.length) return true;
      await sql.run('ROLLBACK TO SAVEPOINT new_orders');
      return false;
    },

    /** Those of the orders that are known, as they stand. */
    async findByExternalId(orderIds: readonly string[]): Promise<PlacedOrder[]> {
      const rows = await sql.rows<OrderRow>(
        `SELECT external_id, customer_id, day - ${epochDay} AS day, at, amount_minor, currency, status
         FROM orders WHERE workspace_id = $1 AND external_id = ANY($2::text[])`,
        [workspaceId, orderIds],
      );
      return rows.map(toOrder);
    },

    /** Writes orders over those with the same id. */
    async upsert(orders: readonly PlacedOrder[]): Promise<void> {
      await sql.run(
        `INSERT INTO orders (workspace_id, external_id, customer_id, day, at, amount_minor, currency, status)
         SELECT $1, order_id, customer_id, ${epochDay} + day, at, amount_minor, currency, status
         FROM unnest(${unnested}) AS n(order_id, customer_id, day, at, amount_minor, currency, status)
         ON CONFLICT (workspace_id, external_id) DO UPDATE
         SET customer_id = excluded.customer_id, day = excluded.day, at = excluded.at,
             amount_minor = excluded.amount_minor, currency = excluded.currency, status = excluded.status`,
        columns(workspaceId, orders),
      );
    },

    /** The newest orders of a customer before a day. */
    async newest(customerId: number, before: Day, limit: number): Promise<PlacedOrder[]> {
      const rows = await sql.rows<OrderRow>(
        `SELECT external_id, customer_id, day - ${epochDay} AS day, at, amount_minor, currency, status
         FROM orders WHERE workspace_id = $1 AND customer_id = $2 AND day < ${epochDay} + $3::int
         ORDER BY day DESC, external_id DESC LIMIT $4`,
        [workspaceId, customerId, before, limit],
      );
      return rows.map(toOrder);
    },
  };
}

const unnested = '$2::text[], $3::int[], $4::int[], $5::timestamptz[], $6::int8[], $7::text[], $8::text[]';

function columns(workspaceId: number, orders: readonly PlacedOrder[]): unknown[] {
  return [
    workspaceId,
    orders.map((order) => order.orderId),
    orders.map((order) => order.customerId),
    orders.map((order) => order.day),
    orders.map((order) => order.at?.toISOString() ?? null),
    orders.map((order) => order.amountMinor),
    orders.map((order) => order.currency),
    orders.map((order) => order.status),
  ];
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
    at: row.at,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    status: row.status,
  };
}
