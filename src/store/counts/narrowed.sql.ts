import { type Dimension, dimensions } from '../../loyalty/figures/figure.ts';
import { placeBefore } from '../database/arrays.ts';
import { eachOf, epochDay, float, floats, int, ints, orNull, statement, text } from '../database/statement.ts';

/** By what the counts are told apart: every part of a dimension by itself, or not. */
export type NarrowedKey = 'all' | Dimension;
/** What is counted: the kinds of `KeptRead`, of tallies each by itself. */
export type NarrowedRead = keyof typeof sources;

const keys: readonly NarrowedKey[] = ['all', ...dimensions];

/**
 * Where several things must hold at once no kept counts tell, so that customers are looked at one by one. $4 to $7 are the
 * country, the segment, the source and the rung that are asked for, or null. Those of a segment are found by its index.
 */
interface Source {
  /** What counts, for each window `w`, of a customer's standing `s`; more rows than one of those who answered more often. */
  readonly from: string;
  readonly where: string;
  readonly source: string;
  /** The rung on which the customer stood when this day began. */
  readonly day: string;
  readonly numbers: readonly string[];
  /** The kind of answers, where some are anonymous: each counts, and its numbers as columns of `answers`. */
  readonly anonymous?: readonly [kind: string, numbers: readonly string[]];
}

/** Of each respondent the newest; where all are the customer's own, that is found by halving. */
const votesInWindow = `
  SELECT s.nps_days[nth] AS day, s.nps_scores[nth] AS score, s.nps_sources[nth] AS source
  FROM (SELECT ${placeBefore('w.to_day', 's.nps_days')} AS nth) AS newest
  WHERE s.nps_respondents = '{}' AND s.nps_days[nth] >= w.from_day
  UNION ALL (
    SELECT DISTINCT ON (respondent) day, score, source
    FROM unnest(s.nps_days, s.nps_scores, s.nps_sources, s.nps_respondents) WITH ORDINALITY AS v(day, score, source, respondent, nth)
    WHERE s.nps_respondents <> '{}' AND v.day >= w.from_day AND v.day < w.to_day ORDER BY respondent, nth DESC)`;
const newest = placeBefore('w.to_day', 's.order_days');
const isActiveAt = (day: string) => `s.order_days[${placeBefore(day, 's.order_days')}] >= ${day} - $8::int`;
const votes = (score: string) =>
  [`${score} >= 9`, `${score} BETWEEN 7 AND 8`, `${score} <= 6`].map((is) => `(${is})::int`);
const scores = (score: string) => [`(${score} >= 4)::int`, `(${score} < 4)::int`, score];
const sums = (sum: string) => ['1', sum, `(${sum}) * (${sum})`];
const answersOf = (kind: string, column: string) =>
  `, unnest(s.${kind}_days, s.${column}, s.${kind}_sources) AS a(day, score, source)`;

const inWindow = (day: string) => `${day} >= w.from_day AND ${day} < w.to_day`;

const sources = {
  nps: {
    from: `, LATERAL (${votesInWindow}) AS a`,
    where: 'true',
    source: 'a.source',
    day: 'a.day',
    numbers: votes('a.score'),
    anonymous: ['nps', votes('a.score')],
  },
  csat: {
    from: answersOf('csat', 'csat_scores'),
    where: inWindow('a.day'),
    source: 'a.source',
    day: 'a.day',
    numbers: scores('a.score'),
    anonymous: ['csat', scores('a.score')],
  },
  cli: {
    from: answersOf('cli', 'cli_sums'),
    where: inWindow('a.day'),
    source: 'a.source',
    day: 'a.day',
    numbers: sums('a.score'),
    anonymous: ['cli', sums('18 - a.recommend - a.again - a.other')],
  },
  repeat: {
    from: '',
    where: `s.order_days[${newest}] >= w.from_day`,
    source: 's.source',
    day: `s.order_days[${newest}]`,
    numbers: [`(${newest} = 1)::int`, `(${newest} > 1)::int`],
  },
  lost: {
    from: '',
    where: `${isActiveAt('w.from_day')} AND NOT ${isActiveAt('w.to_day')}`,
    source: 's.source',
    day: 'w.from_day',
    numbers: ['1'],
  },
  /** Before the end of each window. */
  active: { from: '', where: isActiveAt('w.to_day'), source: 's.source', day: 'w.to_day', numbers: ['1'] },
  referral: {
    from: '',
    where: 's.order_days[1] < w.to_day',
    source: 's.source',
    day: 'w.to_day',
    numbers: ['1', 'coalesce(greatest(s.order_days[1], s.won_day) < w.to_day AND s.won_day IS NOT NULL, false)::int'],
  },
  won: { from: '', where: inWindow('s.order_days[1]'), source: 's.source', day: 's.order_days[1]', numbers: ['1'] },
} as const satisfies Readonly<Record<string, Source>>;

