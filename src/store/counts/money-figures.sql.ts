import { epochDay, float, int, statement, text, texts } from '../database/statement.ts';

export const amountsByDay = statement(
  `SELECT segment, day - ${epochDay} AS day, sum(first)::float8 AS first, sum(second)::float8 AS second,
     sum(third)::float8 AS third FROM tallies
   WHERE workspace_id = $1 AND figure = $2 AND segment = ANY($3) AND day >= ${epochDay} + $4::int AND day < ${epochDay} + $5::int
   GROUP BY 1, 2 ORDER BY 2`,
  [int, text, texts, int, int],
  { segment: text, day: int, first: float, second: float, third: float },
);
