-- The plain aggregates that `verify` is measured against: what standings and kept counts hold, by GROUP BY over the raw tables of
-- workspace 1, a question each, and nothing sent to the client but how many rows there are. Changes of rung are left out, as SQL
-- has no rules for them, and stays: of those what began on each day is counted, not what ended.

-- Per customer.
SELECT count(*) FROM (
  SELECT customer_id, array_agg(day ORDER BY day) AS days, sum(orders) AS orders FROM (
    SELECT customer_id, day, count(*) AS orders FROM orders
    WHERE workspace_id = 1 AND status = 'completed' AND amount_minor >= 0 GROUP BY 1, 2
  ) AS daily GROUP BY 1 OFFSET 0
) AS order_days;

SELECT count(*) FROM (
  SELECT customer_id, currency, sum(amount_minor) AS amount FROM orders
  WHERE workspace_id = 1 AND status = 'completed' GROUP BY 1, 2 OFFSET 0
) AS revenue;

SELECT count(*) FROM (
  SELECT customer_id, array_agg(day ORDER BY day) AS days, array_agg(score ORDER BY day) AS scores, array_agg(source ORDER BY day) AS sources
  FROM (
    SELECT DISTINCT ON (customer_id, day) customer_id, day, score, source FROM answers
    WHERE workspace_id = 1 AND customer_id IS NOT NULL AND kind = 'nps'
    ORDER BY customer_id, day, at DESC NULLS LAST, recorded_at DESC, id DESC
  ) AS newest GROUP BY 1 OFFSET 0
) AS votes;

SELECT count(*) FROM (
  SELECT customer_id, kind, array_agg(day ORDER BY day, id) AS days, array_agg(score ORDER BY day, id) AS scores,
    array_agg(18 - recommend - again - other ORDER BY day, id) AS sums, array_agg(source ORDER BY day, id) AS sources
  FROM answers WHERE workspace_id = 1 AND customer_id IS NOT NULL AND kind IN ('csat', 'cli') GROUP BY 1, 2 OFFSET 0
) AS scores;

SELECT count(*) FROM (
  SELECT customer_id, min(day) AS first_day, min(day) FILTER (WHERE kind = 'review' AND public AND score >= 4) AS review_day
  FROM answers WHERE workspace_id = 1 AND customer_id IS NOT NULL GROUP BY 1 OFFSET 0
) AS answered;

SELECT count(*) FROM (
  SELECT p.recommended_by_id, min(o.day) AS won_day FROM customers p JOIN orders o ON o.workspace_id = p.workspace_id AND o.customer_id = p.id
  WHERE p.workspace_id = 1 AND p.recommended_by_id IS NOT NULL AND o.status = 'completed' AND o.amount_minor >= 0 GROUP BY 1 OFFSET 0
) AS won;

-- Per day, in all and told apart by country, by source and by segment.
SELECT count(*) FROM (
  SELECT o.day, o.currency, c.country, c.source, grouping(c.country, c.source), count(*) FILTER (WHERE amount_minor >= 0) AS orders,
    sum(amount_minor) AS amount, sum(amount_minor * c.relationship_years) AS entered
  FROM orders o JOIN customers c ON c.workspace_id = o.workspace_id AND c.id = o.customer_id
  WHERE o.workspace_id = 1 AND o.status = 'completed'
  GROUP BY GROUPING SETS ((o.day, o.currency), (o.day, o.currency, c.country), (o.day, o.currency, c.source)) OFFSET 0
) AS amounts;

SELECT count(*) FROM (
  SELECT a.day, a.kind, c.country, a.source, grouping(c.country, a.source), count(*) FILTER (WHERE score >= 9) AS promoters,
    count(*) FILTER (WHERE score <= 6) AS detractors, count(*) AS answers, sum(score) AS scores, sum(18 - recommend - again - other) AS sums
  FROM answers a LEFT JOIN customers c ON c.workspace_id = a.workspace_id AND c.id = a.customer_id
  WHERE a.workspace_id = 1
  GROUP BY GROUPING SETS ((a.day, a.kind), (a.day, a.kind, c.country), (a.day, a.kind, a.source)) OFFSET 0
) AS answered_by_day;

SELECT count(*) FROM (
  SELECT day, country, source, grouping(country, source), count(*) FILTER (WHERE place = 1) AS first_orders, count(*) FILTER (WHERE place > 1) AS later_orders
  FROM (
    SELECT o.customer_id, o.day, c.country, c.source, row_number() OVER (PARTITION BY o.customer_id ORDER BY o.day) AS place
    FROM (SELECT DISTINCT customer_id, day FROM orders WHERE workspace_id = 1 AND status = 'completed' AND amount_minor >= 0) AS o
    JOIN customers c ON c.workspace_id = 1 AND c.id = o.customer_id
  ) AS placed GROUP BY GROUPING SETS ((day), (day, country), (day, source)) OFFSET 0
) AS repeats;

SELECT count(*) FROM (
  SELECT t.tag, o.day, count(*) AS orders, sum(amount_minor) AS amount FROM customer_tags t
  JOIN orders o ON o.workspace_id = t.workspace_id AND o.customer_id = t.customer_id
  WHERE t.workspace_id = 1 AND o.status = 'completed' GROUP BY 1, 2 OFFSET 0
) AS by_segment;

SELECT count(*) FROM (
  SELECT day, from_rung, to_rung, count(*) FROM rung_changes WHERE workspace_id = 1 GROUP BY 1, 2, 3 OFFSET 0
) AS movements;
