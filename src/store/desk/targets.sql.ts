import { epochDay, float, instant, int, orNull, statement, text } from '../database/statement.ts';

/** Writes nothing where the same target is there already. */
export const saveTarget = statement(
  `INSERT INTO targets AS t (workspace_id, figure, dimension, part, comparison, value, until_day, window_days, calendar,
     state, created_by, created_at, changed_at)
   VALUES ($1, $2, $3, $4, $5, $6::float8, ${epochDay} + $7::int, $8, $9, $10, $11, $12, $12)
   ON CONFLICT (workspace_id, figure, dimension, part) DO UPDATE
   SET comparison = excluded.comparison, value = excluded.value, until_day = excluded.until_day,
       window_days = excluded.window_days, calendar = excluded.calendar, state = excluded.state, alerted_day = NULL,
       created_by = excluded.created_by,
       changed_at = greatest(excluded.changed_at, t.changed_at + interval '1 millisecond')
   WHERE (t.comparison, t.value, t.until_day, t.window_days, t.calendar) IS DISTINCT FROM
     (excluded.comparison, excluded.value, excluded.until_day, excluded.window_days, excluded.calendar)`,
  [int, text, text, text, text, float, int, orNull(int), orNull(text), text, text, instant],
);
