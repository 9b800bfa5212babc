import { big, bool, instant, int, orNull, statement, text, texts } from '../database/statement.ts';

/** A clock that went back is dealt with like a period that is due: the place in time is worked out anew. */
const isDue = (now: string) => `active AND (due_at <= ${now} OR done_until > ${now})`;

/** Of all workspaces. */
export const dueSchedules = statement(
  `SELECT workspace_id AS "workspaceId", id FROM schedules
   WHERE ${isDue('$1')} ORDER BY due_at, workspace_id, id`,
  [instant],
  { workspaceId: int, id: int },
);

export const holdDue = statement(
  `SELECT id FROM schedules WHERE workspace_id = $1 AND id = $2 AND ${isDue('$3')} FOR UPDATE SKIP LOCKED`,
  [int, int, instant],
  { id: int },
);

const sameTimes = 's.cron = excluded.cron AND s.time_zone = excluded.time_zone AND s.active = excluded.active';

export const saveSchedule = statement(
  `INSERT INTO schedules AS s (workspace_id, kind, channel_id, cron, time_zone, locale, sections, active,
     done_until, due_at, created_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   ON CONFLICT (workspace_id, kind, channel_id) DO UPDATE
   SET cron = excluded.cron, time_zone = excluded.time_zone, locale = excluded.locale,
       sections = excluded.sections, active = excluded.active,
       done_until = CASE WHEN ${sameTimes} THEN s.done_until ELSE excluded.done_until END,
       due_at = CASE WHEN ${sameTimes} THEN s.due_at ELSE excluded.due_at END`,
  [int, text, text, text, text, text, texts, bool, instant, instant, orNull(text)],
);

export const forgetJobRuns = statement(
  `WITH old AS (
     SELECT r.schedule_id, r.due_at
     FROM schedules s JOIN job_runs r ON r.workspace_id = s.workspace_id AND r.schedule_id = s.id
     WHERE s.workspace_id = $1 AND r.due_at < $2 LIMIT $3 FOR UPDATE OF r SKIP LOCKED
   )
   DELETE FROM job_runs r USING old
   WHERE r.workspace_id = $1 AND r.schedule_id = old.schedule_id AND r.due_at = old.due_at`,
  [int, instant, big],
);

export const moveSchedules = statement(
  `UPDATE schedules s SET channel_id = CASE WHEN taken THEN channel_id ELSE $3 END, active = active AND NOT taken
   FROM (SELECT id AS moving, EXISTS (SELECT FROM schedules t WHERE t.workspace_id = $1 AND t.kind = o.kind
     AND t.channel_id = $3) AS taken FROM schedules o WHERE o.workspace_id = $1 AND o.channel_id = $2) AS m
   WHERE s.workspace_id = $1 AND s.id = m.moving`,
  [int, text, text],
);
