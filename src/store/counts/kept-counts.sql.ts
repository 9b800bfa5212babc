import { type StayFigure, stayKinds, stayWidth } from '../../loyalty/counts/stays.ts';
import { textColumn } from '../database/arrays.ts';
import { bigs, eachOf, epochDay, float, int, ints, statement, text, texts } from '../database/statement.ts';

const place = 'workspace_id, figure, day, segment, stripe';

export const addTallies = statement(
  `INSERT INTO tallies AS t (${place}, first, second, third)
   SELECT $1, figure, ${epochDay} + day, segment, pg_backend_pid() % 8, first, second, third
   FROM unnest(${textColumn(2)}, ${textColumn(3)}, $4::int[], $5::int8[], $6::int8[], $7::int8[])
     AS n(figure, segment, day, first, second, third)
   ON CONFLICT (${place}) DO UPDATE
   SET first = t.first + excluded.first, second = t.second + excluded.second, third = t.third + excluded.third`,
  [int, text, text, ints, bigs, bigs, bigs],
);

/** By how many numbers a day holds. */
export const addStays = eachOf(
  (Object.keys(stayKinds) as StayFigure[]).map((figure) => stayWidth(figure)),
  (width) => {
    const sums = Array.from({ length: width }, (_, i) => `t.counts[${i + 1}] + excluded.counts[${i + 1}]`);
    return statement(
      `INSERT INTO stay_counts AS t (${place}, counts)
       SELECT $1, figure, ${epochDay} + day, segment, pg_backend_pid() % 8, listed::int[]
       FROM unnest(${textColumn(2)}, ${textColumn(3)}, $4::int[], ${textColumn(5)}) AS n(figure, segment, day, listed)
       ON CONFLICT (${place}) DO UPDATE SET counts = ARRAY[${sums.join(', ')}]`,
      [int, text, text, ints, text],
    );
  },
);

export const segmentsOf = statement(
  `SELECT DISTINCT segment FROM tallies WHERE workspace_id = $1 AND figure = $2`,
  [int, text],
  { segment: text },
);

/** Each value of a column once, from one to the next through its index: as quick with any number of customers. */
function distinct(column: string, table: string): string {
  return `SELECT value FROM (WITH RECURSIVE known AS (
      (SELECT ${column} AS value FROM ${table} WHERE workspace_id = $1 AND ${column} IS NOT NULL ORDER BY ${column} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${column} FROM ${table} WHERE workspace_id = $1 AND ${column} > known.value ORDER BY ${column} LIMIT 1)
      FROM known WHERE known.value IS NOT NULL
    ) SELECT value FROM known WHERE value IS NOT NULL) AS ${table}_${column}`;
}

const kept = `SELECT segment AS value FROM tallies WHERE workspace_id = $1 AND figure = ANY($2) UNION
   SELECT segment FROM stay_counts WHERE workspace_id = $1 AND figure = ANY($3)`;

/** What figures are counted by, and what customers are in of whom nothing is counted yet. */
export const valuesOf = {
  rung: statement(`${kept} ORDER BY 1`, [int, texts, texts], { value: text }),
  country: statement(`${kept} UNION ${distinct('country', 'customers')} ORDER BY 1`, [int, texts, texts], {
    value: text,
  }),
  segment: statement(
    `${kept} UNION ${distinct('tag', 'customer_tags')} UNION
     SELECT name FROM segment_rules WHERE workspace_id = $1 ORDER BY 1`,
    [int, texts, texts],
    { value: text },
  ),
  source: statement(
    `${kept} UNION ${distinct('source', 'customers')} UNION
     SELECT source FROM acquisition_spend WHERE workspace_id = $1 ORDER BY 1`,
    [int, texts, texts],
    { value: text },
  ),
};

export const cohorts = statement(
  `SELECT segment AS cohort, month - ${epochDay} AS month, sum(first)::float8 AS customers FROM (
     SELECT segment, date_trunc('month', day - 1)::date AS month, first FROM tallies
     WHERE workspace_id = $1 AND figure = 'cohort/month' AND day > ${epochDay} + $2::int AND day <= ${epochDay} + $4::int
       AND segment >= to_char(${epochDay} + $2::int, 'YYYY-MM')
     UNION ALL
     SELECT segment, ${epochDay} + $4::int, first FROM tallies
     WHERE workspace_id = $1 AND figure = 'cohort' AND day >= ${epochDay} + $4::int AND day < ${epochDay} + $3::int
       AND segment >= to_char(${epochDay} + $2::int, 'YYYY-MM')
   ) AS months GROUP BY 1, 2 HAVING sum(first) > 0 ORDER BY 1, 2`,
  [int, int, int, int],
  { cohort: text, month: int, customers: float },
);
