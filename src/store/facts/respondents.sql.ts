import { textColumn } from '../database/arrays.ts';
import { int, ints, orNull, statement, text } from '../database/statement.ts';

export const addRespondents = statement(
  `INSERT INTO respondents (workspace_id, customer_id, key, name, email)
   SELECT $1, customer_id, key, name, email
   FROM unnest($2::int[], ${textColumn(3)}, ${textColumn(4, true)}, ${textColumn(5, true)}) AS n(customer_id, key, name, email)
   ORDER BY customer_id, key ON CONFLICT (workspace_id, customer_id, key) DO NOTHING`,
  [int, ints, text, text, text],
);

/** What was not known of them is filled in. */
export const fillInRespondents = statement(
  `UPDATE respondents r SET name = coalesce(r.name, n.name), email = coalesce(r.email, n.email)
   FROM unnest($2::int[], ${textColumn(3, true)}, ${textColumn(4, true)}) AS n(id, name, email)
   WHERE r.workspace_id = $1 AND r.id = n.id`,
  [int, ints, text, text],
);

export const respondentsOf = statement(
  `SELECT id, customer_id AS "customerId", key, name, email FROM respondents
   WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) ORDER BY id`,
  [int, ints],
  { id: int, customerId: int, key: text, name: orNull(text), email: orNull(text) },
);

export const respondentsById = statement(
  `SELECT id, name, email FROM respondents WHERE workspace_id = $1 AND id = ANY($2::int[])`,
  [int, ints],
  { id: int, name: orNull(text), email: orNull(text) },
);

/** Those whom an import made and whom no answer names any more. */
export const removeIdleRespondents = statement(
  `DELETE FROM respondents r WHERE r.workspace_id = $1 AND r.import_id = $2
     AND NOT EXISTS (SELECT FROM answers a WHERE a.workspace_id = $1 AND a.respondent_id = r.id)`,
  [int, int],
);
