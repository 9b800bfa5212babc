import type { Rung, RungReason } from '../../loyalty/ladder/rung-rules.ts';
import { textColumn } from '../database/arrays.ts';
import { big, enumOf, epochDay, int, ints, orNull, statement, text, textOf } from '../database/statement.ts';

const rung = enumOf<Rung>('"Rung"');

/** Of each pair of rungs its newest changes are looked at, and no more. */
export const changesInWindow = statement(
  `SELECT customer_id AS "customerId", day - ${epochDay} AS day, from_rung AS "from", to_rung AS rung, reason
   FROM unnest(${textColumn(4)}::"Rung"[], ${textColumn(5)}::"Rung"[]) AS pair(source, target), LATERAL (
     SELECT * FROM rung_changes
     WHERE workspace_id = $1 AND from_rung = source AND to_rung = target
       AND day >= ${epochDay} + $2::int AND day < ${epochDay} + $3::int
     ORDER BY day DESC, customer_id LIMIT $6
   ) AS newest ORDER BY newest.day DESC, customer_id LIMIT $6`,
  [int, int, int, text, text, big],
  { customerId: int, day: int, from: orNull(rung), rung, reason: textOf<RungReason>() },
);

export const rungsAsOf = statement(
  `SELECT DISTINCT ON (customer_id) customer_id, to_rung FROM rung_changes
   WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) AND day < ${epochDay} + $3::int
   ORDER BY customer_id, day DESC`,
  [int, ints, int],
  { customer_id: int, to_rung: rung },
);
