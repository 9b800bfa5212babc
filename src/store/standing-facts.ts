import type { StandingFacts } from '../loyalty/standing.ts';
import { numberArray } from './arrays.ts';
import { epochDay, type Sql } from './sql.ts';

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
  const orders = byCustomer(await sql.rows<OrdersRow>(ordersQuery, wanted));
  const revenues = byCustomer(await sql.rows<RevenueRow>(revenueQuery, wanted));
  const votes = byCustomer(await sql.rows<VotesRow>(votesQuery, wanted));
  const answers = byCustomer(await sql.rows<AnswersRow>(answersQuery, [...wanted, reviewStars]));
  const won = byCustomer(await sql.rows<WonRow>(wonQuery, wanted));
  return customers.map(({ id, known_day }) => {
    const orderDays = orders.get(id)?.days ?? [];
    const answered = answers.get(id);
    return {
      customerId: id,
      knownDay: Math.min(known_day, ...present(orderDays[0], answered?.first_day)),
      orderDays,
      orderCount: orders.get(id)?.count ?? 0,
      revenue: revenues.get(id)?.revenue ?? {},
      npsDays: votes.get(id)?.days ?? [],
      npsScores: votes.get(id)?.scores ?? [],
      advocateDay: present(won.get(id)?.day, answered?.review_day).sort((a, b) => a - b)[0] ?? null,
    };
  });
}

interface CustomerRow {
  readonly id: number;
  readonly known_day: number;
}
const customersQuery = `
  SELECT id, least(since_day, created_day) - ${epochDay} AS known_day
  FROM customers WHERE workspace_id = $1 AND id = ANY($2::int[])`;

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
}
const votesQuery = `
  SELECT customer_id, array_agg(day ORDER BY day) AS days, array_agg(score::int ORDER BY day) AS scores FROM (
    SELECT DISTINCT ON (customer_id, answers.day) customer_id, answers.day - ${epochDay} AS day, score FROM answers
    WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND kind = 'nps'
    ORDER BY customer_id, answers.day, at DESC NULLS LAST, recorded_at DESC, id DESC
  ) AS newest GROUP BY 1`;

interface AnswersRow {
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