const amountPlaces: readonly AmountPlace[] = ['in-segment', 'anywhere', 'on-rungs'];
const asked = [int, ints, ints, orNull(text), orNull(text), orNull(text), orNull(text), int] as const;
const reads = Object.keys(sources) as NarrowedRead[];

/** Per window, counted from 1, and key. In a segment or not: the two differ in where they begin to look. */
export const narrowedCounts = eachOf(reads, (read) =>
  eachOf(keys, (key) =>
    eachOf(['in-segment', 'anywhere'], (place) =>
      statement(countOf(sources[read], key, place), asked, { place: int, key: text, counts: floats }),
    ),
  ),
);

/** What orders came to on each day in each currency, by those without entered years, and by the others times these years. */
export const narrowedRevenue = eachOf(keys, (key) =>
  eachOf(amountPlaces, (place) =>
    statement(
      `SELECT place::int AS place, key, currency, day, sum(amount) FILTER (WHERE years IS NULL)::float8 AS amount,
         sum(amount * years)::float8 AS times
       FROM (${ordersOf(key, place, 'w.to_day', 's.relationship_years AS years')}) AS facts,
         LATERAL (SELECT ${keyOf(key, rungIn(place))} AS key) AS keys
       WHERE ${asAsked(rungIn(place))} GROUP BY 1, 2, 3, 4`,
      asked,
      { place: int, key: text, currency: text, day: int, amount: orNull(float), times: orNull(float) },
    ),
  ),
);

/**
 * The orders of each day in each currency, what they came to less refunds, the refunds, and what came from customers' first days.
 * The rung is that of the start of the order's day.
 */
export const narrowedSales = eachOf(keys, (key) =>
  eachOf(amountPlaces, (place) =>
    statement(
      `SELECT place::int AS place, key, currency, day, count(*) FILTER (WHERE amount >= 0)::float8 AS orders,
         sum(amount)::float8 AS amount, coalesce(-sum(amount) FILTER (WHERE amount < 0), 0)::float8 AS refunds,
         coalesce(sum(amount) FILTER (WHERE amount >= 0 AND day = first_day), 0)::float8 AS first
       FROM (${ordersOf(key, place, `o.day - ${epochDay}`, 's.order_days[1] AS first_day')}) AS facts,
         LATERAL (SELECT ${keyOf(key, rungIn(place))} AS key) AS keys
       WHERE ${asAsked(rungIn(place))} GROUP BY 1, 2, 3, 4 ORDER BY 4`,
      asked,
      { place: int, key: text, currency: text, day: int, orders: float, amount: float, refunds: float, first: float },
    ),
  ),
);

/** The customers of whom all that is asked for holds, as of the end of the one window. */
export const narrowedCustomers = eachOf(['in-segment', 'anywhere'], (place) =>
  statement(
    `SELECT customer_id AS id FROM (
       SELECT ${columnsOf('all', 's.source')}, w.to_day AS rung_day FROM ${standingsOf('all', place)}
       WHERE s.workspace_id = $1 AND $8::int IS NOT NULL
     ) AS facts WHERE ${asAsked(rung)} ORDER BY 1`,
    asked,
    { id: int },
  ),
);

/** The same customers by the month of their first order and the month of an order, before the end of the window. */
export const narrowedCohorts = eachOf(['in-segment', 'anywhere'], (place) =>
  statement(
    `SELECT to_char(${epochDay} + first, 'YYYY-MM') AS cohort, month, count(*)::float8 AS customers FROM (
       SELECT ${columnsOf('all', 's.source')}, w.to_day AS rung_day, s.order_days[1] AS first, month.day AS month
       FROM ${standingsOf('all', place)}, LATERAL (
         SELECT DISTINCT date_trunc('month', ${epochDay} + day)::date - ${epochDay} AS day
         FROM unnest(s.order_days) AS day WHERE day < w.to_day
       ) AS month
       WHERE s.workspace_id = $1 AND s.order_days[1] >= w.from_day AND $8::int IS NOT NULL
     ) AS facts WHERE ${asAsked(rung)} GROUP BY 1, 2 ORDER BY 1, 2`,
    asked,
    { cohort: text, month: int, customers: float },
  ),
);

