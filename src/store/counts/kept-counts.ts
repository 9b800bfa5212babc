import { blockFigure, type CountChange, type CountSheet } from '../../loyalty/counts/count-sheet.ts';
import { type KeptSpan, type StayFigure, type StaySums, stayColumns, stayKinds } from '../../loyalty/counts/stays.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';
import { type SegmentChoice, type Summed, sumsBefore } from './sums-before.ts';

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

    /** Forgets all kept counts of the workspace, before everything is counted anew. */
    async clear(): Promise<void> {
      await sql.run('DELETE FROM tallies WHERE workspace_id = $1', [workspaceId]);
      await sql.run('DELETE FROM stay_counts WHERE workspace_id = $1', [workspaceId]);
    },

    /** The tallies of a figure, each summed up over all days before each of some days. */
    async tallies(figure: string, days: readonly Day[], segments: SegmentChoice): Promise<TallySum[]> {
      const all = await sumsBefore(sql, workspaceId, tallySums, figure, days, segments);
      return all.map(({ asOf, segment, sums: [first = 0, second = 0, third = 0] }) => ({
        asOf,
        segment,
        first,
        second,
        third,
      }));
    },

    /** The counts of stays of each kind, each summed up over all days before each of some days. */
    async stays(
      figure: StayFigure,
      dimension: string,
      days: readonly Day[],
      segments: SegmentChoice,
      span: KeptSpan,
    ): Promise<StaySum[]> {
      const name = dimension === '' ? figure : `${figure}/${dimension}`;
      const { summed, places } = staySums(figure, span);
      const all = await sumsBefore(sql, workspaceId, summed, name, days, segments);
      return all.map(({ asOf, segment, sums }) => ({
        asOf,
        segment,
        kinds: places.map(({ began, ended, brief }) => ({
          began: sums[began] ?? 0,
          ended: sums[ended ?? -1] ?? 0,
          brief: sums[brief ?? -1] ?? 0,
        })),
      }));
    },

    /** The currencies of orders. */
    async currencies(): Promise<string[]> {
      const rows = await sql.prepared<{ segment: string }>(
        `SELECT DISTINCT segment FROM tallies WHERE workspace_id = $1 AND figure = $2`,
        [workspaceId, blockFigure('orders', 256)],
      );
      return rows.map(({ segment }) => segment);
    },

    /** What is known of a dimension, in alphabetical order. */
    async valuesOf(dimension: string): Promise<string[]> {
      const tallied = ['active', 'csat', 'cli'].map((figure) => blockFigure(`${figure}/${dimension}`, 256));
      const stayed = ['nps', 'repeat'].map((figure) => blockFigure(`${figure}/${dimension}`, 256));
      const rows = await sql.prepared<{ segment: string }>(
        `SELECT segment FROM tallies WHERE workspace_id = $1 AND figure = ANY($2) UNION
         SELECT segment FROM stay_counts WHERE workspace_id = $1 AND figure = ANY($3) UNION
         SELECT source FROM acquisition_spend WHERE workspace_id = $1 AND $4 = 'source' ORDER BY 1`,
        [workspaceId, tallied, stayed, dimension],
      );
      return rows.flatMap(({ segment }) => (segment === '' ? [] : [segment]));
    },

    /**
     * Customers by the month of their first order and the month of an order: how many ordered in it, before a day.
     *
     * @param from the first day of the first month; months are told by their first days
     */
    async cohorts(from: Day, before: Day): Promise<{ cohort: string; month: Day; customers: number }[]> {
      const { from: running } = calendarWindow('month', before - 1);
      return sql.prepared(
        `SELECT segment AS cohort, month - ${epochDay} AS month, sum(first)::float8 AS customers FROM (
           SELECT segment, date_trunc('month', day - 1)::date AS month, first FROM tallies
           WHERE workspace_id = $1 AND figure = 'cohort/month' AND day > ${epochDay} + $2::int AND day <= ${epochDay} + $4::int
             AND segment >= to_char(${epochDay} + $2::int, 'YYYY-MM')
           UNION ALL
           SELECT segment, ${epochDay} + $4::int, first FROM tallies
           WHERE workspace_id = $1 AND figure = 'cohort' AND day >= ${epochDay} + $4::int AND day < ${epochDay} + $3::int
             AND segment >= to_char(${epochDay} + $2::int, 'YYYY-MM')
         ) AS months GROUP BY 1, 2 HAVING sum(first) > 0 ORDER BY 1, 2`,
        [workspaceId, from, before, running],
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
}

const tallySums: Summed = {
  table: 'tallies',
  columns: 'first, second, third',
  counts: ['first::float8', 'second::float8', 'third::float8'],
};

interface StayQuestion {
  readonly summed: Summed;
  /** Where in the sums those of each kind stand; null: they are not needed. */
  readonly places: readonly {
    readonly began: number;
    readonly ended: number | null;
    readonly brief: number | null;
  }[];
}

const knownQuestions = new Map<string, StayQuestion>();

/** Asked for with every figure, so the question is made once. */
function staySums(figure: StayFigure, span: KeptSpan): StayQuestion {
  const key = `${figure} ${span}`;
  let known = knownQuestions.get(key);
  if (known === undefined) {
    const counts: string[] = [];
    const place = (column: number | null) => (column === null ? null : counts.push(`counts[${column}]`) - 1);
    const places = Array.from({ length: stayKinds[figure] }, (_, kind) => {
      const { began, ended, brief } = stayColumns(kind, span);
      return { began: counts.push(`counts[${began}]`) - 1, ended: place(ended), brief: place(brief) };
    });
    known = { summed: { table: 'stay_counts', columns: 'counts', counts }, places };
    knownQuestions.set(key, known);
  }
  return known;
}

export interface TallySum {
  readonly asOf: Day;
  readonly segment: string;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

export interface StaySum {
  readonly asOf: Day;
  readonly segment: string;
  /** Of each kind of the figure's stays. */
  readonly kinds: readonly StaySums[];
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
