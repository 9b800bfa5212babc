import type { Rung, RungChange } from '../../loyalty/ladder/rung-rules.ts';
import { textColumn } from '../database/arrays.ts';
import {
  big,
  bool,
  enumOf,
  epochDay,
  float,
  int,
  ints,
  json,
  orNull,
  statement,
  text,
  texts,
} from '../database/statement.ts';

const heldRows = `SELECT c.id, c.recommended_by_id, s.has_pins, s.known_day, s.order_days, s.order_count,
    s.revenue, s.nps_days, s.nps_scores, s.nps_sources, s.nps_respondents, s.csat_days, s.csat_scores, s.csat_sources, s.cli_days, s.cli_sums,
    s.cli_sources, s.country, s.source, s.tags, s.relationship_years, s.won_day, s.advocate_day, s.changes, s.segments_until
  FROM customers c JOIN customer_standings s ON s.workspace_id = c.workspace_id AND s.customer_id = c.id
  WHERE c.workspace_id = $1 AND c.id = ANY($2::int[])`;

const held = {
  id: int,
  recommended_by_id: orNull(int),
  has_pins: bool,
  known_day: int,
  order_days: ints,
  order_count: int,
  revenue: json<Record<string, number>>(),
  nps_days: ints,
  nps_scores: ints,
  nps_sources: texts,
  nps_respondents: ints,
  csat_days: ints,
  csat_scores: ints,
  csat_sources: texts,
  cli_days: ints,
  cli_sums: ints,
  cli_sources: texts,
  country: orNull(text),
  source: orNull(text),
  tags: texts,
  relationship_years: orNull(float),
  won_day: orNull(int),
  advocate_day: orNull(int),
  changes: json<[number, RungChange['rung'], RungChange['reason']][]>(),
  segments_until: orNull(int),
};

export const readStandings = statement(heldRows, [int, ints], held);

export const holdStandings = statement(`${heldRows} ORDER BY s.customer_id FOR NO KEY UPDATE OF s`, [int, ints], held);

export const pinsOfCustomers = statement(
  `SELECT customer_id, rung, from_day - ${epochDay} AS from_day, until_day - ${epochDay} AS until_day
   FROM pins WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) ORDER BY id`,
  [int, ints],
  { customer_id: int, rung: enumOf<Rung>('"Rung"'), from_day: int, until_day: orNull(int) },
);

const orderParts = `known_day = n.known_day, order_days = n.order_days::int[], order_count = n.order_count,
  revenue = n.revenue::jsonb, changes = n.changes::jsonb, worth_minor = n.worth_minor::bigint`;

export const saveOrderParts = statement(
  `UPDATE customer_standings s SET ${orderParts}
   FROM unnest($2::int[], $3::int[], ${textColumn(4)}, $5::int[], ${textColumn(6)}, ${textColumn(7)}, ${textColumn(8)})
     AS n(customer_id, known_day, order_days, order_count, revenue, changes, worth_minor)
   WHERE s.workspace_id = $1 AND s.customer_id = n.customer_id`,
  [int, ints, ints, text, ints, text, text, text],
);

/** Takes apart texts of one row. Of one row alone, an empty text comes in as null: that is no texts, too. */
function listOf(column: string): string {
  return `coalesce(string_to_array(n.${column}, E'\\x1e'), '{}')`;
}

const answerParts = [text, text, text, text, text, text, text, text, text] as const;

