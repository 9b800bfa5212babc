import { textColumn } from '../database/arrays.ts';
import { epochDay, float, int, json, orNull, statement, text } from '../database/statement.ts';

export const lossesByExternalId = statement(
  `SELECT external_id AS "recommendationId", recommender_id AS "recommenderId", day - ${epochDay} AS day,
     value_minor::float8 AS "valueMinor", currency, note
   FROM lost_recommendations WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
  {
    recommendationId: text,
    recommenderId: int,
    day: int,
    valueMinor: orNull(float),
    currency: orNull(text),
    note: orNull(text),
  },
);

export const upsertLosses = statement(
  `INSERT INTO lost_recommendations (workspace_id, external_id, recommender_id, day, value_minor, currency, note)
   SELECT $1, "recommendationId", "recommenderId", ${epochDay} + day, "valueMinor", currency, note
   FROM jsonb_to_recordset($2::jsonb)
     AS n("recommendationId" text, "recommenderId" int, day int, "valueMinor" bigint, currency text, note text)
   ON CONFLICT (workspace_id, external_id) DO UPDATE
   SET recommender_id = excluded.recommender_id, day = excluded.day, value_minor = excluded.value_minor,
       currency = excluded.currency, note = excluded.note`,
  [int, json()],
);

export const removeLosses = statement(
  `DELETE FROM lost_recommendations WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
);
