import { textColumn } from '../database/arrays.ts';
import { int, ints, statement, text, texts } from '../database/statement.ts';

export const tagsOfCustomers = statement(
  `SELECT customer_id, array_agg(tag ORDER BY tag COLLATE "C") AS tags FROM customer_tags
   WHERE workspace_id = $1 AND customer_id = ANY($2::int[]) GROUP BY customer_id`,
  [int, ints],
  { customer_id: int, tags: texts },
);

export const removeTags = statement(
  `DELETE FROM customer_tags WHERE workspace_id = $1 AND customer_id = ANY($2::int[])`,
  [int, ints],
);

export const addTags = statement(
  `INSERT INTO customer_tags (workspace_id, tag, customer_id)
   SELECT $1, tag, customer_id FROM unnest(${textColumn(2)}, $3::int[]) AS n(tag, customer_id)
   ON CONFLICT DO NOTHING`,
  [int, text, ints],
);
