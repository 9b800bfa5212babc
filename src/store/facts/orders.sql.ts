import type { OrderStatus } from '../../loyalty/facts/order.ts';
import { textColumn } from '../database/arrays.ts';
import {
  bigs,
  epochDay,
  float,
  instant,
  int,
  ints,
  orNull,
  statement,
  text,
  textOf,
  texts,
} from '../database/statement.ts';

const insert = `
  INSERT INTO orders (workspace_id, external_id, customer_id, day, at, amount_minor, currency, status, shop, lines)
  SELECT $1, order_id, customer_id, ${epochDay} + day, at, amount_minor, currency, status, coalesce(shop, ''), lines
  FROM unnest(${textColumn(2)}, $3::int[], $4::int[], ${textColumn(5, true)}::timestamptz[], $6::int8[],
    ${textColumn(7)}, ${textColumn(8)}, ${textColumn(9)}, $10::int[]) AS n(order_id, customer_id, day, at, amount_minor, currency, status, shop, lines)`;
const inserted = [int, text, ints, ints, text, bigs, text, text, text, ints] as const;

export const startInsert = statement('SAVEPOINT new_orders', []);

/** In the order of the index by customer, whose pages are then met one after the other. */
export const insertOrders = statement(`${insert} ORDER BY customer_id`, inserted);

export const undoInsert = statement('ROLLBACK TO SAVEPOINT new_orders', []);

export const keepInserted = statement('RELEASE SAVEPOINT new_orders', []);

export const upsertOrders = statement(
  `${insert}
   ON CONFLICT (workspace_id, external_id, shop) DO UPDATE
   SET customer_id = excluded.customer_id, day = excluded.day, at = excluded.at,
       amount_minor = excluded.amount_minor, currency = excluded.currency, status = excluded.status,
       lines = excluded.lines`,
  inserted,
);

const placed = `external_id AS "orderId", shop, customer_id AS "customerId", day - ${epochDay} AS day, at,
     amount_minor::float8 AS "amountMinor", currency, status, lines`;
const placedOrder = {
  orderId: text,
  shop: text,
  customerId: int,
  day: int,
  at: orNull(instant),
  amountMinor: float,
  currency: text,
  status: textOf<OrderStatus>(),
  lines: int,
};

export const ordersByExternalId = statement(
  `SELECT ${placed} FROM orders WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
  placedOrder,
);

/** Enough to find one among those of a customer on a day; of a customer who stands for everybody not all. */
const mostOfDay = 500;

/** The orders of these customers on these days. */
export const ordersOfDays = statement(
  `SELECT o.* FROM unnest($2::int[], $3::int[]) AS n(customer, day) CROSS JOIN LATERAL (
     SELECT ${placed} FROM orders WHERE workspace_id = $1 AND customer_id = n.customer AND day = ${epochDay} + n.day
     LIMIT ${mostOfDay}) AS o`,
  [int, ints, ints],
  placedOrder,
);

/** Says of how many rows orders are made that are known as they are. */
export const setLines = statement(
  `UPDATE orders o SET lines = n.lines FROM unnest(${textColumn(2)}, ${textColumn(3)}, $4::int[]) AS n(order_id, shop, lines)
   WHERE o.workspace_id = $1 AND o.external_id = n.order_id AND o.shop = coalesce(n.shop, '')`,
  [int, text, text, ints],
);

export const anyOrder = statement('SELECT 1 AS one FROM orders WHERE workspace_id = $1 LIMIT 1', [int], { one: int });

export const anyOfShop = statement(
  `SELECT 1 AS one FROM orders WHERE workspace_id = $1 AND shop <> '' LIMIT 1`,
  [int],
  {
    one: int,
  },
);

export const linesOf = statement(
  `SELECT customer_id, currency, array_agg(day) AS days, array_agg(amount::text) AS amounts, array_agg(orders) AS orders FROM (
     SELECT customer_id, currency, day - ${epochDay} AS day, sum(amount_minor) AS amount,
       count(*) FILTER (WHERE amount_minor >= 0)::int AS orders
     FROM orders WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status = 'completed'
     GROUP BY 1, 2, 3, amount_minor >= 0
   ) AS daily GROUP BY 1, 2`,
  [int, ints],
  { customer_id: int, currency: text, days: ints, amounts: texts, orders: ints },
);

export const sumsBefore = statement(
  `SELECT customer_id, currency, count(*) FILTER (WHERE amount_minor >= 0)::int AS orders,
     sum(amount_minor)::float8 AS amount_minor
   FROM orders WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND day < ${epochDay} + $3::int
     AND status = 'completed' GROUP BY customer_id, currency`,
  [int, ints, int],
  { customer_id: int, currency: text, orders: int, amount_minor: float },
);

/** An order of a day alone stays on it. */
export const moveOrderDays = statement(
  `UPDATE orders SET day = (at AT TIME ZONE $2::text)::date
   WHERE workspace_id = $1 AND at IS NOT NULL AND day <> (at AT TIME ZONE $2::text)::date`,
  [int, text],
);
