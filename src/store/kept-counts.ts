import { blockFigure, type CountChange, type CountSheet } from '../loyalty/count-sheet.ts';
import type { Day } from '../loyalty/period.ts';
import { type KeptSpan, type StayFigure, type StaySums, stayColumns, stayKinds } from '../loyalty/stays.ts';
import { numberArray, textArray, textColumn } from './arrays.ts';
import { epochDay, type Sql } from './sql.ts';

/** Rows that one statement writes. */
const slice = 5_000;

/** Kept counts: tallies and counts of stays. See docs/decisions/0011-stays.md. */
export function keptCountsStore(sql: Sql, workspaceId: number) {
  return {
    /**
     * Adds to the kept counts. Each connection writes rows of its own, in one order, so that writers seldom wait for each
     * other.
     */
    async add(sheet: CountSheet): Promise<void> {
      await addAll(sheet.tallyChanges(), 'tallies', ['first', 'second', 'third']);
      const byWidth = new Map<number, CountChange<Int32Array>[]>();
      for (const change of sheet.stayChanges()) {
        const same = byWidth.get(change.counts.length);
        if (same) same.push(change);
        else byWidth.set(change.counts.length, [change]);
      }
      for (const [width, changes] of [...byWidth].sort(([a], [b]) => a - b))
        await addAll(changes, 'stay_counts', width);
    },

    /** Forgets all kept counts of the workspace but those of campaigns, before everything is counted anew. */
    async clear(): Promise<void> {
      await sql.run(`DELETE FROM tallies WHERE workspace_id = $1 AND figure !~ '^campaign'`, [workspaceId]);
      await sql.run('DELETE FROM stay_counts WHERE workspace_id = $1', [workspaceId]);
    },

    /** The tallies of a figure, each summed up over all days before each of some days. */
    tallies(figure: string, days: readonly Day[], segment: string | 'all'): Promise<TallySum[]> {
      const sums = ['first', 'second', 'third'].map((name) => `coalesce(sum(${name}::float8), 0) AS ${name}`);
      return sql.prepared<TallySum>(
        sumsBefore('tallies', 'first, second, third', sums.join(', '), segment !== 'all'),
        askFor(figure, days, segment),
      );
    },

    /** The counts of stays of each kind, each summed up over all days before each of some days. */
    async stays(
      figure: StayFigure,
      dimension: string,
      days: readonly Day[],
      segment: string | 'all',
      span: KeptSpan,
    ): Promise<StaySum[]> {
      const kinds = Array.from({ length: stayKinds[figure] }, (_, kind) => stayColumns(kind, span));
      const sum = (at: number, name: string) => `coalesce(sum(counts[${at}]::float8), 0) AS ${name}`;
      const sums = kinds.flatMap(({ began, ended, brief }, kind) => [
        sum(began, `began${kind}`),
        ...(ended === null ? [] : [sum(ended, `ended${kind}`)]),
        ...(brief === null ? [] : [sum(brief, `brief${kind}`)]),
      ]);
      const rows = await sql.prepared<Record<string, number> & { as_of: Day; segment: string }>(
        sumsBefore('stay_counts', 'counts', sums.join(', '), segment !== 'all'),
        askFor(dimension === '' ? figure : `${figure}/${dimension}`, days, segment),
      );
      return rows.map((row) => ({
        as_of: row.as_of,
        segment: row.segment,
        kinds: kinds.map((_, kind) => ({
          began: row[`began${kind}`] ?? 0,
          ended: row[`ended${kind}`] ?? 0,
          brief: row[`brief${kind}`] ?? 0,
        })),
      }));
    },

    /** What is known of a dimension, in alphabetical order. */
    async valuesOf(dimension: string): Promise<string[]> {
      const tallied = ['active', 'csat', 'cli'].map((figure) => blockFigure(`${figure}/${dimension}`, 256));
      const stayed = ['nps', 'repeat'].map((figure) => blockFigure(`${figure}/${dimension}`, 256));
      const rows = await sql.rows<{ segment: string }>(
        `SELECT segment FROM tallies WHERE workspace_id = $1 AND figure = ANY($2) UNION
         SELECT segment FROM stay_counts WHERE workspace_id = $1 AND figure = ANY($3) ORDER BY 1`,
        [workspaceId, tallied, stayed],
      );
      return rows.flatMap(({ segment }) => (segment === '' ? [] : [segment]));
    },

    /**
     * Customers by the month of their first order and the month of an order: how many ordered in it, before a day.
     *
     * @param from the first day of the first month; months are told by their first days
     */
    async cohorts(from: Day, before: Day): Promise<{ cohort: string; month: Day; customers: number }[]> {
      return sql.prepared(
        `SELECT segment AS cohort, date_trunc('month', day)::date - ${epochDay} AS month, sum(first)::float8 AS customers FROM tallies
         WHERE workspace_id = $1 AND figure = 'cohort' AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int
           AND segment >= to_char(${epochDay} + $2::int, 'YYYY-MM')
         GROUP BY 1, 2 HAVING sum(first) > 0 ORDER BY 1, 2`,
        [workspaceId, from, before],
      );
    },
  };

  /** @param counts the columns, or how many numbers the array of counts holds */
  async function addAll(
    changes: readonly CountChange<Float64Array | Int32Array>[],
    table: 'tallies' | 'stay_counts',
    counts: readonly string[] | number,
  ): Promise<void> {
    const ordered = [...changes].sort(byPlace);
    const columns = typeof counts === 'number' ? ['counts'] : counts;
    const set = typeof counts === 'number' ? [`counts = ARRAY[${sumOfItems(counts)}]`] : counts.map(sumOfColumn);
    const text = `
      INSERT INTO ${table} AS t (workspace_id, figure, segment, day, stripe, ${columns.join(', ')})
      SELECT $1, figure, segment, ${epochDay} + day, pg_backend_pid() % 8, ${columns.join(', ')}
      FROM unnest(${textColumn(2)}, ${textColumn(3)}, $4::int[], ${typeof counts === 'number' ? textColumn(5) : '$5::int8[], $6::int8[], $7::int8[]'})
        AS n(figure, segment, day, ${typeof counts === 'number' ? 'listed' : columns.join(', ')})${typeof counts === 'number' ? ', LATERAL (SELECT listed::int[] AS counts) AS l' : ''}
      ON CONFLICT (workspace_id, figure, day, segment, stripe) DO UPDATE SET ${set.join(', ')}`;
    for (let at = 0; at < ordered.length; at += slice) {
      const rows = ordered.slice(at, at + slice);
      const numbers =
        typeof counts === 'number'
          ? [textArray(rows.map((row) => `{${row.counts.join()}}`))]
          : counts.map((_, i) => numberArray(rows.map((row) => row.counts[i] ?? 0)));
      await sql.run(text, [
        workspaceId,
        textArray(rows.map((row) => row.figure)),
        textArray(rows.map((row) => row.segment)),
        numberArray(rows.map((row) => row.day)),
        ...numbers,
      ]);
    }
  }

  function askFor(figure: string, days: readonly Day[], segment: string | 'all'): unknown[] {
    const names = [figure, blockFigure(figure, 16), blockFigure(figure, 256)];
    return [workspaceId, ...names, numberArray(days), ...(segment === 'all' ? [] : [segment])];
  }
}

