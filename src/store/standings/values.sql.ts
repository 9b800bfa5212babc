import { epochDay, float, int, ints, orNull, statement, text } from '../database/statement.ts';

export const ordersByDay = statement(
  `SELECT customer_id AS "customerId", day - ${epochDay} AS day, currency, sum(amount_minor)::float8 AS "amountMinor",
     count(*) FILTER (WHERE amount_minor >= 0)::int AS orders
   FROM orders WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status = 'completed'
     AND day >= ${epochDay} + $3::int AND day < ${epochDay} + $4::int
   GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  [int, ints, int, int],
  { customerId: int, day: int, currency: text, amountMinor: float, orders: int },
);

export const valueTerms = statement(
  `SELECT id, relationship_years AS years, cost_minor::float8 AS cost, cost_currency, reward_minor::float8 AS reward,
     reward_currency, coalesce(since_day, created_day) - ${epochDay} AS since
   FROM customers WHERE workspace_id = $1 AND id = ANY($2::int[])`,
  [int, ints],
  {
    id: int,
    years: orNull(float),
    cost: orNull(float),
    cost_currency: orNull(text),
    reward: orNull(float),
    reward_currency: orNull(text),
    since: int,
  },
);

export const wonBy = statement(
  `SELECT c.id AS "customerId", first.day - ${epochDay} AS "wonDay"
   FROM customers c CROSS JOIN LATERAL (
     SELECT day FROM orders o WHERE o.workspace_id = $1 AND o.customer_id = c.id AND o.status = 'completed'
       AND o.amount_minor >= 0 ORDER BY day LIMIT 1
   ) AS first
   WHERE c.workspace_id = $1 AND c.recommended_by_id = $2 AND first.day < ${epochDay} + $3::int ORDER BY c.id`,
  [int, int, int],
  { customerId: int, wonDay: int },
);
