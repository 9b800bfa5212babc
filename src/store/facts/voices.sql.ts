import {
  big,
  bool,
  eachOf,
  epochDay,
  instant,
  int,
  orNull,
  small,
  statement,
  text,
  textOf,
} from '../database/statement.ts';

/**
 * A walk goes through answers from a place on, the newest first, and no further than $5: so a list costs the same among any
 * number. $2 and $3 are the place, $4 is the first day, $6 the kind.
 */
const from = `workspace_id = $1 AND (day, id) < (${epochDay} + $2::int, $3::int) AND day >= ${epochDay} + $4::int`;
const walkOf = {
  any: `SELECT * FROM answers WHERE ${from} AND $6::text IS NULL
    ORDER BY workspace_id DESC, day DESC, id DESC LIMIT $5::bigint`,
  'of-kind': `SELECT * FROM answers WHERE ${from} AND kind = $6::text
    ORDER BY workspace_id DESC, kind DESC, day DESC, id DESC LIMIT $5::bigint`,
} as const;
const walkWays = ['any', 'of-kind'] as const;

const walkedBy = [int, int, int, int, big, orNull(text)] as const;

const standing = (holds: string) => `EXISTS (SELECT FROM customer_standings s
  WHERE s.workspace_id = a.workspace_id AND s.customer_id = a.customer_id AND ${holds})`;

/** A respondent's newest of the period, of those of a day as votes are kept (standings/facts-by-range). $8: the day after it. */
const isVote = `a.score IS NOT NULL AND (a.customer_id IS NULL OR NOT EXISTS (SELECT FROM answers b
  WHERE b.workspace_id = a.workspace_id AND b.customer_id = a.customer_id AND b.kind = a.kind AND b.score IS NOT NULL
    AND b.respondent_id IS NOT DISTINCT FROM a.respondent_id
    AND b.day >= a.day AND b.day < ${epochDay} + $8::int AND (b.day, coalesce(b.at, '-infinity'), b.recorded_at, b.id)
      > (a.day, coalesce(a.at, '-infinity'), a.recorded_at, a.id)))`;

/** The rung is that of the start of the answer's day, as figures count. */
const rung = `CASE WHEN a.customer_id IS NULL THEN 'anonymous' ELSE coalesce((SELECT to_rung::text FROM rung_changes r
  WHERE r.workspace_id = a.workspace_id AND r.customer_id = a.customer_id AND r.day < a.day
  ORDER BY r.day DESC LIMIT 1), 'prospect') END`;

/** Of whom it is: what a count is compared with. */
const isAmong = `(NOT $7::boolean OR (${isVote}))
  AND ($9::text IS NULL OR ${standing(`coalesce(s.country, '') = $9::text`)})
  AND ($10::text IS NULL OR ${standing('s.tags @> ARRAY[$10::text]')})
  AND ($11::text IS NULL OR coalesce(a.source, '') = $11::text)
  AND ($12::text IS NULL OR $12::text = ${rung})`;

const asAsked = `($13::int IS NULL OR a.score >= $13::int) AND ($14::int IS NULL OR a.score <= $14::int)
  AND (NOT $15::boolean OR a.negative) AND (NOT $16::boolean OR a.comment IS NOT NULL)`;

const word = orNull(text);
const asked = [...walkedBy, bool, int, word, word, word, word, orNull(int), orNull(int), bool, bool] as const;

export const voicesInWalk = eachOf(walkWays, (way) =>
  statement(
    `SELECT a.id, a.external_id AS "answerId", a.customer_id AS "customerId", a.kind, a.day - ${epochDay} AS day, a.at, a.score,
       a.given, a.scale, a.recommend, a.again, a.other, a.comment, a.source, a.public, a.negative,
       a.follow_up_id AS "followUpId", a.respondent_id AS "respondentId"
     FROM (${walkOf[way]}) AS a WHERE ${isAmong} AND ${asAsked}
     ORDER BY a.workspace_id DESC, a.day DESC, a.id DESC LIMIT $17`,
    [...asked, big],
    {
      id: int,
      answerId: text,
      customerId: orNull(int),
      kind: textOf<'nps' | 'csat' | 'cli' | 'review' | 'remark'>(),
      day: int,
      at: orNull(instant),
      score: orNull(small),
      given: orNull(small),
      scale: orNull(text),
      recommend: orNull(small),
      again: orNull(small),
      other: orNull(small),
      comment: orNull(text),
      source: orNull(text),
      public: bool,
      negative: bool,
      followUpId: orNull(int),
      respondentId: orNull(int),
    },
  ),
);

export const countInWalk = eachOf(walkWays, (way) =>
  statement(
    `SELECT count(*) FILTER (WHERE is_among AND is_asked)::int AS found, count(*) FILTER (WHERE is_among)::int AS among,
       count(*)::int AS walked
     FROM (SELECT (${isAmong}) AS is_among, (${asAsked}) AS is_asked FROM (${walkOf[way]}) AS a OFFSET 0) AS looked_at`,
    asked,
    { found: int, among: int, walked: int },
  ),
);

/** The last place of a walk that found more than it may go through. */
export const endOfWalk = eachOf(walkWays, (way) =>
  statement(
    `SELECT id, day - ${epochDay} AS day FROM (${walkOf[way]}) AS walked OFFSET $5::bigint - 1 LIMIT 1`,
    walkedBy,
    { id: int, day: int },
  ),
);
