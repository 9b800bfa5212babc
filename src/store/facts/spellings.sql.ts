import { textColumn } from '../database/arrays.ts';
import { int, statement, text } from '../database/statement.ts';

/** In one order, so that two who add the same never wait for each other crosswise. */
export const addSpellings = statement(
  `INSERT INTO spellings (workspace_id, kind, folded, shown)
   SELECT DISTINCT ON (folded) $1, $2, folded, shown FROM unnest(${textColumn(3)}, ${textColumn(4)})
     WITH ORDINALITY AS n(folded, shown, place)
   ORDER BY folded, place ON CONFLICT DO NOTHING`,
  [int, text, text, text],
);

export const knownSpellings = statement(
  `SELECT folded, shown FROM spellings WHERE workspace_id = $1 AND kind = $2 AND folded = ANY(${textColumn(3)})`,
  [int, text, text],
  { folded: text, shown: text },
);
