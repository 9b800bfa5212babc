import { blockFigure } from '../../loyalty/counts/count-sheet.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';

/** What is summed up: the table, its columns of counts, and what of them. */
export interface Summed {
  readonly table: 'tallies' | 'stay_counts';
  readonly columns: string;
  readonly counts: readonly string[];
}

/** Which segments of a figure. Of one there are sums even where there are no counts. */
export type SegmentChoice = 'all' | { readonly one: string } | { readonly any: readonly string[] };

/** What a segment's counts of all days before one come to. */
export interface SegmentSums {
  readonly asOf: Day;
  readonly segment: string;
  /** In the order in which they were asked for; of a segment without counts none. */
  readonly sums: readonly number[];
}

/**
 * The counts kept of a figure, each summed up over all days before each of some days. Of days close to each other only the first
 * is summed up from the beginning, so that ninety days in a row cost little more than one.
 */
export async function sumsBefore(
  sql: Sql,
  workspaceId: number,
  summed: Summed,
  figure: string,
  days: readonly Day[],
  segments: SegmentChoice,
): Promise<SegmentSums[]> {
  const runs = runsOf(days);
  const kind = kindOf(segments);
  const own = segments === 'all' ? [] : Object.values(segments);
  const { whole, daily: dailyText } = textsOf(summed, kind);
  const ask = async (text: string, values: readonly unknown[]) =>
    (await sql.prepared<SumRow>(text, values)).map(toSums);
  const before = ask(whole, [
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
    ask(dailyText, [
      workspaceId,
      figure,
      numberArray(followed.map(({ first }) => first)),
      numberArray(followed.map(({ last }) => last)),
      ...own,
    ]),
  ]);
  return runs.flatMap((run) => addedUp(run, atFirst, daily));
}

/** The sums as one text, which driver and database hand over faster than columns. */
interface SumRow {
  readonly as_of: Day;
  readonly segment: string;
  readonly sums: string;
  readonly [column: string]: unknown;
}

function toSums({ as_of, segment, sums }: SumRow): SegmentSums {
  return { asOf: as_of, segment, sums: sums.split(',').map(Number) };
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
function addedUp(
  { first, last, days }: Run,
  atFirst: readonly SegmentSums[],
  daily: readonly SegmentSums[],
): SegmentSums[] {
  const all = atFirst.filter(({ asOf }) => asOf === first);
  const running = new Map(all.map(({ segment, sums }) => [segment, sums]));
  const added = daily.filter(({ asOf }) => asOf > first && asOf <= last).sort((a, b) => a.asOf - b.asOf);
  let next = 0;
  for (let day = first + 1; day <= last; day += 1) {
    for (let one = added[next]; one?.asOf === day; one = added[next]) {
      const before = running.get(one.segment) ?? [];
      running.set(
        one.segment,
        one.sums.map((sum, i) => sum + (before[i] ?? 0)),
      );
      next += 1;
    }
    if (days.has(day)) for (const [segment, sums] of running) all.push({ asOf: day, segment, sums });
  }
  return all;
}

type SegmentsKind = 'all' | 'one' | 'any';

function kindOf(segments: SegmentChoice): SegmentsKind {
  if (segments === 'all') return 'all';
  return 'one' in segments ? 'one' : 'any';
}

/** The condition on segments, which are named by a parameter. */
function ofSegments(kind: SegmentsKind, parameter: string): string {
  const conditions = { all: '', one: `AND segment = ${parameter}`, any: `AND segment = ANY(${parameter}::text[])` };
  return conditions[kind];
}

type Texts = { readonly whole: string; readonly daily: string };
const knownTexts = new WeakMap<Summed, Map<SegmentsKind, Texts>>();

/** The two questions, made once: they are long, and asked with every figure. */
function textsOf(summed: Summed, kind: SegmentsKind): Texts {
  const known = knownTexts.get(summed) ?? new Map<SegmentsKind, Texts>();
  knownTexts.set(summed, known);
  const texts = known.get(kind) ?? { whole: fromTheBeginning(summed, kind), daily: byDay(summed, kind) };
  known.set(kind, texts);
  return texts;
}

/**
 * Whole blocks of days are read as one row each, so that ten years cost hardly more than one: large blocks up to the border that is
 * nearest to the day, small ones from there to the nearest of theirs, and days from there. What lies beyond the day is taken off again.
 */
function fromTheBeginning({ table, columns, counts }: Summed, kind: SegmentsKind): string {
  const isOne = kind === 'one';
  const part = (figure: string, sign: string, days: string) =>
    `SELECT ${isOne ? '' : 'segment, '}${columns}, ${sign} AS sign FROM ${table}
     WHERE workspace_id = $1 ${ofSegments(kind, '$6')} AND figure = ${figure} AND ${days}`;
  const between = (figure: string, from: string, to: string) =>
    part(
      figure,
      `CASE WHEN ${from} < ${to} THEN 1 ELSE -1 END`,
      `day >= ${epochDay} + least(${from}, ${to}) AND day < ${epochDay} + greatest(${from}, ${to})`,
    );
  return `SELECT as_of, sums.* FROM (
    SELECT as_of, (as_of + 128) >> 8 << 8 AS large, (as_of + 8) >> 4 << 4 AS small FROM unnest($5::int[]) AS asked(as_of)
  ) AS borders, LATERAL (
    SELECT ${isOne ? '$6 AS segment' : 'segment'}, ${listed(counts, 'sign')} FROM (
      ${part('$4', '1', `day < ${epochDay} + large`)}
      UNION ALL ${between('$3', 'large', 'small')} UNION ALL ${between('$2', 'small', 'as_of')}
    ) AS parts ${isOne ? '' : 'GROUP BY segment'}
  ) AS sums`;
}

/** What each day of some runs adds to the sums before the day after it. Grouped inside, or the days would not lead the index. */
function byDay({ table, counts }: Summed, kind: SegmentsKind): string {
  return `SELECT days.* FROM unnest($3::int[], $4::int[]) AS run(first_day, last_day), LATERAL (
    SELECT day - ${epochDay} + 1 AS as_of, segment, ${listed(counts, '1')} FROM ${table}
    WHERE workspace_id = $1 AND figure = $2 ${ofSegments(kind, '$5')}
      AND day >= ${epochDay} + first_day AND day < ${epochDay} + last_day GROUP BY day, segment
  ) AS days`;
}

function listed(counts: readonly string[], sign: string): string {
  return `concat_ws(',', ${counts.map((count) => `coalesce(sum(${sign} * ${count}), 0)`).join(', ')}) AS sums`;
}
