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

export const startInsert = statement('SAVEPOINT new_orders', []);

export const copyOrders = statement(
  'COPY orders (workspace_id, external_id, customer_id, day, at, amount_minor, currency, status, shop, lines) FROM STDIN',
  [],
);

export const undoInsert = statement('ROLLBACK TO SAVEPOINT new_orders', []);

export const keepInserted = statement('RELEASE SAVEPOINT new_orders', []);

export const upsertOrders = statement(
  `INSERT INTO orders (workspace_id, external_id, customer_id, day, at, amount_minor, currency, status, shop, lines)
   SELECT $1, order_id, customer_id, ${epochDay} + day, at, amount_minor, currency, status, coalesce(shop, ''), lines
   FROM unnest(${textColumn(2)}, $3::int[], $4::int[], ${textColumn(5, true)}::timestamptz[], $6::int8[],
     ${textColumn(7)}, ${textColumn(8)}, ${textColumn(9)}, $10::int[]) AS n(order_id, customer_id, day, at, amount_minor, currency, status, shop, lines)
   ON CONFLICT (workspace_id, external_id, shop) DO UPDATE
   SET customer_id = excluded.customer_id, day = excluded.day, at = excluded.at,
       amount_minor = excluded.amount_minor, currency = excluded.currency, status = excluded.status,
       lines = excluded.lines`,
  [int, text, ints, ints, text, bigs, text, text, text, ints],
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

/** The same of who is going to change one. */
export const ordersToChange = statement(`${ordersByExternalId.text} FOR UPDATE`, [int, text], placedOrder);

/** Of one customer on one day, each read once, as thousands may be asked for. */
const knownOfDays = `known AS MATERIALIZED (
     SELECT o.* FROM (SELECT DISTINCT customer, day FROM asked) AS d CROSS JOIN LATERAL (
       SELECT ${placed}, import_id FROM orders
       WHERE workspace_id = $1 AND customer_id = d.customer AND day = ${epochDay} + d.day OFFSET 0) AS o
   )`;

/** The orders of customers on days with the same amount; of those that are alike in all else, too, as many as are asked for. */
export const ordersWorthTheSame = statement(
  `WITH asked AS MATERIALIZED (
     SELECT * FROM unnest($2::int[], $3::int[], $4::int8[], ${textColumn(5)}) WITH ORDINALITY
       AS n(customer, day, amount, currency, place)
   ), ${knownOfDays}
   SELECT "orderId", shop, "customerId", day, at, "amountMinor", currency, status, lines FROM (
     SELECT k.*, row_number() OVER (
       PARTITION BY n.place, k.at, k.shop, k."orderId" LIKE 'content:%' ORDER BY k."orderId", k.shop) AS nth
     FROM asked n JOIN known k ON k."customerId" = n.customer AND k.day = n.day AND k."amountMinor" = n.amount
       AND k.currency = n.currency AND k.import_id IS DISTINCT FROM $7
   ) AS o WHERE nth <= $6::int ORDER BY "orderId", shop`,
  [int, ints, ints, bigs, text, int, int],
  placedOrder,
);

/** By its place from 1 the number of an order of the customer and the day that is spelt almost so. */
export const ordersSpeltAlike = statement(
  `WITH asked AS MATERIALIZED (
     SELECT n.*, near_number(n.number) AS near
     FROM unnest($2::int[], $3::int[], ${textColumn(4)}, ${textColumn(5)}) WITH ORDINALITY
       AS n(customer, day, number, shop, place)
   ), ${knownOfDays}
   SELECT DISTINCT ON (n.place) n.place::int AS place, k."orderId" FROM asked n JOIN (
     SELECT *, near_number("orderId") AS near FROM known WHERE "orderId" NOT LIKE 'content:%' AND (import_id IS DISTINCT FROM $6 OR EXISTS (
       SELECT FROM import_changes c WHERE c.workspace_id = $1 AND c.import_id = $6 AND c.table_name = 'orders'
         AND c.row_key = known.shop || ' ' || known."orderId"))
   ) AS k ON k."customerId" = n.customer AND k.day = n.day AND k.near = n.near
     AND (k.shop = coalesce(n.shop, '') OR k.shop = '' OR coalesce(n.shop, '') = '')
   ORDER BY n.place, k.shop = coalesce(n.shop, '') DESC, k."orderId"`,
  [int, ints, ints, text, text, int],
  { place: int, orderId: text },
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
