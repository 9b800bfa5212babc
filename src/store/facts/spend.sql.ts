import { textColumn } from '../database/arrays.ts';
import { bigs, epochDay, float, int, ints, orNull, statement, text } from '../database/statement.ts';

export const spendInWindows = statement(
  `SELECT w.place::int AS place, s.currency, parts.from_day AS "from", parts.to_day AS "to",
     sum(s.amount_minor::float8 * (parts.to_day - parts.from_day) / (s.to_day - s.from_day)) AS "amountMinor"
   FROM unnest($2::int[], $3::int[]) WITH ORDINALITY AS w(from_day, to_day, place)
   JOIN acquisition_spend s ON s.workspace_id = $1 AND s.to_day > ${epochDay} + w.from_day
     AND s.from_day < ${epochDay} + w.to_day AND ($4::text IS NULL OR s.source = $4)
   CROSS JOIN LATERAL (SELECT greatest(s.from_day - ${epochDay}, w.from_day) AS from_day,
     least(s.to_day - ${epochDay}, w.to_day) AS to_day) AS parts
   GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  [int, ints, ints, orNull(text)],
  { place: int, currency: text, from: int, to: int, amountMinor: float },
);

export const spendSources = statement(
  'SELECT DISTINCT source FROM acquisition_spend WHERE workspace_id = $1 ORDER BY 1',
  [int],
  { source: text },
);

const spent = `external_id AS "spendId", from_day - ${epochDay} AS "from", to_day - ${epochDay} AS "to",
     nullif(source, '') AS source, amount_minor::float8 AS "amountMinor", currency`;
const row = { spendId: text, from: int, to: int, source: orNull(text), amountMinor: float, currency: text };

export const spendByExternalId = statement(
  `SELECT ${spent} FROM acquisition_spend WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
  row,
);

/** What was spent until these days. */
export const spendUntil = statement(
  `SELECT ${spent} FROM acquisition_spend
   WHERE workspace_id = $1 AND to_day = ANY(SELECT ${epochDay} + day FROM unnest($2::int[]) AS n(day))
     AND import_id IS DISTINCT FROM $3 ORDER BY external_id`,
  [int, ints, int],
  row,
);

export const upsertSpend = statement(
  `INSERT INTO acquisition_spend (workspace_id, external_id, from_day, to_day, source, amount_minor, currency)
   SELECT $1, id, ${epochDay} + from_day, ${epochDay} + to_day, coalesce(source, ''), amount_minor, currency
   FROM unnest(${textColumn(2)}, $3::int[], $4::int[], ${textColumn(5)}, $6::int8[], ${textColumn(7)})
     AS n(id, from_day, to_day, source, amount_minor, currency)
   ON CONFLICT (workspace_id, external_id) DO UPDATE
   SET from_day = excluded.from_day, to_day = excluded.to_day, source = excluded.source,
       amount_minor = excluded.amount_minor, currency = excluded.currency`,
  [int, text, ints, ints, text, bigs, text],
);