export interface TallySum {
  readonly as_of: Day;
  readonly segment: string;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

export interface StaySum {
  readonly as_of: Day;
  readonly segment: string;
  /** Of each kind of the figure's stays. */
  readonly kinds: readonly StaySums[];
}

/** Whole blocks of days are read as one row each, so that ten years cost hardly more than one. */
function sumsBefore(table: string, columns: string, sums: string, oneSegment: boolean): string {
  const own = oneSegment ? 'workspace_id = $1 AND segment = $6' : 'workspace_id = $1';
  const part = (figure: string, from: string | null, to: string) =>
    `SELECT segment, ${columns} FROM ${table}
     WHERE ${own} AND figure = ${figure} AND day < ${epochDay} + ${to}${from === null ? '' : ` AND day >= ${epochDay} + ${from}`}`;
  const [blocks, smallBlocks] = ['(as_of >> 8 << 8)', '(as_of >> 4 << 4)'];
  return `SELECT as_of, sums.* FROM unnest($5::int[]) AS asked(as_of), LATERAL (
    SELECT ${oneSegment ? '$6 AS segment' : 'segment'}, ${sums} FROM (
      ${part('$4', null, blocks)} UNION ALL ${part('$3', blocks, smallBlocks)} UNION ALL ${part('$2', smallBlocks, 'as_of')}
    ) AS parts ${oneSegment ? '' : 'GROUP BY segment'}
  ) AS sums`;
}

function byPlace(a: CountChange<unknown>, b: CountChange<unknown>): number {
  if (a.figure !== b.figure) return a.figure < b.figure ? -1 : 1;
  if (a.day !== b.day) return a.day - b.day;
  return a.segment < b.segment ? -1 : 1;
}

function sumOfItems(width: number): string {
  return Array.from({ length: width }, (_, i) => `t.counts[${i + 1}] + excluded.counts[${i + 1}]`).join(', ');
}

function sumOfColumn(name: string): string {
  return `${name} = t.${name} + excluded.${name}`;
}
