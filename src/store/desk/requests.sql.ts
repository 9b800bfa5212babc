import { big, instant, int, statement } from '../database/statement.ts';

export const takeRequest = statement(
  `UPDATE requests SET lease_until = $3, attempts = attempts + 1
   WHERE (workspace_id, id) = (
     SELECT workspace_id, id FROM requests
     WHERE workspace_id = $1 AND answered_at IS NULL AND (lease_until IS NULL OR lease_until <= $2)
     ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
   ) RETURNING id`,
  [int, instant, instant],
  { id: int },
);

export const forgetAnswered = statement(
  `WITH old AS (
     SELECT id FROM requests WHERE workspace_id = $1 AND answered_at < $2 LIMIT $3 FOR UPDATE SKIP LOCKED
   )
   DELETE FROM requests r USING old WHERE r.workspace_id = $1 AND r.id = old.id`,
  [int, instant, big],
);

/** Asked at the start, which does not wait for Prisma's client to be loaded. */
export const freeRequests = statement(
  `UPDATE requests SET lease_until = NULL
   WHERE workspace_id = $1 AND answered_at IS NULL AND lease_until IS NOT NULL`,
  [int],
);
