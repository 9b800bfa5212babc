import type { Day } from '../loyalty/period.ts';
import type { TallyChange } from '../loyalty/standing.ts';
import { numberArray, textArray, textColumn } from './arrays.ts';
import { epochDay, type Sql } from './sql.ts';

export function talliesStore(sql: Sql, workspaceId: number) {
  return {
    /** Adds to the kept counts. Each connection writes rows of its own, in one order, so that writers seldom wait. */
    async add(changes: readonly TallyChange[]): Promise<void> {
      if (changes.length === 0) return;
      const rows = [...changes, ...blocksOf(changes)];
      await sql.run(
        `INSERT INTO tallies (workspace_id, figure, segment, day, stripe, first, second, third)
         SELECT $1, figure, segment, ${epochDay} + day, pg_backend_pid() % 8, first, second, third
         FROM unnest(${textColumn(2)}, ${textColumn(3)}, $4::int[], $5::int8[], $6::int8[], $7::int8[])
           AS n(figure, segment, day, first, second, third)
         ORDER BY figure, segment, day
         ON CONFLICT (workspace_id, figure, segment, day, stripe) DO UPDATE
         SET first = tallies.first + excluded.first, second = tallies.second + excluded.second,
             third = tallies.third + excluded.third`,
        [
          workspaceId,
          textArray(rows.map((row) => row.figure)),
          textArray(rows.map((row) => row.segment)),
          numberArray(rows.map((row) => row.day)),
          numberArray(rows.map((row) => row.first)),
          numberArray(rows.map((row) => row.second)),
          numberArray(rows.map((row) => row.third)),
        ],
      );
    },
  };
}

export interface SumBefore {
  readonly as_of: Day;
  readonly segment: string;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/**
 * The kept counts of a figure, each summed up over all days before each of some days. Whole blocks of days are read as one
 * row each, so that ten years cost hardly more than one.
 */
export function sumsBefore(
  sql: Sql,
  workspaceId: number,
  figure: string,
  days: readonly Day[],
  segments: 'total' | 'parts' | 'all',
): Promise<SumBefore[]> {
  const columns = 'segment, first, second, third';
  const wanted = `workspace_id = $1 AND ${{ total: `segment = ''`, parts: `segment <> ''`, all: 'true' }[segments]}`;
  const sum = (column: string) => `coalesce(sum(${column}::float8), 0) AS ${column}`;
  const [segment, grouped, ordered] =
    segments === 'total' ? [`'' AS segment`, '', ''] : ['segment', 'GROUP BY segment', 'ORDER BY as_of, segment'];
  return sql.prepared<SumBefore>(
    `SELECT as_of, sums.* FROM unnest($4::int[]) AS asked(as_of), LATERAL (
       SELECT ${segment}, ${sum('first')}, ${sum('second')}, ${sum('third')} FROM (
         SELECT ${columns} FROM tallies WHERE ${wanted} AND figure = $3 AND day < ${epochDay} + (as_of >> 5 << 5)
         UNION ALL
         SELECT ${columns} FROM tallies
         WHERE ${wanted} AND figure = $2 AND day >= ${epochDay} + (as_of >> 5 << 5) AND day < ${epochDay} + as_of
       ) AS parts ${grouped}
     ) AS sums ${ordered}`,
    [workspaceId, figure, blockFigure(figure), numberArray(days)],
  );
}

/** Rows of whole blocks of 32 days stand under a name of their own, on the first day of each. */
function blockFigure(figure: string): string {
  return `${figure}/32`;
}

function blocksOf(changes: readonly TallyChange[]): TallyChange[] {
  const blocks = new Map<string, TallyChange>();
  for (const change of changes) {
    const figure = blockFigure(change.figure);
    const day = (change.day >> 5) << 5;
    const key = `${figure} ${change.segment} ${day}`;
    const { first, second, third } = blocks.get(key) ?? { first: 0, second: 0, third: 0 };
    blocks.set(key, {
      figure,
      segment: change.segment,
      day,
      first: first + change.first,
      second: second + change.second,
      third: third + change.third,
    });
  }
  return [...blocks.values()];
}
