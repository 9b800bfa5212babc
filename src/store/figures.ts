import type { Rung } from '../loyalty/ladder.ts';
import type { Day, Window } from '../loyalty/period.ts';
import { keptWindows } from '../loyalty/standing.ts';
import { epochDay, type Sql } from './sql.ts';

/** Three counts whose meaning the figure knows: promoters, passives, detractors; satisfied, others, sum of scores; … */
export type Counts = readonly [number, number, number];

/** What the figures are computed from. Windows of 30, 90 and 365 days cost the same with any number of customers. */
export function figuresStore(sql: Sql, workspaceId: number) {
  return {
    /** NPS votes of a window: promoters, passives, detractors. One per customer, the newest; each anonymous one. */
    async nps(window: Window): Promise<Counts> {
      return isKept(window)
        ? keptAsOf(`nps:${window.to - window.from}`, window.to)
        : countNps(window, '').then((rows) => rows.get('') ?? none);
    },

    /** The same by the rung on which the customer stood when the day of the answer began, and `anonymous`. */
    async npsByRung(window: Window): Promise<Map<Rung | 'anonymous', Counts>> {
      if (!isKept(window)) return (await countNps(window, 'rung')) as Map<Rung | 'anonymous', Counts>;
      const rows = await sql.prepared<SumRow & { segment: Rung | 'anonymous' }>(
        `SELECT segment, sum(first)::float8 AS first, sum(second)::float8 AS second, sum(third)::float8 AS third FROM tallies
         WHERE workspace_id = $1 AND figure = $2 AND segment <> '' AND day < ${epochDay} + $3::int GROUP BY segment`,
        [workspaceId, `nps:${window.to - window.from}`, window.to],
      );
      return new Map(rows.map((row) => [row.segment, toCounts(row)]));
    },

    /** CSAT answers of a window: satisfied (4–5), others, the sum of the scores. */
    async csat(window: Window): Promise<Counts> {
      const rows = await sql.prepared<SumRow>(
        `SELECT sum(first)::float8 AS first, sum(second)::float8 AS second, sum(third)::float8 AS third FROM tallies
         WHERE workspace_id = $1 AND figure = 'csat' AND segment = '' AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int`,
        [workspaceId, window.from, window.to],
      );
      return rows[0] ? toCounts(rows[0]) : none;
    },

    /** Customers who ordered in a window, and those of them who placed a repeat order in it. */
    async repeat(window: Window): Promise<Counts> {
      if (isKept(window)) return keptAsOf(`repeat:${window.to - window.from}`, window.to);
      const rows = await sql.rows<SumRow>(
        `SELECT count(*)::float8 AS first, count(*) FILTER (WHERE newest > order_days[1])::float8 AS second, 0 AS third
         FROM (
           SELECT order_days, (SELECT max(day) FROM unnest(order_days) AS day WHERE day >= $2 AND day < $3) AS newest
           FROM customer_standings WHERE workspace_id = $1
         ) AS customers WHERE newest IS NOT NULL`,
        [workspaceId, window.from, window.to],
      );
      return rows[0] ? toCounts(rows[0]) : none;
    },

    /** Changes of rung summed up over the days before `to` and, where given, from `from` on. */
    async rungMovements(from: Day | null, to: Day): Promise<{ from: Rung | null; to: Rung; count: number }[]> {
      const rows = await sql.prepared<{ segment: string; count: number }>(
        `SELECT segment, sum(first)::float8 AS count FROM tallies
         WHERE workspace_id = $1 AND figure = 'ladder' AND day >= coalesce(${epochDay} + $2::int, '-infinity') AND day < ${epochDay} + $3::int
         GROUP BY segment HAVING sum(first) <> 0 ORDER BY segment`,
        [workspaceId, from, to],
      );
      return rows.map(({ segment, count }) => {
        const [before = '', after = ''] = segment.split('>');
        return { from: before === '' ? null : (before as Rung), to: after as Rung, count };
      });
    },

    /** Orders and revenue before a day, per currency. */
    async orderTotals(before: Day): Promise<{ currency: string; orders: number; amountMinor: number }[]> {
      const rows = await sql.prepared<{ segment: string; first: number; second: number }>(
        `SELECT segment, sum(first)::float8 AS first, sum(second)::float8 AS second FROM tallies
         WHERE workspace_id = $1 AND figure = 'orders' AND day < ${epochDay} + $2::int GROUP BY segment ORDER BY segment`,
        [workspaceId, before],
      );
      return rows.map(({ segment, first, second }) => ({ currency: segment, orders: first, amountMinor: second }));
    },
  };

  async function keptAsOf(figure: string, asOf: Day): Promise<Counts> {
    const rows = await sql.prepared<SumRow>(
      `SELECT sum(first)::float8 AS first, sum(second)::float8 AS second, sum(third)::float8 AS third FROM tallies
       WHERE workspace_id = $1 AND figure = $2 AND segment = '' AND day < ${epochDay} + $3::int`,
      [workspaceId, figure, asOf],
    );
    return rows[0] ? toCounts(rows[0]) : none;
  }

  /** For windows of any length: counted from the answers themselves. */
  async function countNps(window: Window, by: '' | 'rung'): Promise<Map<string, Counts>> {
    const segment =
      by === ''
        ? `''`
        : `CASE WHEN customer_id IS NULL THEN 'anonymous' ELSE coalesce((
             SELECT to_rung::text FROM rung_changes r
             WHERE r.workspace_id = $1 AND r.customer_id = votes.customer_id AND r.day < votes.day ORDER BY r.day DESC LIMIT 1
           ), 'prospect') END`;
    const rows = await sql.rows<SumRow & { segment: string }>(
      `SELECT ${segment} AS segment, count(*) FILTER (WHERE score >= 9)::float8 AS first,
         count(*) FILTER (WHERE score BETWEEN 7 AND 8)::float8 AS second, count(*) FILTER (WHERE score <= 6)::float8 AS third
       FROM (
         SELECT DISTINCT ON (customer_id, CASE WHEN customer_id IS NULL THEN id END) customer_id, day, score FROM answers
         WHERE workspace_id = $1 AND kind = 'nps' AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int
         ORDER BY customer_id, CASE WHEN customer_id IS NULL THEN id END, day DESC, at DESC NULLS LAST, recorded_at DESC, id DESC
       ) AS votes GROUP BY 1`,
      [workspaceId, window.from, window.to],
    );
    return new Map(rows.map((row) => [row.segment, toCounts(row)]));
  }
}

function isKept({ from, to }: Window): boolean {
  return keptWindows.some((days) => days === to - from);
}

interface SumRow {
  readonly first: number | null;
  readonly second: number | null;
  readonly third: number | null;
}

const none: Counts = [0, 0, 0];

function toCounts({ first, second, third }: SumRow): Counts {
  return [first ?? 0, second ?? 0, third ?? 0];
}