export const saveStandings = statement(
  `UPDATE customer_standings s
   SET ${orderParts}, nps_days = n.nps_days::int[],
       nps_scores = n.nps_scores::int[], nps_sources = ${listOf('nps_sources')},
       nps_respondents = n.nps_respondents::int[],
       csat_days = n.csat_days::int[], csat_scores = n.csat_scores::int[],
       csat_sources = ${listOf('csat_sources')}, cli_days = n.cli_days::int[],
       cli_sums = n.cli_sums::int[], cli_sources = ${listOf('cli_sources')}, country = n.country,
       source = n.source, tags = ${listOf('tags')},
       relationship_years = n.relationship_years, won_day = n.won_day, advocate_day = n.advocate_day,
       segments_until = n.segments_until
   FROM unnest($2::int[], $3::int[], ${textColumn(4)}, $5::int[], ${textColumn(6)}, ${textColumn(7)}, ${textColumn(8)},
     ${textColumn(9)}, ${textColumn(10)}, ${textColumn(11)}, ${textColumn(12)}, ${textColumn(13)}, ${textColumn(14)},
     ${textColumn(15)}, ${textColumn(16)}, ${textColumn(17)}, ${textColumn(18, true)}, ${textColumn(19, true)},
     ${textColumn(20)}, ${textColumn(21, true)}::float8[], ${textColumn(22, true)}::int[],
     ${textColumn(23, true)}::int[], ${textColumn(24, true)}::int[], ${textColumn(25)})
     AS n(customer_id, known_day, order_days, order_count, revenue, changes, worth_minor, nps_days, nps_scores,
       nps_sources, csat_days, csat_scores, csat_sources, cli_days, cli_sums, cli_sources, country, source, tags,
       relationship_years, won_day, advocate_day, segments_until, nps_respondents)
   WHERE s.workspace_id = $1 AND s.customer_id = n.customer_id`,
  [int, ints, ints, text, ints, text, text, text, ...answerParts, text, text, text, text, text, text, text, text],
);

/** Of those whose amounts are not all in the reporting currency, or not weighed by what currencies are worth now. */
export const weighAnew = statement(
  `UPDATE customer_standings s SET worth_minor = w.worth
   FROM customer_standings k, LATERAL (
     SELECT coalesce(floor(sum(part.value::float8 * coalesce(($2::jsonb ->> part.key)::float8, 0)) + 0.5), 0)::bigint AS worth
     FROM jsonb_each_text(k.revenue) AS part
   ) AS w
   WHERE s.workspace_id = $1 AND k.workspace_id = $1 AND k.customer_id = s.customer_id AND s.worth_minor <> w.worth`,
  [int, json()],
);

export const removeRungChanges = statement(
  `DELETE FROM rung_changes r USING unnest($2::int[], $3::int[]) AS g(customer_id, day)
   WHERE r.workspace_id = $1 AND r.customer_id = g.customer_id AND r.day = ${epochDay} + g.day`,
  [int, ints, ints],
);

export const addRungChanges = statement(
  `INSERT INTO rung_changes (workspace_id, customer_id, day, from_rung, to_rung, reason)
   SELECT $1, customer_id, ${epochDay} + day, from_rung, to_rung, reason
   FROM unnest($2::int[], $3::int[], ${textColumn(4, true)}::"Rung"[], ${textColumn(5)}::"Rung"[], ${textColumn(6)})
     AS n(customer_id, day, from_rung, to_rung, reason)
   ON CONFLICT (workspace_id, customer_id, day) DO UPDATE
   SET from_rung = excluded.from_rung, to_rung = excluded.to_rung, reason = excluded.reason`,
  [int, ints, ints, text, text, text],
);

export const saveSegments = statement(
  `UPDATE customer_standings s SET tags = ${listOf('tags')}, segments_until = n.segments_until
   FROM unnest($2::int[], ${textColumn(3)}, ${textColumn(4, true)}::int[]) AS n(customer_id, tags, segments_until)
   WHERE s.workspace_id = $1 AND s.customer_id = n.customer_id`,
  [int, ints, text, text],
);

/** Those whom time has put into a segment by rule or out of it. */
export const segmentsDue = statement(
  `SELECT customer_id AS id FROM customer_standings
   WHERE workspace_id = $1 AND segments_until <= $2 AND customer_id > $3 ORDER BY customer_id LIMIT $4`,
  [int, int, int, big],
  { id: int },
);
