import type { Rung } from '../../loyalty/ladder/rung-rules.ts';
import { big, eachOf, enumOf, epochDay, int, ints, json, orNull, statement, text } from '../database/statement.ts';

/**
 * A walk goes through customers from a place on, the greatest value first, and no further than $5 customers: so a list costs
 * the same among any number. $2 is the day on which it is looked at, $3 and $4 the place; $6 and $7 bound the value, by which
 * the index is entered. $8 is who looks after the customers; empty: nobody. Of a member's own the walk goes through these
 * alone.
 */
const walked = (whose: WalkOf) => {
  const { from, where } = {
    all: { from: 'customer_standings s', where: `coalesce($8::text, '') = ''` },
    owned: {
      from: 'customers c JOIN customer_standings s ON s.workspace_id = c.workspace_id AND s.customer_id = c.id',
      where: 'c.workspace_id = $1 AND c.owner_id = $8::text',
    },
  }[whose];
  return `SELECT s.* FROM ${from}
  WHERE s.workspace_id = $1 AND (s.worth_minor, s.customer_id) < ($3::bigint, $4::int)
    AND s.worth_minor >= $6::bigint AND s.worth_minor <= $7::bigint AND ${where}
  ORDER BY s.workspace_id DESC, s.worth_minor DESC, s.customer_id DESC LIMIT $5::bigint`;
};

/** All customers, or those whom a member looks after. */
const whoseWalks = ['all', 'owned'] as const;
export type WalkOf = (typeof whoseWalks)[number];

const walkedBy = [int, int, big, int, big, big, big, orNull(text)] as const;

const lastOrder = 's.order_days[width_bucket($2::int, s.order_days)]';
const newestNps = 's.nps_scores[width_bucket($2::int, s.nps_days)]';

/** The rung is looked up last, for those of whom all else holds. */
const rung = `coalesce((SELECT to_rung FROM rung_changes r
  WHERE r.workspace_id = s.workspace_id AND r.customer_id = s.customer_id AND r.day <= ${epochDay} + $2::int
  ORDER BY r.day DESC LIMIT 1), 'prospect'::"Rung")`;

const isWithin = (value: string, least: number) =>
  `($${least}::int IS NULL OR ${value} >= $${least}::int) AND ($${least + 1}::int IS NULL OR ${value} <= $${least + 1}::int)`;

/** $18: how many days a customer may stay away and be active; null: also those who have. */
const asAsked = `s.known_day <= $2::int
  AND ($9::text IS NULL OR coalesce(s.country, '') = $9::text)
  AND ($10::text IS NULL OR s.tags @> ARRAY[$10::text])
  AND ($11::text IS NULL OR coalesce(s.source, '') = $11::text)
  AND ${isWithin('s.order_count', 12)} AND ${isWithin('s.known_day', 14)} AND ${isWithin(`($2::int - ${lastOrder})`, 16)}
  AND ($18::int IS NULL OR ${lastOrder} <= $2::int - $18::int) AND ${isWithin(newestNps, 19)}
  AND ($8::text IS DISTINCT FROM '' OR NOT EXISTS (SELECT FROM customers c
    WHERE c.workspace_id = s.workspace_id AND c.id = s.customer_id AND c.owner_id IS NOT NULL))
  AND ($21::"Rung" IS NULL OR ${rung} = $21::"Rung")`;

const whole = orNull(int);
const asked = [
  ...walkedBy,
  orNull(text),
  orNull(text),
  orNull(text),
  ...[whole, whole, whole, whole, whole, whole, whole, whole, whole],
  orNull(enumOf<Rung>('"Rung"')),
] as const;

export const customersInWalk = eachOf(whoseWalks, (whose) =>
  statement(
    `SELECT s.customer_id AS id, s.worth_minor AS worth, s.order_count AS orders, s.revenue, ${lastOrder} AS last,
     ${newestNps} AS nps, ${rung} AS rung
   FROM (${walked(whose)}) AS s WHERE ${asAsked}
   ORDER BY s.workspace_id DESC, s.worth_minor DESC, s.customer_id DESC LIMIT $22`,
    [...asked, big],
    {
      id: int,
      worth: big,
      orders: int,
      revenue: json<Record<string, number>>(),
      last: orNull(int),
      nps: orNull(int),
      rung: enumOf<Rung>('"Rung"'),
    },
  ),
);

export const countInWalk = eachOf(whoseWalks, (whose) =>
  statement(
    `SELECT count(*) FILTER (WHERE ${asAsked})::int AS found, count(*)::int AS walked FROM (${walked(whose)}) AS s`,
    asked,
    { found: int, walked: int },
  ),
);

/** The last place of a walk that found more than it may go through. */
export const endOfWalk = eachOf(whoseWalks, (whose) =>
  statement(
    `SELECT customer_id AS id, worth_minor AS worth FROM (${walked(whose)}) AS s OFFSET $5::bigint - 1 LIMIT CASE WHEN $2::int IS NULL THEN 0 ELSE 1 END`,
    walkedBy,
    { id: int, worth: big },
  ),
);

/**
 * Fifths of those who ordered, among as many customers as are looked at: all of them, or some that stand apart by the same
 * number of ids. $2 is the day, $3 how many.
 */
export const rfmSpread = statement(
  `WITH ends AS (
     SELECT (SELECT customer_id FROM customer_standings WHERE workspace_id = $1 ORDER BY customer_id LIMIT 1) AS first,
       (SELECT customer_id FROM customer_standings WHERE workspace_id = $1 ORDER BY customer_id DESC LIMIT 1) AS last
   ), looked_at AS (
     SELECT $2::int - ${lastOrder} AS recent, s.order_count AS orders, s.worth_minor AS worth
     FROM ends, LATERAL generate_series(first, last, greatest((last - first) / $3::int, 1)) AS one(id)
       JOIN customer_standings s ON s.workspace_id = $1 AND s.customer_id = one.id
     WHERE s.order_days[1] <= $2::int
   )
   SELECT count(*)::int AS customers,
     percentile_disc(ARRAY[0.4, 0.6]) WITHIN GROUP (ORDER BY recent)::int[] AS recent,
     percentile_disc(ARRAY[0.4, 0.6]) WITHIN GROUP (ORDER BY orders)::int[] AS orders,
     percentile_disc(0.6) WITHIN GROUP (ORDER BY worth) AS worth FROM looked_at`,
  [int, int, int],
  { customers: int, recent: orNull(ints), orders: orNull(ints), worth: orNull(big) },
);
