import type { Rung } from '../../loyalty/ladder/rung-rules.ts';
import { big, bool, enumOf, epochDay, float, int, orNull, small, statement, text } from '../database/statement.ts';
import { keptRungChangeText, keptStandingText } from './standing-text.ts';

export const customerSlices = statement(
  `SELECT id, place::int AS place FROM (
       SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS customers FROM customers WHERE workspace_id = $1
     ) AS placed WHERE place % $2 = 0 OR place IN ($3, customers) ORDER BY id`,
  [int, big, big],
  { id: int, place: int },
);

/** The customers of a slice. */
const inRange = (id: string) => `workspace_id = $1 AND ${id} > $2 AND ${id} <= $3`;

export const customersInRange = statement(
  `SELECT c.id, c.external_id, c.name, c.email, least(c.since_day, c.created_day) - ${epochDay} AS known_day, c.country, c.source,
    c.relationship_years, s.has_pins, CASE WHEN s.customer_id IS NOT NULL THEN ${keptStandingText} END AS kept
  FROM customers c LEFT JOIN customer_standings s ON s.workspace_id = c.workspace_id AND s.customer_id = c.id
  WHERE c.workspace_id = $1 AND c.id > $2 AND c.id <= $3 ORDER BY c.id`,
  [int, int, int],
  {
    id: int,
    external_id: text,
    name: orNull(text),
    email: orNull(text),
    known_day: int,
    country: orNull(text),
    source: orNull(text),
    relationship_years: orNull(float),
    has_pins: orNull(bool),
    kept: orNull(text),
  },
);

export const tagsInRange = statement(
  `SELECT customer_id, tag FROM customer_tags WHERE ${inRange('customer_id')} ORDER BY customer_id, tag`,
  [int, int, int],
  { customer_id: int, tag: text },
);

/** Texts, as the driver takes arrays apart slowly. */
export const ordersInRange = statement(
  `SELECT customer_id, currency, min(day) AS first_day, string_agg(day::text, ',') FILTER (WHERE counts) AS days,
    string_agg(amount_minor::text, ',') FILTER (WHERE counts) AS amounts
  FROM (
    SELECT customer_id, currency COLLATE "C" AS currency, day - ${epochDay} AS day, amount_minor, status = 'completed' AS counts
    FROM orders WHERE ${inRange('customer_id')} ORDER BY 1, 2, 3
  ) AS ordered GROUP BY 1, 2 ORDER BY 1, 2`,
  [int, int, int],
  { customer_id: int, currency: text, first_day: int, days: orNull(text), amounts: orNull(text) },
);

export const wonInRange = statement(
  `SELECT p.recommended_by_id AS customer_id, min(o.day) - ${epochDay} AS day
  FROM customers p, LATERAL (
    SELECT day FROM orders o WHERE o.workspace_id = p.workspace_id AND o.customer_id = p.id AND status = 'completed' AND amount_minor >= 0
    ORDER BY day LIMIT 1
  ) AS o WHERE p.workspace_id = $1 AND p.recommended_by_id > $2 AND p.recommended_by_id <= $3 GROUP BY 1 ORDER BY 1`,
  [int, int, int],
  { customer_id: int, day: orNull(int) },
);

export const pinsInRange = statement(
  `SELECT customer_id, rung, from_day - ${epochDay} AS from_day, until_day - ${epochDay} AS until_day
  FROM pins WHERE ${inRange('customer_id')} ORDER BY customer_id, id`,
  [int, int, int],
  { customer_id: int, rung: enumOf<Rung>('"Rung"'), from_day: int, until_day: orNull(int) },
);

export const changesInRange = statement(
  `SELECT customer_id, string_agg(${keptRungChangeText}, ',') AS changes FROM (
    SELECT * FROM rung_changes WHERE ${inRange('customer_id')} ORDER BY customer_id, day
  ) AS ordered GROUP BY 1 ORDER BY 1`,
  [int, int, int],
  { customer_id: int, changes: text },
);

export const wordsInRange = statement(
  `SELECT customer_id, string_agg(word, ' ') AS words FROM customer_words
  WHERE ${inRange('customer_id')} GROUP BY 1 ORDER BY 1`,
  [int, int, int],
  { customer_id: int, words: text },
);

/**
 * A customer's answers, as texts, which database and driver hand over fastest: "day score respondent" of votes, the newest of
 * a day first, and "day score id" of the others, with their sources beside them.
 */
export const answersInRange = statement(
  `SELECT customer_id, min(day) AS first_day, min(day) FILTER (WHERE kind = 'review' AND public AND score >= $4) AS review_day,
    string_agg(day || ' ' || score || ' ' || respondent, ',') FILTER (WHERE kind = 'nps' AND score IS NOT NULL) AS votes,
    string_agg(source, E'\\x1f') FILTER (WHERE kind = 'nps' AND score IS NOT NULL) AS vote_sources,
    string_agg(day || ' ' || score || ' ' || id, ',') FILTER (WHERE kind = 'csat' AND score IS NOT NULL) AS csat,
    string_agg(source, E'\\x1f') FILTER (WHERE kind = 'csat' AND score IS NOT NULL) AS csat_sources,
    string_agg(day || ' ' || cli_sum || ' ' || id, ',') FILTER (WHERE kind = 'cli' AND cli_sum IS NOT NULL) AS cli,
    string_agg(source, E'\\x1f') FILTER (WHERE kind = 'cli' AND cli_sum IS NOT NULL) AS cli_sources
  FROM (
    SELECT customer_id, day - ${epochDay} AS day, kind, score, 18 - recommend - again - other AS cli_sum, public, id,
      coalesce(source, '') AS source, coalesce(respondent_id, 0) AS respondent
    FROM answers WHERE workspace_id = $1 AND customer_id > $2 AND customer_id <= $3
    ORDER BY customer_id, answers.day, at DESC NULLS LAST, recorded_at DESC, id DESC
  ) AS ordered GROUP BY 1 ORDER BY 1`,
  [int, int, int, small],
  {
    customer_id: int,
    first_day: int,
    review_day: orNull(int),
    votes: orNull(text),
    vote_sources: orNull(text),
    csat: orNull(text),
    csat_sources: orNull(text),
    cli: orNull(text),
    cli_sources: orNull(text),
  },
);
