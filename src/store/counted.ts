import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import type { Window } from '../loyalty/period.ts';
import { epochDay, type Sql } from './sql.ts';

/**
 * Figures over windows for which there are no kept counts: counted customer by customer, from the days that their standings
 * hold. Of a small segment only its customers are looked at.
 */
type Which = { readonly part: Part | null } | { readonly by: Dimension };
type Counted = Map<string, readonly number[]>;

/** Votes by kind: promoters, passives, detractors. Each customer's newest in the window; each anonymous one. */
export async function countVotes(sql: Sql, workspaceId: number, window: Window, which: Which): Promise<Counted> {
  const dimension = dimensionOf(which);
  const ofCustomers = dimension === 'country' || dimension === 'segment';
  const { votes, parameters } = ofCustomers
    ? votesOfParts(workspaceId, window, which)
    : allVotes(workspaceId, window, which);
  return toCounted(
    await sql.rows(
      `SELECT key, ARRAY[count(*) FILTER (WHERE score >= 9)::float8, count(*) FILTER (WHERE score BETWEEN 7 AND 8)::float8,
         count(*) FILTER (WHERE score <= 6)::float8] AS counts FROM (${votes}) AS votes GROUP BY key`,
      parameters,
    ),
  );
}

/** From the standings of the customers of a country or segment. */
function votesOfParts(workspaceId: number, window: Window, which: Which) {
  const { from, keys, parameters } = customersOf(workspaceId, window, which, {
    rung: 'vote.day',
    source: 'vote.source',
  });
  const votes = `
    SELECT ${keys.key} AS key, vote.score FROM ${from}, LATERAL (
      SELECT score FROM unnest(s.nps_days, s.nps_scores) AS votes(day, score)
      WHERE day >= $2 AND day < $3 ORDER BY day DESC LIMIT 1
    ) AS vote WHERE ${keys.where}`;
  return { votes, parameters };
}

/** From the answers of the window, whatever number of customers gave none. */
function allVotes(workspaceId: number, { from, to }: Window, which: Which) {
  const key = {
    none: `''`,
    source: `coalesce(source, '')`,
    rung: `CASE WHEN customer_id IS NULL THEN 'anonymous' ELSE coalesce((
      SELECT to_rung::text FROM rung_changes r
      WHERE r.workspace_id = $1 AND r.customer_id = newest.customer_id AND r.day < newest.day ORDER BY r.day DESC LIMIT 1
    ), 'prospect') END`,
  }[dimensionOf(which) === 'source' ? 'source' : dimensionOf(which) === 'rung' ? 'rung' : 'none'];
  const value = 'part' in which ? (which.part?.value ?? null) : null;
  const votes = `
    SELECT ${'by' in which ? key : `''`} AS key, score FROM (
      SELECT DISTINCT ON (customer_id, CASE WHEN customer_id IS NULL THEN id END) customer_id, day, score, source FROM answers
      WHERE workspace_id = $1 AND kind = 'nps' AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int
      ORDER BY customer_id, CASE WHEN customer_id IS NULL THEN id END, day DESC, at DESC NULLS LAST, recorded_at DESC, id DESC
    ) AS newest ${value === null ? '' : `WHERE ${key} = $4`}`;
  return { votes, parameters: [workspaceId, from, to, ...(value === null ? [] : [value])] };
}

/** Customers by their newest order in the window: their first ever, or a later one. */
export async function countOrders(sql: Sql, workspaceId: number, window: Window, which: Which): Promise<Counted> {
  const { from, keys, parameters } = customersOf(workspaceId, window, which, {
    rung: 'newest.day',
    source: 'c.source',
  });
  return toCounted(
    await sql.rows(
      `SELECT ${keys.key} AS key, ARRAY[count(*) FILTER (WHERE newest.day = s.order_days[1])::float8,
         count(*) FILTER (WHERE newest.day > s.order_days[1])::float8] AS counts
       FROM ${from}, LATERAL (SELECT max(day) AS day FROM unnest(s.order_days) AS day WHERE day >= $2 AND day < $3) AS newest
       WHERE newest.day IS NOT NULL AND ${keys.where} GROUP BY 1`,
      parameters,
    ),
  );
}

/** Customers who were active when the window began and no longer are when it ends. */
export async function countLost(
  sql: Sql,
  workspaceId: number,
  window: Window,
  which: Which,
  activeDays: number,
): Promise<Counted> {
  const { from, keys, parameters } = customersOf(workspaceId, window, which, { rung: '$2', source: 'c.source' });
  const days = Math.trunc(activeDays);
  return toCounted(
    await sql.rows(
      `SELECT ${keys.key} AS key, ARRAY[count(*)::float8] AS counts FROM ${from}
       WHERE EXISTS (SELECT FROM unnest(s.order_days) AS day WHERE day >= $2::int - ${days} AND day < $2::int)
         AND NOT EXISTS (SELECT FROM unnest(s.order_days) AS day WHERE day >= $3::int - ${days} AND day < $3::int)
         AND ${keys.where} GROUP BY 1`,
      parameters,
    ),
  );
}

/** The customers that are asked for, and by what they are told apart. */
function customersOf(
  workspaceId: number,
  { from, to }: Window,
  which: Which,
  dayAndSource: { readonly rung: string; readonly source: string },
) {
  const joined = `customers c JOIN customer_standings s ON s.workspace_id = c.workspace_id AND s.customer_id = c.id`;
  const keysOf: Readonly<Record<Dimension, string>> = {
    country: `coalesce(c.country, '')`,
    source: `coalesce(${dayAndSource.source}, '')`,
    segment: 't.tag',
    rung: `coalesce((SELECT to_rung::text FROM rung_changes r WHERE r.workspace_id = $1 AND r.customer_id = c.id
      AND r.day < ${epochDay} + ${dayAndSource.rung}::int ORDER BY r.day DESC LIMIT 1), 'prospect')`,
  };
  const dimension = dimensionOf(which);
  const value = 'part' in which ? (which.part?.value ?? null) : null;
  const tagged =
    dimension === 'segment'
      ? `${joined} JOIN customer_tags t ON t.workspace_id = c.workspace_id AND t.customer_id = c.id`
      : joined;
  const inWorkspace = `c.workspace_id = $1${dimension === 'segment' ? ' AND t.workspace_id = $1' : ''}`;
  const key = dimension === null ? null : keysOf[dimension];
  const ofValue = value === null || key === null ? '' : ` AND ${key} = $4`;
  return {
    from: tagged,
    keys: { key: 'by' in which && key !== null ? key : `''`, where: inWorkspace + ofValue },
    parameters: [workspaceId, from, to, ...(value === null ? [] : [value])],
  };
}

function dimensionOf(which: Which): Dimension | null {
  return 'by' in which ? which.by : (which.part?.dimension ?? null);
}

function toCounted(rows: readonly { readonly key?: string; readonly counts?: readonly number[] }[]): Counted {
  return new Map(rows.map(({ key = '', counts = [] }) => [key, counts]));
}
