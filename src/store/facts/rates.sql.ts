import { textColumn } from '../database/arrays.ts';
import { epochDay, float, int, ints, numerics, statement, text } from '../database/statement.ts';

export const allRates = statement(
  `SELECT currency, base, day - ${epochDay} AS day, rate::float8 AS rate FROM currency_rates
   WHERE workspace_id = $1 ORDER BY base, currency, day`,
  [int],
  { currency: text, base: text, day: int, rate: float },
);

/** Of each currency the newest. */
export const newestRates = statement(
  `SELECT DISTINCT ON (currency) currency, base, day - ${epochDay} AS day, rate::float8 AS rate FROM currency_rates
   WHERE workspace_id = $1 AND base = $2 ORDER BY currency, day DESC`,
  [int, text],
  { currency: text, base: text, day: int, rate: float },
);

export const upsertRates = statement(
  `INSERT INTO currency_rates (workspace_id, currency, base, day, rate)
   SELECT $1, currency, base, ${epochDay} + day, rate
   FROM unnest(${textColumn(2)}, ${textColumn(3)}, $4::int[], $5::numeric[]) AS n(currency, base, day, rate)
   ON CONFLICT (workspace_id, base, currency, day) DO UPDATE SET rate = excluded.rate`,
  [int, text, text, ints, numerics],
);
