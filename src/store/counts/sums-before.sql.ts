import { keptSpans, type StayFigure, stayKinds } from '../../loyalty/counts/stays.ts';
import { eachOf, epochDay, int, ints, type SqlType, statement, text, texts } from '../database/statement.ts';
import { stayCounts } from './stay-counts.ts';

/** What is summed up: the table, its columns of counts, and what of them. */
interface Summed {
  readonly table: 'tallies' | 'stay_counts';
  readonly columns: string;
  readonly counts: readonly string[];
}

/** The sums before some days: from the beginning, and what each day of some runs of days adds. */
export type SumStatements = ReturnType<typeof ofEachChoice>;

export const tallySums = ofEachChoice({
  table: 'tallies',
  columns: 'first, second, third',
  counts: ['first::float8', 'second::float8', 'third::float8'],
});

export const staySums = eachOf(Object.keys(stayKinds) as StayFigure[], (figure) =>
  eachOf(keptSpans, (span) => {
    const counts = stayCounts(figure, span).columns.map((column) => `counts[${column}]`);
    return ofEachChoice({ table: 'stay_counts', columns: 'counts', counts });
  }),
);

/** Of all segments of a figure, of one, and of any of several. The sums as one text, handed over faster than columns. */
function ofEachChoice(summed: Summed) {
  return eachOf(['all', 'one', 'any'], (choice) => {
    const chosen: readonly SqlType<unknown, string | readonly (string | null)[]>[] =
      choice === 'all' ? [] : [choice === 'one' ? text : texts];
    const sums = { as_of: int, segment: text, sums: text };
    return {
      whole: statement(fromTheBeginning(summed, choice), [int, text, text, text, ints, ...chosen], sums),
      daily: statement(byDay(summed, choice), [int, text, ints, ints, ...chosen], sums),
    };
  });
}

type ChosenSegments = 'all' | 'one' | 'any';

/** The condition on segments, which are named by a parameter. */
function ofSegments(choice: ChosenSegments, parameter: string): string {
  const conditions = { all: '', one: `AND segment = ${parameter}`, any: `AND segment = ANY(${parameter}::text[])` };
  return conditions[choice];
}

/**
 * Whole blocks of days are read as one row each, so that ten years cost hardly more than one: large blocks up to the border that is
 * nearest to the day, small ones from there to the nearest of theirs, and days from there. What lies beyond the day is taken off again.
 */
function fromTheBeginning({ table, columns, counts }: Summed, choice: ChosenSegments): string {
  const isOne = choice === 'one';
  const part = (figure: string, sign: string, days: string) =>
    `SELECT ${isOne ? '' : 'segment, '}${columns}, ${sign} AS sign FROM ${table}
     WHERE workspace_id = $1 ${ofSegments(choice, '$6')} AND figure = ${figure} AND ${days}`;
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
function byDay({ table, counts }: Summed, choice: ChosenSegments): string {
  return `SELECT days.* FROM unnest($3::int[], $4::int[]) AS run(first_day, last_day), LATERAL (
    SELECT day - ${epochDay} + 1 AS as_of, segment, ${listed(counts, '1')} FROM ${table}
    WHERE workspace_id = $1 AND figure = $2 ${ofSegments(choice, '$5')}
      AND day >= ${epochDay} + first_day AND day < ${epochDay} + last_day GROUP BY day, segment
  ) AS days`;
}

function listed(counts: readonly string[], sign: string): string {
  return `concat_ws(',', ${counts.map((count) => `coalesce(sum(${sign} * ${count}), 0)`).join(', ')}) AS sums`;
}
