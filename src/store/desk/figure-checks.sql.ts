import { epochDay, int, statement } from '../database/statement.ts';

export const noteLook = statement(
  `INSERT INTO figure_checks AS c (workspace_id, checked_day, answered) VALUES ($1, ${epochDay} + $2::int, $3)
   ON CONFLICT (workspace_id) DO UPDATE
   SET checked_day = excluded.checked_day, answered = greatest(c.answered, excluded.answered)`,
  [int, int, int],
);
