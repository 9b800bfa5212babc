import type { Dimension, Part } from '../../loyalty/figures/figure.ts';
import type { Window } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/** Which customers or answers: all, those of a part, or every part of a dimension by itself. */
export type Which = { readonly part: Part | null } | { readonly by: Dimension };

/**
 * Figures over windows for which there are no kept counts: counted customer by customer, from the days that their standings
 * hold. Of a small segment only its customers are looked at.
 */
type Counted = Map<string, readonly number[]>;

/** Votes by kind: promoters, passives, detractors. Each customer's newest in the window; each anonymous one. */
export async function countVotes(
  sql: Sql,
  workspaceId: number,
  windows: readonly Window[],
  which: Which,
): Promise<Counted[]> {
  const dimension = dimensionOf(which);
  const kinds = `count(*) FILTER (WHERE score >= 9)::float8, count(*) FILTER (WHERE score BETWEEN 7 AND 8)::float8,
    count(*) FILTER (WHERE score <= 6)::float8`;
  if (dimension === 'country' || dimension === 'segment') {
    const { from, key, where, parameters } = customersOf(workspaceId, windows, which, { rung: '', source: '' });
    const vote = before('w.to_day', 's.nps_days');
    return toCounted(
      windows,
      await sql.rows(
        `SELECT place, key, ARRAY[${kinds}] AS counts FROM (
           SELECT w.place, ${key} AS key, s.nps_scores[${vote}] AS score FROM ${from}
           WHERE ${where} AND ${touching('s.nps_days')} AND s.nps_days[${vote}] >= w.from_day
         ) AS votes GROUP BY 1, 2`,
        parameters,
      ),
    );
  }
  const counted = await Promise.all(
    windows.map(async (window) => {
      const { votes, parameters } = allVotes(workspaceId, window, which);
      const text = `SELECT 1 AS place, key, ARRAY[${kinds}] AS counts FROM (${votes}) AS votes GROUP BY key`;
      return toCounted([window], await sql.rows(text, parameters));
    }),
  );
  return counted.flat();
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
export async function countOrders(
  sql: Sql,
  workspaceId: number,
  windows: readonly Window[],
  which: Which,
): Promise<Counted[]> {
  const newest = before('w.to_day', 's.order_days');
  const { from, key, where, parameters } = customersOf(workspaceId, windows, which, {
    rung: `s.order_days[${newest}]`,
    source: 's.source',
  });
  return toCounted(
    windows,
    await sql.rows(
      `SELECT place, key, ARRAY[count(*) FILTER (WHERE newest = 1)::float8, count(*) FILTER (WHERE newest > 1)::float8] AS counts FROM (
         SELECT w.place, ${key} AS key, ${newest} AS newest FROM ${from}
         WHERE ${where} AND ${touching('s.order_days')} AND s.order_days[${newest}] >= w.from_day
       ) AS customers GROUP BY 1, 2`,
      parameters,
    ),
  );
}

/** Customers who were active when the window began and no longer are when it ends. */
export async function countLost(
  sql: Sql,
  workspaceId: number,
  windows: readonly Window[],
  which: Which,
  activeDays: number,
): Promise<Counted[]> {
  const { from, key, where, parameters } = customersOf(workspaceId, windows, which, {
    rung: 'w.from_day',
    source: 's.source',
  });
  const days = Math.trunc(activeDays);
  const newestBefore = (day: string) => `s.order_days[${before(day, 's.order_days')}]`;
  return toCounted(
    windows,
    await sql.rows(
      `SELECT w.place, ${key} AS key, ARRAY[count(*)::float8] AS counts FROM ${from}
       WHERE ${where} AND ${newestBefore('w.from_day')} >= w.from_day - ${days} AND ${newestBefore('w.to_day')} < w.to_day - ${days}
       GROUP BY 1, 2`,
      parameters,
    ),
  );
}

/** The place of the newest of ascending days before a day, found by halving; 0, where there is nothing: none. */
function before(day: string, days: string): string {
  return `width_bucket(${day} - 1, ${days})`;
}

/** Whether ascending days reach into the time of all windows: most customers are passed over by a look at the first and last. */
function touching(days: string): string {
  return `${days}[1] < (SELECT max(day) FROM unnest($3::int[]) AS day)
    AND ${days}[cardinality(${days})] >= (SELECT min(day) FROM unnest($2::int[]) AS day)`;
}

/** The customers that are asked for, beside each of the windows, and by what they are told apart. */
function customersOf(
  workspaceId: number,
  windows: readonly Window[],
  which: Which,
  of: { readonly rung: string; readonly source: string },
) {
  const keysOf: Readonly<Record<Dimension, string>> = {
    country: `coalesce(s.country, '')`,
    source: `coalesce(${of.source}, '')`,
    segment: 't.tag',
    rung: `coalesce((SELECT to_rung::text FROM rung_changes r WHERE r.workspace_id = $1 AND r.customer_id = s.customer_id
      AND r.day < ${epochDay} + ${of.rung} ORDER BY r.day DESC LIMIT 1), 'prospect')`,
  };
  const dimension = dimensionOf(which);
  const value = 'part' in which ? (which.part?.value ?? null) : null;
  const key = dimension === null ? null : keysOf[dimension];
  // The index of segments leaves out who is in none. It tells no workspaces apart, which their condition does.
  const ofValue = dimension === 'segment' ? `s.tags @> ARRAY[$4::text] AND s.tags <> '{}'` : `${key} = $4`;
  const tagged = `customer_tags t JOIN customer_standings s ON s.workspace_id = t.workspace_id AND s.customer_id = t.customer_id`;
  return {
    from: `${'by' in which && which.by === 'segment' ? tagged : 'customer_standings s'} CROSS JOIN unnest($2::int[], $3::int[]) WITH ORDINALITY AS w(from_day, to_day, place)`,
    key: 'by' in which && key !== null ? key : `''`,
    where: `s.workspace_id = $1${value === null || key === null ? '' : ` AND ${ofValue}`}`,
    parameters: [
      workspaceId,
      numberArray(windows.map((window) => window.from)),
      numberArray(windows.map((window) => window.to)),
      ...(value === null ? [] : [value]),
    ],
  };
}

function dimensionOf(which: Which): Dimension | null {
  return 'by' in which ? which.by : (which.part?.dimension ?? null);
}

interface CountedRow {
  /** Of the window, from 1. */
  readonly place: number | string;
  readonly key: string;
  readonly counts: readonly number[];
}

function toCounted(windows: readonly Window[], rows: readonly CountedRow[]): Counted[] {
  return windows.map(
    (_, i) => new Map(rows.filter(({ place }) => Number(place) === i + 1).map(({ key, counts }) => [key, counts])),
  );
}
