import { blockFigure } from '../loyalty/count-sheet.ts';
import type { Day } from '../loyalty/period.ts';
import { numberArray } from './arrays.ts';
import { epochDay, type Sql } from './sql.ts';

/** What is summed up: the table, its columns of counts, and the sums of them by name. */
export interface Summed {
  readonly table: 'tallies' | 'stay_counts';
  readonly columns: string;
  readonly sums: string;
}

export interface SumRow {
  readonly as_of: Day;
  readonly segment: string;
  readonly [sum: string]: Day | string;
}

/**
 * The counts kept of a figure, each summed up over all days before each of some days. Of days close to each other only the first
 * is summed up from the beginning, so that ninety days in a row cost little more than one.
 */
export async function sumsBefore<Row extends SumRow>(
  sql: Sql,
  workspaceId: number,
  summed: Summed,
  figure: string,
  days: readonly Day[],
  segment: string | 'all',
): Promise<Row[]> {
  const runs = runsOf(days);
  const own = segment === 'all' ? [] : [segment];
  const { whole, daily: dailyText } = textsOf(summed, segment !== 'all');
  const before = sql.prepared<Row>(whole, [
    workspaceId,
    figure,
    blockFigure(figure, 16),
    blockFigure(figure, 256),
    numberArray(runs.map(({ first }) => first)),
    ...own,
  ]);
  const followed = runs.filter(({ first, last }) => first < last);
  if (followed.length === 0) return before;
  const [atFirst, daily] = await Promise.all([
    before,
    sql.prepared<Row>(dailyText, [
      workspaceId,
      figure,
      numberArray(followed.map(({ first }) => first)),
      numberArray(followed.map(({ last }) => last)),
      ...own,
    ]),
  ]);
  return runs.flatMap((run) => addedUp(run, atFirst, daily));
}

/** Days of which each is close to the one before. */
interface Run {
  readonly first: Day;
  readonly last: Day;
  readonly days: ReadonlySet<Day>;
}

/** No further apart than days are read one by one where a sum from the beginning reads blocks. */
const closeDays = 16;
const leastSaved = 4;

function runsOf(days: readonly Day[]): Run[] {
  const runs: Day[][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && day - (run.at(-1) ?? day) <= closeDays) run.push(day);
    else runs.push([day]);
  }
  // A second question pays where it saves many sums from the beginning.
  const told = runs.length * leastSaved > days.length ? runs.flat().map((day) => [day]) : runs;
  return told.map((run) => ({ first: run[0] ?? 0, last: run.at(-1) ?? 0, days: new Set(run) }));
}

/** The sums before each day of a run: those before its first, and what the days since have added. */
function addedUp<Row extends SumRow>(
  { first, last, days }: Run,
  atFirst: readonly Row[],
  daily: readonly Row[],
): Row[] {
  const rows = atFirst.filter(({ as_of }) => as_of === first);
  const sums = new Map(rows.map((row) => [row.segment, row]));
  const added = daily.filter(({ as_of }) => as_of > first && as_of <= last).sort((a, b) => a.as_of - b.as_of);
  let next = 0;
  for (let day = first + 1; day <= last; day += 1) {
    for (let row = added[next]; row?.as_of === day; row = added[next]) {
      sums.set(row.segment, plus(sums.get(row.segment), row));
      next += 1;
    }
    if (days.has(day)) for (const row of sums.values()) rows.push({ ...row, as_of: day });
  }
  return rows;
}

function plus<Row extends SumRow>(sum: Row | undefined, added: Row): Row {
  if (!sum) return added;
  const columns = Object.entries(added).map(([name, value]) => [
    name,
    typeof value === 'number' ? value + Number(sum[name] ?? 0) : value,
  ]);
  return Object.fromEntries(columns) as Row;
}

const knownTexts = new WeakMap<Summed, Map<boolean, { readonly whole: string; readonly daily: string }>>();

/** The two questions, made once: they are long, and asked with every figure. */
function textsOf(summed: Summed, oneSegment: boolean) {
  const known = knownTexts.get(summed) ?? new Map<boolean, { readonly whole: string; readonly daily: string }>();
  knownTexts.set(summed, known);
  const texts = known.get(oneSegment) ?? {
    whole: fromTheBeginning(summed, oneSegment),
    daily: byDay(summed, oneSegment),
  };
  known.set(oneSegment, texts);
  return texts;
}

/** Whole blocks of days are read as one row each, so that ten years cost hardly more than one. */
function fromTheBeginning({ table, columns, sums }: Summed, oneSegment: boolean): string {
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

/** What each day of some runs adds to the sums before the day after it. Grouped inside, or the days would not lead the index. */
function byDay({ table, sums }: Summed, oneSegment: boolean): string {
  return `SELECT days.* FROM unnest($3::int[], $4::int[]) AS run(first_day, last_day), LATERAL (
    SELECT day - ${epochDay} + 1 AS as_of, segment, ${sums} FROM ${table}
    WHERE workspace_id = $1 AND figure = $2${oneSegment ? ' AND segment = $5' : ''}
      AND day >= ${epochDay} + first_day AND day < ${epochDay} + last_day GROUP BY day, segment
  ) AS days`;
}