function countOf(
  { from, where, source, day, numbers, anonymous }: Source,
  key: NarrowedKey,
  place: NarrowedPlace,
): string {
  const named = (all: readonly string[]) => all.map((number, i) => `${number} AS n${i}`).join(', ');
  // Of an anonymous answer neither country nor segment is known.
  const nobodys =
    anonymous && key !== 'country' && key !== 'segment'
      ? `UNION ALL SELECT w.place, NULL, NULL, NULL, coalesce(a.source, ''), a.day - ${epochDay}, ${anonymous[1].join(', ')}
         FROM answers a JOIN ${windows} ON a.day >= ${epochDay} + w.from_day AND a.day < ${epochDay} + w.to_day
         WHERE a.workspace_id = $1 AND a.customer_id IS NULL AND a.kind = '${anonymous[0]}' AND ${anonymous[1][1]} IS NOT NULL
           AND $4::text IS NULL AND $5::text IS NULL`
      : '';
  return `SELECT place::int AS place, key, ARRAY[${numbers.map((_, i) => `sum(n${i})::float8`).join(', ')}] AS counts FROM (
      SELECT w.place, ${columnsOf(key, source)}, ${day} AS rung_day, ${named(numbers)} FROM ${standingsOf(key, place)}${from}
      WHERE s.workspace_id = $1 AND ${where} AND $8::int IS NOT NULL ${nobodys}
    ) AS facts, LATERAL (SELECT ${keyOf(key, rung)} AS key) AS keys WHERE ${asAsked(rung)} GROUP BY 1, 2`;
}

type NarrowedPlace = 'in-segment' | 'anywhere';
/** On rungs: nobody is left out, and on which rungs they stood is read once for each customer rather than for each order. */
type AmountPlace = NarrowedPlace | 'on-rungs';

const windows = 'unnest($2::int[], $3::int[]) WITH ORDINALITY AS w(from_day, to_day, place)';

/** The index of segments leaves out who is in none. It tells no workspaces apart, which their condition does. */
function standingsOf(key: NarrowedKey, place: AmountPlace): string {
  const inSegment = `(SELECT * FROM customer_standings WHERE tags @> ARRAY[$5::text] AND tags <> '{}') AS s`;
  const bySegment = key === 'segment' ? ' CROSS JOIN unnest(s.tags) AS t(tag)' : '';
  const from = { 'in-segment': inSegment, anywhere: 'customer_standings s', 'on-rungs': `(${onRungs}) AS s` };
  return `${from[place]}${bySegment} CROSS JOIN ${windows}`;
}

/** Orders and refunds in the windows, with the rung on which their customer stood when a day began. */
function ordersOf(key: NarrowedKey, place: AmountPlace, day: string, more: string): string {
  const inWindows = `o.workspace_id = $1 AND o.customer_id = s.customer_id AND o.status = 'completed'
        AND o.day >= ${epochDay} + w.from_day AND o.day < ${epochDay} + w.to_day`;
  const rungThen =
    place === 'on-rungs' ? `, coalesce(s.rungs[${placeBefore(day, 's.rung_days')}], 'prospect') AS rung` : '';
  return `SELECT w.place, ${columnsOf(key, 's.source')}, ${day} AS rung_day, o.currency, o.day - ${epochDay} AS day,
      o.amount_minor AS amount, ${more}${rungThen}
    FROM ${standingsOf(key, place)}
      ${place === 'on-rungs' ? `CROSS JOIN LATERAL (SELECT * FROM orders o WHERE ${inWindows} OFFSET 0) AS o` : `JOIN orders o ON ${inWindows}`}
    WHERE s.workspace_id = $1 AND $8::int IS NOT NULL`;
}

function columnsOf(key: NarrowedKey, source: string): string {
  return `s.customer_id, s.country, ${key === 'segment' ? 't.tag' : 'NULL::text'} AS tag, coalesce(${source}, '') AS source`;
}

/** By offsets of nothing it is worked out once for each customer, before the orders are looked up, whatever is known of how large the tables are. */
const onRungs = `SELECT s.*, r.days AS rung_days, r.rungs FROM customer_standings s, LATERAL (
    SELECT array_agg(day - ${epochDay} ORDER BY day) AS days, array_agg(to_rung::text ORDER BY day) AS rungs
    FROM rung_changes WHERE workspace_id = $1 AND customer_id = s.customer_id
  ) AS r WHERE s.workspace_id = $1 OFFSET 0`;

function rungIn(place: AmountPlace): string {
  return place === 'on-rungs' ? 'facts.rung' : rung;
}

const rung = `CASE WHEN customer_id IS NULL THEN 'anonymous' ELSE coalesce((
  SELECT to_rung::text FROM rung_changes r
  WHERE r.workspace_id = $1 AND r.customer_id = facts.customer_id AND r.day < ${epochDay} + facts.rung_day
  ORDER BY r.day DESC LIMIT 1), 'prospect') END`;

/** @param rung what tells the rung */
function keyOf(key: NarrowedKey, rung: string): string {
  return { all: `''::text`, country: `coalesce(country, '')`, segment: 'tag', source: 'source', rung }[key];
}

/** The segment has been seen to where the customers were looked up. */
const asAsked = (rung: string) => `($4::text IS NULL OR coalesce(country, '') = $4) AND ($5::text IS NULL OR true)
  AND ($6::text IS NULL OR source = $6) AND ($7::text IS NULL OR ${rung} = $7)`;
