import type { StandingFacts } from '../../loyalty/ladder/standing.ts';
import { numberArray } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/**
 * The facts of these customers, read anew from orders, answers and recommendations.
 *
 * One question per table, for all customers at once: while a first file comes in, the database has no statistics of what
 * the transaction wrote, and in one large question it would choose to look through a whole table for each customer.
 */
export async function readStandingFacts(
  sql: Sql,
  workspaceId: number,
  ids: readonly number[],
  reviewStars: number,
): Promise<StandingFacts[]> {
  const wanted = [workspaceId, numberArray(ids)];
  const customers = await sql.rows<CustomerRow>(customersQuery, wanted);
  const tags = byCustomer(await sql.rows<TagsRow>(tagsQuery, wanted));
  const orders = byCustomer(await sql.rows<OrdersRow>(ordersQuery, wanted));
  const revenues = byCustomer(await sql.rows<RevenueRow>(revenueQuery, wanted));
  const votes = byCustomer(await sql.rows<VotesRow>(votesQuery, wanted));
  const scores = byCustomer(await sql.rows<ScoresRow>(scoresQuery, wanted));
  const answers = byCustomer(await sql.rows<SaidDaysRow>(answersQuery, [...wanted, reviewStars]));
  const won = byCustomer(await sql.rows<WonRow>(wonQuery, wanted));
  return customers.map(({ id, known_day, country, source, relationship_years }) => {
    const orderDays = orders.get(id)?.days ?? [];
    const answered = answers.get(id);
    const vote = votes.get(id);
    const score = scores.get(id);
    return {
      customerId: id,
      knownDay: Math.min(known_day, ...present(orderDays[0], answered?.first_day)),
      orderDays,
      orderCount: orders.get(id)?.count ?? 0,
      revenue: revenues.get(id)?.revenue ?? {},
      npsDays: vote?.days ?? [],
      npsScores: vote?.scores ?? [],
      npsSources: vote?.sources ?? [],
      csatDays: score?.csat_days ?? [],
      csatScores: score?.csat_scores ?? [],
      csatSources: score?.csat_sources ?? [],
      cliDays: score?.cli_days ?? [],
      cliSums: score?.cli_sums ?? [],
      cliSources: score?.cli_sources ?? [],
      country,
      source,
      tags: tags.get(id)?.tags ?? [],
      relationshipYears: relationship_years,
      wonDay: won.get(id)?.day ?? null,
      advocateDay: present(won.get(id)?.day, answered?.review_day).sort((a, b) => a - b)[0] ?? null,
    };
  });
}

interface CustomerRow {
  readonly id: number;
  readonly known_day: number;
  readonly country: string | null;
  readonly source: string | null;
  readonly relationship_years: number | null;
}
const customersQuery = `
  SELECT id, least(since_day, created_day) - ${epochDay} AS known_day, country, source, relationship_years
  FROM customers WHERE workspace_id = $1 AND id = ANY($2::int[])`;

interface TagsRow {
  readonly customer_id: number;
  readonly tags: string[];
}
const tagsQuery = `
  SELECT customer_id, array_agg(tag ORDER BY tag) AS tags FROM customer_tags
  WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) GROUP BY 1`;

interface OrdersRow {
  readonly customer_id: number;
  readonly days: number[];
  readonly count: number;
}
const ordersQuery = `
  SELECT customer_id, array_agg(day ORDER BY day) AS days, sum(count)::int AS count FROM (
    SELECT customer_id, day - ${epochDay} AS day, count(*) AS count FROM orders
    WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status = 'completed' AND amount_minor >= 0
    GROUP BY 1, 2
  ) AS daily GROUP BY 1`;

interface RevenueRow {
  readonly customer_id: number;
  readonly revenue: Record<string, number>;
}
const revenueQuery = `
  SELECT customer_id, jsonb_object_agg(currency, sum) AS revenue FROM (
    SELECT customer_id, currency, sum(amount_minor) AS sum FROM orders
    WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND status = 'completed' GROUP BY 1, 2
  ) AS sums GROUP BY 1`;

interface VotesRow {
  readonly customer_id: number;
  readonly days: number[];
  readonly scores: number[];
  readonly sources: string[];
}
const votesQuery = `
  SELECT customer_id, array_agg(day ORDER BY day) AS days, array_agg(score::int ORDER BY day) AS scores,
    array_agg(coalesce(source, '') ORDER BY day) AS sources FROM (
    SELECT DISTINCT ON (customer_id, answers.day) customer_id, answers.day - ${epochDay} AS day, score, source FROM answers
    WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND kind = 'nps'
    ORDER BY customer_id, answers.day, at DESC NULLS LAST, recorded_at DESC, id DESC
  ) AS newest GROUP BY 1`;

interface ScoresRow {
  readonly customer_id: number;
  readonly csat_days: number[] | null;
  readonly csat_scores: number[] | null;
  readonly csat_sources: string[] | null;
  readonly cli_days: number[] | null;
  readonly cli_sums: number[] | null;
  readonly cli_sources: string[] | null;
}
const scoresQuery = `
  SELECT customer_id,
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
  ) AS scored GROUP BY 1`;

interface SaidDaysRow {
  readonly customer_id: number;
  readonly first_day: number;
  readonly review_day: number | null;
}
const answersQuery = `
  SELECT customer_id, min(day) - ${epochDay} AS first_day,
    min(day) FILTER (WHERE kind = 'review' AND public AND score >= $3) - ${epochDay} AS review_day
  FROM answers WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) GROUP BY 1`;

interface WonRow {
  readonly customer_id: number;
  readonly day: number | null;
}
const wonQuery = `
  SELECT p.recommended_by_id AS customer_id, min(won.order_days[1]) AS day
  FROM customers p JOIN customer_standings won ON won.workspace_id = p.workspace_id AND won.customer_id = p.id
  WHERE p.workspace_id = $1 AND p.recommended_by_id = ANY($2::int[]) GROUP BY 1`;

function byCustomer<Row extends { readonly customer_id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [row.customer_id, row]));
}

function present(...days: readonly (number | null | undefined)[]): number[] {
  return days.filter((day) => day !== null && day !== undefined);
}
