import { blockFigure } from '../../loyalty/counts/count-sheet.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import type { RowOf } from '../database/statement.ts';
import type { SumStatements } from './sums-before.sql.ts';

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
  sums: SumStatements,
  figure: string,
  days: readonly Day[],
  segments: SegmentChoice,
): Promise<SegmentSums[]> {
  const runs = runsOf(days);
  const own = segments === 'all' ? [] : Object.values(segments);
  const { whole, daily: byDay } = sums[choiceOf(segments)];
  const wholeOf = [
    blockFigure(figure, 16),
    blockFigure(figure, 256),
    numberArray(runs.map(({ first }) => first)),
  ] as const;
  const before = sql.prepared(whole, [workspaceId, figure, ...wholeOf, ...own]).then((rows) => rows.map(toSums));
  const followed = runs.filter(({ first, last }) => first < last);
  if (followed.length === 0) return before;
  const ends = [
    numberArray(followed.map(({ first }) => first)),
    numberArray(followed.map(({ last }) => last)),
  ] as const;
  const [atFirst, daily] = await Promise.all([before, sql.prepared(byDay, [workspaceId, figure, ...ends, ...own])]);
  const added = daily.map(toSums);
  return runs.flatMap((run) => addedUp(run, atFirst, added));
}

function toSums({ as_of, segment, sums }: RowOf<SumStatements['all']['whole']>): SegmentSums {
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

function choiceOf(segments: SegmentChoice): keyof SumStatements {
  if (segments === 'all') return 'all';
  return 'one' in segments ? 'one' : 'any';
}
