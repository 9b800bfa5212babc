import type { Rung } from '../loyalty/ladder.ts';
import type { Day, Window } from '../loyalty/period.ts';
import { keptWindows } from '../loyalty/standing.ts';
import { numberArray } from './arrays.ts';
import { epochDay, type Sql } from './sql.ts';
import { sumsBefore } from './tallies.ts';

/** Three counts whose meaning the figure knows: promoters, passives, detractors; satisfied, others, sum of scores; … */
export type Counts = readonly [number, number, number];

/** What the figures are computed from. Windows of 30, 90 and 365 days cost the same with any number of customers. */
export function figuresStore(sql: Sql, workspaceId: number) {
  return {
    /** NPS votes of each window: promoters, passives, detractors. One per customer, the newest; each anonymous one. */
    async nps(windows: readonly Window[]): Promise<Counts[]> {
      const days = keptDays(windows);
      if (days !== null) return keptAsOf(`nps:${days}`, windows);
      return Promise.all(windows.map(async (window) => (await countNps(window, '')).get('') ?? none));
    },

    /** The same by the rung on which the customer stood when the day of the answer began, and `anonymous`. */
    async npsByRung(windows: readonly Window[]): Promise<Map<Rung | 'anonymous', Counts>[]> {
      const days = keptDays(windows);
      if (days === null) {
        const counted = await Promise.all(windows.map((window) => countNps(window, 'rung')));
        return counted as Map<Rung | 'anonymous', Counts>[];
      }
      const rows = await sumsBefore(sql, workspaceId, `nps:${days}`, windows.map(toEnd), 'parts');
      return windows.map(({ to }) => {
        const own = rows.filter((row) => row.as_of === to);
        return new Map(own.map((row) => [row.segment as Rung | 'anonymous', toCounts(row)]));
      });
    },

    /** CSAT answers of each window: satisfied (4–5), others, the sum of the scores. */
    async csat(windows: readonly Window[]): Promise<Counts[]> {
      const rows = await sql.prepared<SumRow & { to: Day }>(
        `SELECT "to", sum(first)::float8 AS first, sum(second)::float8 AS second, sum(third)::float8 AS third
         FROM unnest($2::int[], $3::int[]) AS asked("from", "to")
         JOIN tallies ON workspace_id = $1 AND figure = 'csat' AND segment = '' AND day >= ${epochDay} + "from" AND day < ${epochDay} + "to"
         GROUP BY "to"`,
        [workspaceId, numberArray(windows.map(({ from }) => from)), numberArray(windows.map(toEnd))],
      );
      return windows.map(({ to }) => toCounts(rows.find((row) => row.to === to)));
    },

    /** Customers who ordered in each window, and those of them who placed a repeat order in it. */
    async repeat(windows: readonly Window[]): Promise<Counts[]> {
      const days = keptDays(windows);
      if (days !== null) return keptAsOf(`repeat:${days}`, windows);
      return Promise.all(windows.map(countRepeat));
    },

    /** Changes of rung summed up over the days before `to` and, where given, from `from` on. */
    async rungMovements(from: Day | null, to: Day): Promise<{ from: Rung | null; to: Rung; count: number }[]> {
      const rows = await sumsBefore(sql, workspaceId, 'ladder', from === null ? [to] : [from, to], 'all');
      const before = new Map(rows.filter((row) => row.as_of === from).map((row) => [row.segment, row.first]));
      return rows.flatMap(({ as_of, segment, first }) => {
        const count = first - (before.get(segment) ?? 0);
        if (as_of !== to || count === 0) return [];
        const [source = '', target = ''] = segment.split('>');
        return [{ from: source === '' ? null : (source as Rung), to: target as Rung, count }];
      });
    },

    /** Orders and revenue before a day, per currency, the largest revenue first. */
    async orderTotals(before: Day): Promise<{ currency: string; orders: number; amountMinor: number }[]> {
      const rows = await sumsBefore(sql, workspaceId, 'orders', [before], 'all');
      return rows
        .map(({ segment, first, second }) => ({ currency: segment, orders: first, amountMinor: second }))
        .sort((a, b) => b.amountMinor - a.amountMinor || (a.currency < b.currency ? -1 : 1));
    },
  };

  async function keptAsOf(figure: string, windows: readonly Window[]): Promise<Counts[]> {
    const rows = await sumsBefore(sql, workspaceId, figure, windows.map(toEnd), 'total');
    return windows.map(({ to }) => toCounts(rows.find((row) => row.as_of === to)));
  }

  async function countRepeat({ from, to }: Window): Promise<Counts> {
    const rows = await sql.rows<SumRow>(
      `SELECT count(*)::float8 AS first, count(*) FILTER (WHERE newest > order_days[1])::float8 AS second, 0 AS third
       FROM (
         SELECT order_days, (SELECT max(day) FROM unnest(order_days) AS day WHERE day >= $2 AND day < $3) AS newest
         FROM customer_standings WHERE workspace_id = $1
       ) AS customers WHERE newest IS NOT NULL`,
      [workspaceId, from, to],
    );
    return toCounts(rows[0]);
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

/** The length of the windows where there are kept counts for it; null: they have to be counted. */
function keptDays(windows: readonly Window[]): number | null {
  const kept = keptWindows.find((days) => windows.every(({ from, to }) => to - from === days));
  return kept ?? null;
}

function toEnd({ to }: Window): Day {
  return to;
}

interface SumRow {
  readonly first: number | null;
  readonly second: number | null;
  readonly third: number | null;
}

const none: Counts = [0, 0, 0];

function toCounts(row: SumRow | undefined): Counts {
  return row ? [row.first ?? 0, row.second ?? 0, row.third ?? 0] : none;
}
