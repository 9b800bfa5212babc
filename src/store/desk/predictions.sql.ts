import { big, epochDay, float, floats, int, ints, json, orNull, statement, text } from '../database/statement.ts';

export const extent = statement(
  `SELECT count(*)::int AS customers, min(order_days[1]) AS day FROM customer_standings WHERE workspace_id = $1`,
  [int],
  { customers: int, day: orNull(int) },
);

export const endOfSlice = statement(
  `SELECT max(customer_id) AS last FROM (
     SELECT customer_id FROM customer_standings WHERE workspace_id = $1 AND customer_id > $2
     ORDER BY customer_id LIMIT $3
   ) AS slice`,
  [int, int, big],
  { last: orNull(int) },
);

const column = orNull(text);
const historyColumns = {
  ids: column,
  orderDays: column,
  firstDays: column,
  lastDays: column,
  heldOrderDays: column,
  heldLastDays: column,
};

/** Columns as JSON: taken apart many times faster than rows. */
export const histories = statement(
  `SELECT ${Object.keys(historyColumns)
    .map((name) => `json_agg("${name}")::text AS "${name}"`)
    .join(', ')}
   FROM (
     SELECT s.customer_id AS ids, count(*) AS "orderDays", min(day) AS "firstDays", max(day) AS "lastDays",
       count(*) FILTER (WHERE day < $5) AS "heldOrderDays", max(day) FILTER (WHERE day < $5) AS "heldLastDays"
     FROM customer_standings s, unnest(s.order_days) AS day
     WHERE s.workspace_id = $1 AND s.customer_id > $2 AND s.customer_id <= $3 AND day < $4
     GROUP BY s.customer_id ORDER BY s.customer_id
   ) AS histories`,
  [int, int, int, int, int],
  historyColumns,
);

/**
 * An order's amount in the currency $5, or null where there is no rate: the one place where amounts are converted for
 * the prediction.
 */
const convertedAmount = `CASE WHEN o.currency = $5 THEN o.amount_minor ELSE o.amount_minor * (
  SELECT r.rate FROM currency_rates r
  WHERE r.workspace_id = $1 AND r.base = $5 AND r.currency = o.currency AND r.day <= o.day ORDER BY r.day DESC LIMIT 1
) * power(10, $6::int - coalesce(($7::jsonb ->> o.currency)::int, 2)) END`;

export const spending = statement(
  `SELECT json_agg(customer_id) FILTER (WHERE days > 0)::text AS ids, json_agg(days) FILTER (WHERE days > 0)::text AS counts,
     json_agg(amount) FILTER (WHERE days > 0)::text AS sums, coalesce(sum(left_out), 0)::float8 AS "leftOut"
   FROM (
     SELECT customer_id, count(amount) AS days, sum(amount) AS amount, sum(left_out) AS left_out
     FROM (
       SELECT o.customer_id, o.day, sum(${convertedAmount}) AS amount,
         count(*) FILTER (WHERE ${convertedAmount} IS NULL) AS left_out
       FROM orders o JOIN customer_standings s ON s.workspace_id = o.workspace_id AND s.customer_id = o.customer_id
       WHERE o.workspace_id = $1 AND s.workspace_id = $1 AND o.customer_id > $2 AND o.customer_id <= $3
         AND s.customer_id > $2 AND s.customer_id <= $3 AND o.day < ${epochDay} + $4::int
         AND o.day > ${epochDay} + s.order_days[1] AND o.status = 'completed' AND o.amount_minor > 0
       GROUP BY o.customer_id, o.day
     ) AS days GROUP BY customer_id ORDER BY customer_id
   ) AS customers`,
  [int, int, int, int, text, int, json()],
  { ids: column, counts: column, sums: column, leftOut: float },
);

export const writePredictions = statement(
  `INSERT INTO predictions (workspace_id, customer_id, run_id, expected_orders, churn_risk, order_value_minor,
     value_minor, stake_minor, value_lost_minor, winnable_minor, at_risk)
   SELECT $1, n.customer_id, $2, n.expected_orders, n.churn_risk, nullif(n.order_value, 'NaN'), nullif(n.value, 'NaN'),
     nullif(n.stake, 'NaN'), nullif(n.value_lost, 'NaN'), nullif(n.winnable, 'NaN'),
     n.at_risk = 1
   FROM unnest($3::int[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::float8[],
     $10::float8[], $11::int[])
     AS n(customer_id, expected_orders, churn_risk, order_value, value, stake, value_lost, winnable, at_risk)
   JOIN customers c ON c.workspace_id = $1 AND c.id = n.customer_id
   ON CONFLICT (workspace_id, customer_id, run_id) DO UPDATE
   SET expected_orders = excluded.expected_orders, churn_risk = excluded.churn_risk,
       order_value_minor = excluded.order_value_minor, value_minor = excluded.value_minor, stake_minor = excluded.stake_minor,
       value_lost_minor = excluded.value_lost_minor, winnable_minor = excluded.winnable_minor, at_risk = excluded.at_risk`,
  [int, int, ints, floats, floats, floats, floats, floats, floats, floats, ints],
);
