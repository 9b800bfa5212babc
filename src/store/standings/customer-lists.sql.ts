import type { Rung } from '../../loyalty/ladder/rung-rules.ts';
import {
  big,
  bool,
  eachOf,
  enumOf,
  epochDay,
  int,
  ints,
  json,
  orNull,
  statement,
  text,
} from '../database/statement.ts';

/**
 * A walk goes through customers from a place on, the greatest value first, and no further than $5 customers: so a list costs
 * the same among any number. $2 is the day on which it is looked at, $3 and $4 the place; $6 and $7 bound the value, by which
 * the index is entered.
 */
const walked = `SELECT * FROM customer_standings
  WHERE workspace_id = $1 AND (worth_minor, customer_id) < ($3::bigint, $4::int)
    AND worth_minor >= $6::bigint AND worth_minor <= $7::bigint
  ORDER BY workspace_id DESC, worth_minor DESC, customer_id DESC LIMIT $5::bigint`;

// Where fewer come into question than a walk goes through, they are gone through at once, found by an index of their own: else they
// would be looked for among all.

/** Those whom a campaign contacted, $21. */
const contacted = `SELECT s.*
  FROM (SELECT customer_id FROM campaign_contacts WHERE workspace_id = $1 AND campaign_id = $21::int LIMIT $5::bigint) AS c
    JOIN customer_standings s ON s.workspace_id = $1 AND s.customer_id = c.customer_id
  WHERE (s.worth_minor, s.customer_id) < ($3::bigint, $4::int)
    AND s.worth_minor >= $6::bigint AND s.worth_minor <= $7::bigint`;

/** Those who are in a segment, $9. The index leaves out who is in none, and tells no workspaces apart. */
const inSegment = `SELECT s.*
  FROM (SELECT * FROM customer_standings WHERE workspace_id = $1 AND tags @> ARRAY[$9::text] AND tags <> '{}' LIMIT $5::bigint) AS s
  WHERE (s.worth_minor, s.customer_id) < ($3::bigint, $4::int)
    AND s.worth_minor >= $6::bigint AND s.worth_minor <= $7::bigint`;

/** Those whom a member looks after, $24. */
const owned = `SELECT s.*
  FROM (SELECT id FROM customers WHERE workspace_id = $1 AND owner_id = $24::text LIMIT $5::bigint) AS c
    JOIN customer_standings s ON s.workspace_id = $1 AND s.customer_id = c.id
  WHERE (s.worth_minor, s.customer_id) < ($3::bigint, $4::int)
    AND s.worth_minor >= $6::bigint AND s.worth_minor <= $7::bigint`;

/** Through whom a walk goes. */
const walkOf = { all: walked, contacted, 'in-segment': inSegment, owned } as const;
export type WalkWay = keyof typeof walkOf;
const ways = ['all', 'contacted', 'in-segment', 'owned'] as const satisfies readonly WalkWay[];

const walkedBy = [int, int, big, int, big, big, big] as const;

const lastOrder = 's.order_days[width_bucket($2::int, s.order_days)]';
const newestNps = 's.nps_scores[width_bucket($2::int, s.nps_days)]';

/** The rung is looked up last, for those of whom all else holds. */
const rung = `coalesce((SELECT to_rung FROM rung_changes r
  WHERE r.workspace_id = s.workspace_id AND r.customer_id = s.customer_id AND r.day <= ${epochDay} + $2::int
  ORDER BY r.day DESC LIMIT 1), 'prospect'::"Rung")`;

const isWithin = (value: string, least: number) =>
  `($${least}::int IS NULL OR ${value} >= $${least}::int) AND ($${least + 1}::int IS NULL OR ${value} <= $${least + 1}::int)`;

/** $21: a campaign, $22 a variant of it, $23 whether they are to have responded. */
const isContacted = `($21::int IS NULL OR EXISTS (SELECT FROM campaign_contacts c
  WHERE c.workspace_id = $1 AND c.campaign_id = $21::int AND c.customer_id = s.customer_id
    AND c.contacted_day <= ${epochDay} + $2::int
    AND ($22::text IS NULL OR c.variant = $22::text) AND (NOT $23::boolean OR c.responded)))`;

/** $24: who looks after them; empty: nobody. $17: how many days a customer may stay away and be active; null: also those who have. */
const asAsked = `s.known_day <= $2::int
  AND ($8::text IS NULL OR coalesce(s.country, '') = $8::text)
  AND ($9::text IS NULL OR s.tags @> ARRAY[$9::text])
  AND ($10::text IS NULL OR coalesce(s.source, '') = $10::text)
  AND ${isWithin('s.order_count', 11)} AND ${isWithin('s.known_day', 13)} AND ${isWithin(`($2::int - ${lastOrder})`, 15)}
  AND ($17::int IS NULL OR ${lastOrder} <= $2::int - $17::int) AND ${isWithin(newestNps, 18)}
  AND ($24::text IS NULL OR $24::text = coalesce((SELECT owner_id FROM customers c
    WHERE c.workspace_id = s.workspace_id AND c.id = s.customer_id), ''))
  AND ${isContacted}
  AND ($20::"Rung" IS NULL OR ${rung} = $20::"Rung")`;

const whole = orNull(int);
const asked = [
  ...walkedBy,
  orNull(text),
  orNull(text),
  orNull(text),
  ...[whole, whole, whole, whole, whole, whole, whole, whole, whole],
  orNull(enumOf<Rung>('"Rung"')),
  whole,
  orNull(text),
  bool,
  orNull(text),
] as const;

export const customersInWalk = eachOf(ways, (way) =>
  statement(
    `SELECT s.customer_id AS id, s.worth_minor AS worth, s.order_count AS orders, s.revenue, ${lastOrder} AS last,
     ${newestNps} AS nps, ${rung} AS rung
   FROM (${walkOf[way]}) AS s WHERE ${asAsked}
   ORDER BY s.workspace_id DESC, s.worth_minor DESC, s.customer_id DESC LIMIT $25`,
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

export const countInWalk = eachOf(ways, (way) =>
  statement(
    `SELECT count(*) FILTER (WHERE ${asAsked})::int AS found, count(*)::int AS walked FROM (${walkOf[way]}) AS s`,
    asked,
    { found: int, walked: int },
  ),
);

// How many come into question; no more than a walk goes through are counted.

/** Of a campaign by its folded name. */
export const contactedBy = statement(
  `SELECT m.id, (SELECT count(*)::int FROM (SELECT FROM campaign_contacts
     WHERE workspace_id = $1 AND campaign_id = m.id LIMIT $3::bigint) AS c) AS customers
   FROM campaigns m WHERE m.workspace_id = $1 AND m.folded = $2`,
  [int, text, big],
  { id: int, customers: int },
);

export const peopleInSegment = statement(
  `SELECT count(*)::int AS customers FROM (SELECT FROM customer_standings
     WHERE workspace_id = $1 AND tags @> ARRAY[$2::text] AND tags <> '{}' LIMIT $3::bigint) AS s`,
  [int, text, big],
  { customers: int },
);

export const ownedBy = statement(
  `SELECT count(*)::int AS customers FROM (SELECT FROM customers
     WHERE workspace_id = $1 AND owner_id = $2 LIMIT $3::bigint) AS c`,
  [int, text, big],
  { customers: int },
);

/** The last place of a walk that found more than it may go through. */
export const endOfWalk = statement(
  `SELECT customer_id AS id, worth_minor AS worth FROM (${walked}) AS s OFFSET $5::bigint - 1 LIMIT CASE WHEN $2::int IS NULL THEN 0 ELSE 1 END`,
  walkedBy,
  { id: int, worth: big },
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
