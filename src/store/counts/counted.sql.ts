import { type Dimension, dimensions } from '../../loyalty/figures/figure.ts';
import { placeBefore } from '../database/arrays.ts';
import { eachOf, epochDay, floats, int, ints, type SqlType, statement, text } from '../database/statement.ts';

/** Which customers or answers: all, every part of a dimension by itself, or one part of it. */
export type Whose = 'all' | `${'by' | 'of'} ${Dimension}`;

const everybody: readonly Whose[] = ['all', ...dimensions.flatMap((one) => [`by ${one}`, `of ${one}`] as const)];

/** Per window, counted from 1, and key: the value of the dimension where every part is asked for, or empty. */
const counted = { place: int, key: text, counts: floats };

const votes = `ARRAY[count(*) FILTER (WHERE score >= 9)::float8, count(*) FILTER (WHERE score BETWEEN 7 AND 8)::float8,
  count(*) FILTER (WHERE score <= 6)::float8]`;

/** From the newest answer of each respondent in each window, of the customers asked for. */
export const votesOfCustomers = eachOf(['by country', 'by segment', 'of country', 'of segment'], (whose) => {
  const { from, key, where } = customersOf(whose, '$4', { rung: '', source: '' });
  const vote = placeBefore('w.to_day', 's.nps_days');
  return statement(
    `SELECT place::int AS place, key, ${votes} AS counts FROM (
       SELECT w.place, ${key} AS key, s.nps_scores[${vote}] AS score FROM ${from}
       WHERE ${where} AND s.nps_respondents = '{}' AND ${touching('s.nps_days')} AND s.nps_days[${vote}] >= w.from_day
       UNION ALL
       SELECT w.place, ${key}, v.score FROM ${from} CROSS JOIN LATERAL (
         SELECT DISTINCT ON (respondent) score FROM unnest(s.nps_days, s.nps_scores, s.nps_respondents) WITH ORDINALITY
           AS v(day, score, respondent, nth)
         WHERE v.day >= w.from_day AND v.day < w.to_day ORDER BY respondent, nth DESC
       ) AS v
       WHERE ${where} AND s.nps_respondents <> '{}'
     ) AS votes GROUP BY 1, 2`,
    [int, ints, ints, ...ofPart(whose)],
    counted,
  );
});

const answerKeys = {
  all: `''`,
  source: `coalesce(source, '')`,
  rung: `CASE WHEN customer_id IS NULL THEN 'anonymous' ELSE coalesce((
    SELECT to_rung::text FROM rung_changes r
    WHERE r.workspace_id = $1 AND r.customer_id = newest.customer_id AND r.day < newest.day ORDER BY r.day DESC LIMIT 1
  ), 'prospect') END`,
};

/** From the answers of one window, each respondent's newest, whatever number of customers gave none. */
export const votesInAnswers = eachOf(['all', 'by rung', 'by source', 'of rung', 'of source'], (whose) => {
  const key = answerKeys[whose === 'all' ? 'all' : (whose.slice(3) as 'rung' | 'source')];
  return statement(
    `SELECT 1 AS place, key, ${votes} AS counts FROM (
       SELECT ${whose.startsWith('by') ? key : `''`} AS key, score FROM (
         SELECT DISTINCT ON (customer_id, respondent_id, CASE WHEN customer_id IS NULL THEN id END) customer_id, day, score, source
         FROM answers
         WHERE workspace_id = $1 AND kind = 'nps' AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int
         ORDER BY customer_id, respondent_id, CASE WHEN customer_id IS NULL THEN id END, day DESC, at DESC NULLS LAST, recorded_at DESC, id DESC
       ) AS newest ${whose.startsWith('of') ? `WHERE ${key} = $4` : ''}
     ) AS votes GROUP BY key`,
    [int, int, int, ...ofPart(whose)],
    counted,
  );
});

/** From each customer's newest order in the window: the first ever, or a later one. */
export const newestOrders = eachOf(everybody, (whose) => {
  const newest = placeBefore('w.to_day', 's.order_days');
  const { from, key, where } = customersOf(whose, '$4', { rung: `s.order_days[${newest}]`, source: 's.source' });
  return statement(
    `SELECT place::int AS place, key,
       ARRAY[count(*) FILTER (WHERE newest = 1)::float8, count(*) FILTER (WHERE newest > 1)::float8] AS counts
     FROM (
       SELECT w.place, ${key} AS key, ${newest} AS newest FROM ${from}
       WHERE ${where} AND ${touching('s.order_days')} AND s.order_days[${newest}] >= w.from_day
     ) AS customers GROUP BY 1, 2`,
    [int, ints, ints, ...ofPart(whose)],
    counted,
  );
});

/** Who was active, by an order of the last $4 days, when the window began and no longer was when it ended. */
export const lostCustomers = eachOf(everybody, (whose) => {
  const { from, key, where } = customersOf(whose, '$5', { rung: 'w.from_day', source: 's.source' });
  const newestBefore = (day: string) => `s.order_days[${placeBefore(day, 's.order_days')}]`;
  return statement(
    `SELECT w.place::int AS place, ${key} AS key, ARRAY[count(*)::float8] AS counts FROM ${from}
     WHERE ${where} AND ${newestBefore('w.from_day')} >= w.from_day - $4::int AND ${newestBefore('w.to_day')} < w.to_day - $4::int
     GROUP BY 1, 2`,
    [int, ints, ints, int, ...ofPart(whose)],
    counted,
  );
});

/** Whether ascending days reach into the time of all windows: most customers are passed over by a look at the first and last. */
function touching(days: string): string {
  return `${days}[1] < (SELECT max(day) FROM unnest($3::int[]) AS day)
    AND ${days}[cardinality(${days})] >= (SELECT min(day) FROM unnest($2::int[]) AS day)`;
}

/** The customers that are asked for, beside each of the windows, and by what they are told apart. */
function customersOf(whose: Whose, value: string, of: { readonly rung: string; readonly source: string }) {
  const keys: Readonly<Record<Dimension, string>> = {
    country: `coalesce(s.country, '')`,
    source: `coalesce(${of.source}, '')`,
    segment: 't.tag',
    rung: `coalesce((SELECT to_rung::text FROM rung_changes r WHERE r.workspace_id = $1 AND r.customer_id = s.customer_id
      AND r.day < ${epochDay} + ${of.rung} ORDER BY r.day DESC LIMIT 1), 'prospect')`,
  };
  const key = whose === 'all' ? `''` : keys[whose.slice(3) as Dimension];
  // The index of segments leaves out who is in none. It tells no workspaces apart, which their condition does.
  const ofValue = whose === 'of segment' ? `s.tags @> ARRAY[${value}::text] AND s.tags <> '{}'` : `${key} = ${value}`;
  const tagged = 'customer_standings s CROSS JOIN unnest(s.tags) AS t(tag)';
  return {
    from: `${whose === 'by segment' ? tagged : 'customer_standings s'}
      CROSS JOIN unnest($2::int[], $3::int[]) WITH ORDINALITY AS w(from_day, to_day, place)`,
    key: whose.startsWith('by') ? key : `''`,
    where: `s.workspace_id = $1${whose.startsWith('of') ? ` AND ${ofValue}` : ''}`,
  };
}

/** The value of a part is handed over last. */
function ofPart(whose: Whose): readonly SqlType<string, string>[] {
  return whose.startsWith('of') ? [text] : [];
}
