import type { FollowUpCause, FollowUpReason, FollowUpStatus } from '../../loyalty/follow-up.ts';
import {
  big,
  bool,
  epochDay,
  instant,
  int,
  ints,
  json,
  orNull,
  statement,
  text,
  textOf,
  texts,
} from '../database/statement.ts';

export const customersAtWork = statement(
  `SELECT c.external_id FROM follow_ups f JOIN customers c ON c.workspace_id = f.workspace_id AND c.id = f.customer_id
   WHERE f.workspace_id = $1 AND f.status <> 'done' AND c.external_id = ANY($2::text[])`,
  [int, texts],
  { external_id: text },
);

export const openFollowUp = statement(
  `INSERT INTO follow_ups (workspace_id, customer_id, due_day, opened_at) VALUES ($1, $2, ${epochDay} + $3::int, $4)
   ON CONFLICT (workspace_id, customer_id) WHERE status <> 'done' DO NOTHING RETURNING id`,
  [int, orNull(int), int, instant],
  { id: int },
);

export const keepAtWork = statement(
  `SELECT id FROM follow_ups WHERE workspace_id = $1 AND customer_id = $2 AND status <> 'done' FOR KEY SHARE`,
  [int, orNull(int)],
  { id: int },
);

/** The newest that was said of each: who took it, handed it back or closed it, and who had it then. */
export const newestMoves = statement(
  `SELECT DISTINCT ON (e.follow_up_id) e.follow_up_id, e.kind, e.member_id AS "byId", had.member_id AS "ofId"
   FROM follow_up_events e LEFT JOIN LATERAL (
     SELECT c.member_id FROM follow_up_events c
     WHERE c.workspace_id = e.workspace_id AND c.follow_up_id = e.follow_up_id AND c.kind = 'claimed' AND c.id < e.id
     ORDER BY c.id DESC LIMIT 1
   ) had ON true
   WHERE e.workspace_id = $1 AND e.follow_up_id = ANY($2::int[]) AND e.kind IN ('claimed', 'handed-back', 'done')
   ORDER BY e.follow_up_id, e.id DESC`,
  [int, ints],
  { follow_up_id: int, kind: text, byId: orNull(text), ofId: orNull(text) },
);

export const customersTaken = statement(
  `SELECT customer_id AS "customerId", max(claimed_at) AS "takenAt", bool_or(status = 'claimed') AS "atWork"
   FROM (
     SELECT customer_id, claimed_at, status FROM follow_ups
     WHERE workspace_id = $1 AND steward_id = $2 AND customer_id IS NOT NULL ORDER BY claimed_at DESC LIMIT 200
   ) AS newest
   GROUP BY customer_id ORDER BY max(claimed_at) DESC, customer_id LIMIT $3`,
  [int, text, big],
  { customerId: int, takenAt: instant, atWork: bool },
);

export const closedByCause = statement(
  `SELECT coalesce(cause, 'other') AS cause, count(*)::int AS count FROM follow_ups
   WHERE workspace_id = $1 AND status = 'done' AND done_at >= $2 AND done_at < $3
   GROUP BY 1 ORDER BY 2 DESC, 1`,
  [int, instant, instant],
  { cause: textOf<FollowUpCause>(), count: int },
);

export const countsAtWork = statement(
  `SELECT count(*) FILTER (WHERE status = 'open')::int AS open, count(*) FILTER (WHERE status = 'claimed')::int AS claimed,
     count(*) FILTER (WHERE due_day < ${epochDay} + $2::int)::int AS overdue
   FROM follow_ups WHERE workspace_id = $1 AND status IN ('open', 'claimed')`,
  [int, int],
  { open: int, claimed: int, overdue: int },
);

/**
 * A page of those to do, in the order in which they are shown everywhere: first those whose day has passed ($2 is today), then
 * the dearest, then those due first. $3 to $6 are what is asked for, $7 to $10 the place after which the page begins.
 * Those to do are found by the index of their states and days, and each one's worth by the customer's key.
 */
export const followUpsInOrder = statement(
  `SELECT id, "customerId", status, "dueDay", "openedAt", "stewardId", "claimedAt", reason, "sharedAlert", "worthMinor"
   FROM (
     SELECT f.id, f.customer_id AS "customerId", f.status, f.due_day - ${epochDay} AS "dueDay", f.opened_at AS "openedAt",
       f.steward_id AS "stewardId", f.claimed_at AS "claimedAt", f.reason, f.shared_alert AS "sharedAlert",
       coalesce((SELECT s.worth_minor FROM customer_standings s
         WHERE s.workspace_id = f.workspace_id AND s.customer_id = f.customer_id), 0) AS "worthMinor",
       f.due_day >= ${epochDay} + $2::int AS "inTime"
     FROM follow_ups f
     WHERE f.workspace_id = $1 AND f.status = ANY($3::text[]) AND ($4::int IS NULL OR f.due_day < ${epochDay} + $4::int)
       AND ($5::text IS NULL OR f.steward_id = $5::text) AND ($6::text IS NULL OR f.shared_alert = $6::text)
   ) AS asked
   WHERE $10::int IS NULL OR ("inTime", -"worthMinor", "dueDay", id) > ($7::boolean, -($8::bigint), $9::int, $10::int)
   ORDER BY "inTime", "worthMinor" DESC, "dueDay", id LIMIT $11`,
  [int, int, texts, orNull(int), orNull(text), orNull(text), orNull(bool), orNull(big), orNull(int), orNull(int), big],
  {
    id: int,
    customerId: orNull(int),
    status: textOf<FollowUpStatus>(),
    dueDay: int,
    openedAt: instant,
    stewardId: orNull(text),
    claimedAt: orNull(instant),
    reason: orNull(json<FollowUpReason>()),
    sharedAlert: orNull(text),
    worthMinor: big,
  },
);
