import type { AnswerKind } from '../../loyalty/facts/answer.ts';
import { textColumn } from '../database/arrays.ts';
import { epochDay, instant, int, ints, json, orNull, small, statement, text, textOf } from '../database/statement.ts';

export const insertNewAnswers = statement(
  `INSERT INTO answers (workspace_id, external_id, customer_id, kind, day, at, recorded_at, score, given, scale, recommend,
     again, other, comment, source, public, negative, respondent_id)
   SELECT $1, "answerId", "customerId", kind, ${epochDay} + day, to_timestamp(at / 1000.0), $3, score, given, scale,
     recommend, again, other, comment, source, public, negative, "respondentId"
   FROM jsonb_to_recordset($2::jsonb) AS n("answerId" text, "customerId" int, kind text, day int, at float8, score smallint,
     given smallint, scale text, recommend smallint, again smallint, other smallint, comment text, source text, public boolean, negative boolean,
     "respondentId" int)
   ON CONFLICT (workspace_id, external_id) DO NOTHING
   RETURNING id, external_id`,
  [int, json(), instant],
  { id: int, external_id: text },
);

export const holdAnswer = statement(
  `SELECT id FROM answers WHERE workspace_id = $1 AND id = $2 FOR UPDATE`,
  [int, int],
  {
    id: int,
  },
);

export const holdAnswers = statement(
  `SELECT id FROM answers WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)}) ORDER BY id FOR UPDATE`,
  [int, text],
  { id: int },
);

/** A known answer that a file says otherwise. */
export const rewriteAnswers = statement(
  `UPDATE answers a
   SET customer_id = n."customerId", day = ${epochDay} + n.day, at = to_timestamp(n.at / 1000.0), score = n.score, given = n.given,
     scale = n.scale, recommend = n.recommend, again = n.again, other = n.other, comment = n.comment, source = n.source,
     public = n.public, negative = n.negative, respondent_id = n."respondentId"
   FROM jsonb_to_recordset($2::jsonb) AS n(id int, "customerId" int, day int, at float8, score smallint, given smallint,
     scale text, recommend smallint, again smallint, other smallint, comment text, source text, public boolean, negative boolean,
     "respondentId" int)
   WHERE a.workspace_id = $1 AND a.id = n.id`,
  [int, json()],
);

export const anonymousScores = statement(
  `SELECT kind, day - ${epochDay} AS day, score, 18 - recommend - again - other AS "cliSum",
     coalesce(source, '') AS source, count(*)::int AS times
   FROM answers WHERE workspace_id = $1 AND customer_id IS NULL AND kind IN ('nps', 'csat', 'cli')
   GROUP BY 1, 2, 3, 4, 5`,
  [int],
  { kind: text, day: int, score: orNull(small), cliSum: orNull(int), source: text, times: int },
);

export const knownAnswers = statement(
  `SELECT external_id FROM answers WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
  { external_id: text },
);

/** What they say in words, and which import made or last changed them. */
export const wordsOfAnswers = statement(
  `SELECT external_id AS "answerId", comment, import_id AS "importId"
   FROM answers WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
  { answerId: text, comment: orNull(text), importId: orNull(int) },
);

const held = `external_id AS "answerId", customer_id AS "customerId", kind, day - ${epochDay} AS day, at, score, given,
     recommend, again, other, comment, source`;

/** By what another file said, and not by a person in Slack. */
const isKeyed = `(external_id LIKE 'response:%' OR external_id LIKE 'content:%') AND import_id IS DISTINCT FROM $4`;

/**
 * Answers of a customer, or of nobody known, of one day with the same scores, and of remarks with the same words. Of those that
 * are alike in all else, too, as many as are asked for. Each day is read once, as thousands may be asked for of one.
 */
export const answersGivenAlike = statement(
  `WITH asked AS MATERIALIZED (
     SELECT row_number() OVER () AS place, n.* FROM jsonb_to_recordset($2::jsonb) AS n("customerId" int, kind text, day int,
       given smallint, recommend smallint, again smallint, other smallint, comment text)
   ), known AS MATERIALIZED (
     SELECT a.* FROM (SELECT DISTINCT "customerId", day FROM asked WHERE "customerId" IS NOT NULL) AS d CROSS JOIN LATERAL (
       SELECT ${held} FROM answers
       WHERE workspace_id = $1 AND customer_id = d."customerId" AND day = ${epochDay} + d.day AND ${isKeyed} OFFSET 0) AS a
     UNION ALL
     SELECT a.* FROM (SELECT DISTINCT kind, day FROM asked WHERE "customerId" IS NULL) AS d CROSS JOIN LATERAL (
       SELECT ${held} FROM answers
       WHERE workspace_id = $1 AND kind = d.kind AND day = ${epochDay} + d.day AND customer_id IS NULL AND ${isKeyed}
       OFFSET 0) AS a
   )
   SELECT "answerId", "customerId", kind, day, at, score, given, recommend, again, other, comment, source FROM (
     SELECT k.*, row_number() OVER (
       PARTITION BY n.place, k.at, k.comment, k.source, k."answerId" LIKE 'response:%' ORDER BY k."answerId") AS nth
     FROM asked n JOIN known k ON k.kind = n.kind AND k.day = n.day AND coalesce(k."customerId", 0) = coalesce(n."customerId", 0)
       AND coalesce(k.given, k.score, -1) = coalesce(n.given, -1) AND coalesce(k.recommend, -1) = coalesce(n.recommend, -1)
       AND coalesce(k.again, -1) = coalesce(n.again, -1) AND coalesce(k.other, -1) = coalesce(n.other, -1)
       AND (n.kind <> 'remark' OR k.comment = n.comment)
   ) AS a WHERE nth <= $3::int ORDER BY "answerId"`,
  [int, json(), int, int],
  {
    answerId: text,
    customerId: orNull(int),
    kind: textOf<AnswerKind>(),
    day: int,
    at: orNull(instant),
    score: orNull(small),
    given: orNull(small),
    recommend: orNull(small),
    again: orNull(small),
    other: orNull(small),
    comment: orNull(text),
    source: orNull(text),
  },
);

export const anyAnswer = statement('SELECT 1 AS one FROM answers WHERE workspace_id = $1 LIMIT 1', [int], { one: int });

/** Per window, counted from 1: scales that are not the kind's own, and how many answers were given on each. */
export const scalesInWindows = statement(
  `SELECT w.place::int AS place, a.scale, count(*)::int AS answers
   FROM unnest($3::int[], $4::int[]) WITH ORDINALITY AS w(from_day, to_day, place)
   JOIN answers a ON a.workspace_id = $1 AND a.kind = $2 AND a.scale IS NOT NULL
     AND a.day >= ${epochDay} + w.from_day AND a.day < ${epochDay} + w.to_day
   GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
  [int, text, ints, ints],
  { place: int, scale: text, answers: int },
);

/** An answer of a day alone stays on it. */
export const moveAnswerDays = statement(
  `UPDATE answers SET day = (at AT TIME ZONE $2::text)::date
   WHERE workspace_id = $1 AND at IS NOT NULL AND day <> (at AT TIME ZONE $2::text)::date`,
  [int, text],
);
