import type { FollowUpCause } from '../../loyalty/follow-up.ts';
import {
  big,
  bool,
  epochDay,
  instant,
  int,
  ints,
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
