import type { StoredFacts } from '../../loyalty/prediction/facts.ts';
import { big, epochDay, instant, int, json, orNull, statement, text } from '../database/statement.ts';

export const newestFinished = statement(
  `SELECT id, as_of_day - ${epochDay} AS "asOf", currency, facts FROM prediction_runs
   WHERE workspace_id = $1 AND status = 'finished' ORDER BY id DESC LIMIT 1`,
  [int],
  { id: int, asOf: int, currency: text, facts: orNull(json<StoredFacts>()) },
);

export const takeRun = statement(
  `UPDATE prediction_runs SET status = 'running', lease_until = $3, started_at = $2, customers = 0
   WHERE (workspace_id, id) = (
     SELECT workspace_id, id FROM prediction_runs
     WHERE workspace_id = $1 AND (status = 'waiting' OR (status = 'running' AND lease_until < $2))
     ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
   ) RETURNING id`,
  [int, instant, instant],
  { id: int },
);

export const forgetRuns = statement(
  `WITH old AS (
     SELECT id FROM prediction_runs r
     WHERE workspace_id = $1 AND finished_at < $2 AND EXISTS (
       SELECT FROM prediction_runs n WHERE n.workspace_id = $1 AND n.status = 'finished' AND n.id > r.id
     ) LIMIT $3 FOR UPDATE SKIP LOCKED
   )
   DELETE FROM prediction_runs r USING old WHERE r.workspace_id = $1 AND r.id = old.id`,
  [int, instant, big],
);

/** Asked at the start, which does not wait for Prisma's client to be loaded. */
export const freeRuns = statement(
  `UPDATE prediction_runs SET status = 'waiting', lease_until = NULL WHERE workspace_id = $1 AND status = 'running'`,
  [int],
);
