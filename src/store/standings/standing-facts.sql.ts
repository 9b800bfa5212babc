import { epochDay, float, int, ints, json, orNull, small, statement, text, texts } from '../database/statement.ts';

export const customersOf = statement(
  `SELECT id, least(since_day, created_day) - ${epochDay} AS known_day, country, source, relationship_years
  FROM customers WHERE workspace_id = $1 AND id = ANY($2::int[])`,
  [int, ints],
  { id: int, known_day: int, country: orNull(text), source: orNull(text), relationship_years: orNull(float) },
);

export const tagsOf = statement(
  `SELECT customer_id, array_agg(tag ORDER BY tag) AS tags FROM customer_tags
  WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) GROUP BY 1`,
  [int, ints],
  { customer_id: int, tags: texts },
);

export const orderDaysOf = statement(
  `SELECT customer_id, min(day) AS first_day, array_agg(day ORDER BY day) FILTER (WHERE count > 0) AS days,
    sum(count)::int AS count
  FROM (
    SELECT customer_id, day - ${epochDay} AS day, count(*) FILTER (WHERE status = 'completed' AND amount_minor >= 0) AS count
    FROM orders WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) GROUP BY 1, 2
  ) AS daily GROUP BY 1`,
  [int, ints],
  { customer_id: int, first_day: int, days: orNull(ints), count: int },
);

export const revenueOf = statement(
  `SELECT customer_id, jsonb_object_agg(currency, sum) AS revenue FROM (
    SELECT customer_id, currency, sum(amount_minor) AS sum FROM orders
    WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status = 'completed' GROUP BY 1, 2
  ) AS sums GROUP BY 1`,
  [int, ints],
  { customer_id: int, revenue: json<Record<string, number>>() },
);

const inOrder = 'day, at NULLS FIRST, recorded_at, id';

/** Each respondent's newest score of a day. */
export const votesOf = statement(
  `SELECT customer_id, array_agg(day ORDER BY ${inOrder}) AS days, array_agg(score::int ORDER BY ${inOrder}) AS scores,
    array_agg(coalesce(source, '') ORDER BY ${inOrder}) AS sources, array_agg(respondent ORDER BY ${inOrder}) AS respondents FROM (
    SELECT DISTINCT ON (customer_id, answers.day, coalesce(respondent_id, 0)) customer_id, answers.day - ${epochDay} AS day, score,
      source, coalesce(respondent_id, 0) AS respondent, at, recorded_at, id
    FROM answers
    WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND kind = 'nps'
    ORDER BY customer_id, answers.day, coalesce(respondent_id, 0), at DESC NULLS LAST, recorded_at DESC, id DESC
  ) AS newest GROUP BY 1`,
  [int, ints],
  { customer_id: int, days: ints, scores: ints, sources: texts, respondents: ints },
);

export const scoresOf = statement(
  `SELECT customer_id,
    array_agg(day ORDER BY day, id) FILTER (WHERE kind = 'csat') AS csat_days,
    array_agg(score::int ORDER BY day, id) FILTER (WHERE kind = 'csat') AS csat_scores,
    array_agg(source ORDER BY day, id) FILTER (WHERE kind = 'csat') AS csat_sources,
    array_agg(day ORDER BY day, id) FILTER (WHERE kind = 'cli') AS cli_days,
    array_agg(18 - recommend - again - other ORDER BY day, id) FILTER (WHERE kind = 'cli') AS cli_sums,
    array_agg(source ORDER BY day, id) FILTER (WHERE kind = 'cli') AS cli_sources
  FROM (
    SELECT customer_id, id, kind, day - ${epochDay} AS day, score, recommend, again, other, coalesce(source, '') AS source
    FROM answers WHERE workspace_id = $1 AND customer_id = ANY($2::int[])
      AND (kind = 'csat' AND score IS NOT NULL OR kind = 'cli' AND recommend + again + other IS NOT NULL)
  ) AS scored GROUP BY 1`,
  [int, ints],
  {
    customer_id: int,
    csat_days: orNull(ints),
    csat_scores: orNull(ints),
    csat_sources: orNull(texts),
    cli_days: orNull(ints),
    cli_sums: orNull(ints),
    cli_sources: orNull(texts),
  },
);

export const saidDaysOf = statement(
  `SELECT customer_id, min(day) - ${epochDay} AS first_day,
    min(day) FILTER (WHERE kind = 'review' AND public AND score >= $3) - ${epochDay} AS review_day
  FROM answers WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) GROUP BY 1`,
  [int, ints, small],
  { customer_id: int, first_day: int, review_day: orNull(int) },
);

export const firstWonOf = statement(
  `SELECT p.recommended_by_id AS customer_id, min(won.order_days[1]) AS day
  FROM customers p JOIN customer_standings won ON won.workspace_id = p.workspace_id AND won.customer_id = p.id
  WHERE p.workspace_id = $1 AND p.recommended_by_id = ANY($2::int[]) GROUP BY 1`,
  [int, ints],
  { customer_id: int, day: orNull(int) },
);
