import { epochDay, int, statement, text } from '../database/statement.ts';

const kept = { figure: text, segment: text, day: int, counts: text };

function allKept(table: 'tallies' | 'stay_counts', counts: string): string {
  return `SELECT figure, segment, day - ${epochDay} AS day, ${counts} AS counts FROM ${table}
    WHERE workspace_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2`;
}

export const keptTallies = statement(
  allKept('tallies', `array_to_string(ARRAY[sum(first), sum(second), sum(third)], ',')`),
  [int],
  kept,
);

export const keptStays = statement(
  allKept('stay_counts', `string_agg(array_to_string(counts, ','), ' ')`),
  [int],
  kept,
);

export const makeMissingStandings = statement(
  `INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores)
   SELECT workspace_id, id, 0, '{}', '{}', '{}' FROM customers WHERE workspace_id = $1 ON CONFLICT DO NOTHING`,
  [int],
);

/** Recommenders learn from the order days of others that they have won somebody. */
export const resetStandings = statement(
  `UPDATE customer_standings s SET changes = '[]',
     has_pins = EXISTS (SELECT FROM pins p WHERE p.workspace_id = s.workspace_id AND p.customer_id = s.customer_id),
     order_days = ARRAY(
       SELECT DISTINCT day - ${epochDay} FROM orders o WHERE o.workspace_id = s.workspace_id AND o.customer_id = s.customer_id
         AND status = 'completed' AND amount_minor >= 0 ORDER BY 1)
   WHERE workspace_id = $1`,
  [int],
);
