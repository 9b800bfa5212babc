import { textColumn } from '../database/arrays.ts';
import { int, ints, orNull, statement, text } from '../database/statement.ts';

/** Who is known already stays; what was not known of them is filled in. */
export const addRespondents = statement(
  `INSERT INTO respondents AS r (workspace_id, customer_id, key, name, email)
   SELECT $1, customer_id, key, name, email
   FROM unnest($2::int[], ${textColumn(3)}, ${textColumn(4, true)}, ${textColumn(5, true)}) AS n(customer_id, key, name, email)
   ORDER BY customer_id, key
   ON CONFLICT (workspace_id, customer_id, key) DO UPDATE
   SET name = coalesce(r.name, excluded.name), email = coalesce(r.email, excluded.email)
   WHERE (r.name IS NULL AND excluded.name IS NOT NULL) OR (r.email IS NULL AND excluded.email IS NOT NULL)`,
  [int, ints, text, text, text],
);

export const respondentIds = statement(
  `SELECT r.customer_id AS "customerId", r.key, r.id FROM unnest($2::int[], ${textColumn(3)}) AS n(customer_id, key)
   JOIN respondents r ON r.workspace_id = $1 AND r.customer_id = n.customer_id AND r.key = n.key`,
  [int, ints, text],
  { customerId: int, key: text, id: int },
);

export const respondentsById = statement(
  `SELECT id, customer_id AS "customerId", name, email FROM respondents WHERE workspace_id = $1 AND id = ANY($2::int[])`,
  [int, ints],
  { id: int, customerId: int, name: orNull(text), email: orNull(text) },
);

/** Those whom an import made and whom no answer names any more. */
export const removeIdleRespondents = statement(
  `DELETE FROM respondents r WHERE r.workspace_id = $1 AND r.import_id = $2
     AND NOT EXISTS (SELECT FROM answers a WHERE a.workspace_id = $1 AND a.respondent_id = r.id)`,
  [int, int],
);
