import { bool, eachOf, epochDay, int, ints, orNull, small, statement, text, texts } from '../database/statement.ts';

/** Says whose transaction this is: an import's, or with 0 that one is being taken back. Functions of the migrations read it. */
export const actAs = statement(`SELECT set_config('loyalty.import_id', $1, true) AS set`, [text], { set: text });

const journal = (table: string) => `workspace_id = $1 AND import_id = $2 AND table_name = '${table}'`;
/** Rows `r` of a table that the import made, and did not find there. */
const made = (table: string, key: string) => `r.workspace_id = $1 AND r.import_id = $2 AND NOT EXISTS (
  SELECT FROM import_changes c WHERE c.workspace_id = $1 AND c.import_id = $2 AND c.table_name = '${table}' AND c.row_key = r.${key}::text)`;

/** Held, so that nobody adds to them any more. */
export const holdMade = statement(
  `SELECT r.id FROM customers r WHERE ${made('customers', 'id')} ORDER BY r.id FOR UPDATE`,
  [int, int],
  { id: int },
);

/** Who changed since what the import had brought: other imports, and persons (null). */
export const changedSince = statement(
  `SELECT c.import_id AS "importId", i.file_name AS "fileName", count(*)::int AS count
   FROM import_changes c LEFT JOIN imports i ON i.workspace_id = c.workspace_id AND i.id = c.import_id
   WHERE c.workspace_id = $1 AND c.over_import_id = $2 AND c.import_id IS DISTINCT FROM $2
   GROUP BY 1, 2 ORDER BY 1 NULLS LAST`,
  [int, int],
  { importId: orNull(int), fileName: orNull(text), count: int },
);

/** What others brought for customers whom the import made. */
export const builtOnCustomers = statement(
  `WITH made AS MATERIALIZED (SELECT r.id FROM customers r WHERE ${made('customers', 'id')}),
   built AS (
     SELECT o.import_id FROM orders o JOIN made ON made.id = o.customer_id WHERE o.workspace_id = $1 AND o.import_id IS DISTINCT FROM $2
     UNION ALL SELECT a.import_id FROM answers a JOIN made ON made.id = a.customer_id WHERE a.workspace_id = $1 AND a.import_id IS DISTINCT FROM $2
     UNION ALL SELECT t.import_id FROM customer_tags t JOIN made ON made.id = t.customer_id WHERE t.workspace_id = $1 AND t.import_id IS DISTINCT FROM $2
     UNION ALL SELECT k.import_id FROM campaign_contacts k JOIN made ON made.id = k.customer_id WHERE k.workspace_id = $1 AND k.import_id IS DISTINCT FROM $2
     UNION ALL SELECT l.import_id FROM lost_recommendations l JOIN made ON made.id = l.recommender_id WHERE l.workspace_id = $1 AND l.import_id IS DISTINCT FROM $2
     UNION ALL SELECT w.import_id FROM customers w JOIN made ON made.id = w.recommended_by_id WHERE w.workspace_id = $1 AND w.import_id IS DISTINCT FROM $2
     UNION ALL SELECT NULL FROM pins p JOIN made ON made.id = p.customer_id WHERE p.workspace_id = $1
     UNION ALL SELECT NULL FROM invitations i JOIN made ON made.id = i.customer_id WHERE i.workspace_id = $1
     UNION ALL SELECT NULL FROM follow_ups f JOIN made ON made.id = f.customer_id WHERE f.workspace_id = $1 AND f.reason IS NOT NULL
   )
   SELECT b.import_id AS "importId", i.file_name AS "fileName", count(*)::int AS count
   FROM built b LEFT JOIN imports i ON i.workspace_id = $1 AND i.id = b.import_id GROUP BY 1, 2 ORDER BY 1 NULLS LAST`,
  [int, int],
  { importId: orNull(int), fileName: orNull(text), count: int },
);

/** Answers `r` that are in a follow-up since the import: it made them, or made them bad. */
const joining = `r.workspace_id = $1 AND r.import_id = $2 AND r.follow_up_id IS NOT NULL AND NOT EXISTS (
  SELECT FROM import_changes c WHERE c.workspace_id = $1 AND c.import_id = $2 AND c.table_name = 'answers' AND c.row_key = r.id::text
    AND (c.before->>'follow_up_id')::int = r.follow_up_id)`;

/** The follow-ups with such answers. */
export const followUpsOf = statement(
  `SELECT f.id, f.reason IS NULL AND NOT EXISTS (
       SELECT FROM answers r WHERE r.workspace_id = $1 AND r.follow_up_id = f.id AND NOT (${joining})) AS only,
     EXISTS (SELECT FROM follow_up_events e
       WHERE e.workspace_id = $1 AND e.follow_up_id = f.id AND e.kind NOT IN ('opened', 'answered')) AS taken
   FROM follow_ups f
   WHERE f.workspace_id = $1 AND f.id IN (
     SELECT r.follow_up_id FROM answers r WHERE ${joining})
   ORDER BY f.id`,
  [int, int],
  { id: int, only: bool, taken: bool },
);

/** What the orders of customers come to when the import is taken back: those that go with the opposite signs. Refunds of a day by themselves. */
export const linesTakenBack = statement(
  `SELECT customer_id, currency, array_agg(day) AS days, array_agg(amount::text) AS amounts, array_agg(orders) AS orders FROM (
     SELECT customer_id, currency, day - ${epochDay} AS day, -sum(amount_minor) AS amount,
       -(count(*) FILTER (WHERE amount_minor >= 0))::int AS orders
     FROM orders WHERE workspace_id = $1 AND import_id = $2 AND status = 'completed' GROUP BY 1, 2, 3, amount_minor >= 0
     UNION ALL
     SELECT (before->>'customer_id')::int, before->>'currency', (before->>'day')::date - ${epochDay},
       sum((before->>'amount_minor')::bigint), (count(*) FILTER (WHERE (before->>'amount_minor')::bigint >= 0))::int
     FROM import_changes WHERE ${journal('orders')} AND before->>'status' = 'completed'
     GROUP BY 1, 2, 3, (before->>'amount_minor')::bigint >= 0
   ) AS daily GROUP BY 1, 2`,
  [int, int],
  { customer_id: int, currency: text, days: ints, amounts: texts, orders: ints },
);

const cliSum = (column: (name: string) => string) => `18 - ${['recommend', 'again', 'other'].map(column).join(' - ')}`;
const fromBefore = (name: string) => `(before->>'${name}')::smallint`;

/** Anonymous answers, those alike in one: how many come, or with a minus go. */
export const anonymousTakenBack = statement(
  `SELECT kind, day - ${epochDay} AS day, score, ${cliSum((name) => name)} AS "cliSum", coalesce(source, '') AS source,
     -count(*)::int AS times
   FROM answers WHERE workspace_id = $1 AND import_id = $2 AND customer_id IS NULL GROUP BY 1, 2, 3, 4, 5
   UNION ALL
   SELECT before->>'kind', (before->>'day')::date - ${epochDay}, ${fromBefore('score')}, ${cliSum(fromBefore)},
     coalesce(before->>'source', ''), count(*)::int
   FROM import_changes WHERE ${journal('answers')} AND before->>'customer_id' IS NULL GROUP BY 1, 2, 3, 4, 5`,
  [int, int],
  { kind: text, day: int, score: orNull(small), cliSum: orNull(int), source: text, times: int },
);

/** Contacts of campaigns, in the same way. */
export const contactsTakenBack = statement(
  `SELECT campaign_id AS "campaignId", variant, contacted_day - ${epochDay} AS day, -count(*)::int AS contacted,
     -(count(*) FILTER (WHERE delivered))::int AS delivered, -(count(*) FILTER (WHERE responded))::int AS responded
   FROM campaign_contacts WHERE workspace_id = $1 AND import_id = $2 GROUP BY 1, 2, 3
   UNION ALL
   SELECT (before->>'campaign_id')::int, before->>'variant', (before->>'contacted_day')::date - ${epochDay}, count(*)::int,
     (count(*) FILTER (WHERE (before->>'delivered')::boolean))::int, (count(*) FILTER (WHERE (before->>'responded')::boolean))::int
   FROM import_changes WHERE ${journal('campaign_contacts')} GROUP BY 1, 2, 3`,
  [int, int],
  { campaignId: int, variant: text, day: int, contacted: int, delivered: int, responded: int },
);

/** The customers whose facts are others when the import is taken back. */
export const customersConcerned = statement(
  `SELECT DISTINCT id FROM (
     SELECT customer_id AS id FROM orders WHERE workspace_id = $1 AND import_id = $2
     UNION ALL SELECT customer_id FROM answers WHERE workspace_id = $1 AND import_id = $2
     UNION ALL SELECT customer_id FROM customer_tags WHERE workspace_id = $1 AND import_id = $2
     UNION ALL SELECT unnest(ARRAY[id, recommended_by_id]) FROM customers WHERE workspace_id = $1 AND import_id = $2
     UNION ALL SELECT recommender_id FROM lost_recommendations WHERE workspace_id = $1 AND import_id = $2
     UNION ALL SELECT (before->>'customer_id')::int FROM import_changes
       WHERE workspace_id = $1 AND import_id = $2 AND table_name IN ('orders', 'answers', 'customer_tags')
     UNION ALL SELECT unnest(ARRAY[(before->>'id')::int, (before->>'recommended_by_id')::int]) FROM import_changes WHERE ${journal('customers')}
     UNION ALL SELECT (before->>'recommender_id')::int FROM import_changes WHERE ${journal('lost_recommendations')}
   ) AS concerned WHERE id IS NOT NULL ORDER BY id`,
  [int, int],
  { id: int },
);

/** Where nothing else hangs on a row: it may go, and come again as it was. */
const plainTables = [
  'customer_tags',
  'orders',
  'answers',
  'lost_recommendations',
  'acquisition_spend',
  'currency_rates',
  'campaign_contacts',
] as const;

export const removeBrought = eachOf(plainTables, (table) =>
  statement(`DELETE FROM ${table} WHERE workspace_id = $1 AND import_id = $2`, [int, int]),
);

export const bringBack = eachOf(plainTables, (table) =>
  statement(
    `INSERT INTO ${table} SELECT r.* FROM import_changes c CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, c.before) r
     WHERE c.workspace_id = $1 AND c.import_id = $2 AND c.table_name = '${table}'`,
    [int, int],
  ),
);

export const bringBackCustomers = statement(
  `UPDATE customers c
   SET external_id = r.external_id, name = r.name, email = r.email, language = r.language, country = r.country, since_day = r.since_day,
     cost_minor = r.cost_minor, cost_currency = r.cost_currency, relationship_years = r.relationship_years, source = r.source,
     recommended_by_id = r.recommended_by_id, reward_minor = r.reward_minor, reward_currency = r.reward_currency,
     import_id = r.import_id
   FROM import_changes j CROSS JOIN LATERAL jsonb_populate_record(NULL::customers, j.before) r
   WHERE j.workspace_id = $1 AND j.import_id = $2 AND j.table_name = 'customers' AND c.workspace_id = $1 AND c.id = r.id
   RETURNING c.id`,
  [int, int],
  { id: int },
);

/** That its answers joined follow-ups of others. */
export const removeJoinings = statement(
  `DELETE FROM follow_up_events WHERE workspace_id = $1 AND import_id = $2 AND kind = 'answered' AND follow_up_id = ANY($3::int[])`,
  [int, int, ints],
);

export const removeEmptyCampaigns = statement(
  `DELETE FROM campaigns r WHERE r.workspace_id = $1 AND r.import_id = $2
     AND NOT EXISTS (SELECT FROM campaign_contacts k WHERE k.workspace_id = $1 AND k.campaign_id = r.id)`,
  [int, int],
);

export const forgetChanges = statement(
  `DELETE FROM import_changes WHERE workspace_id = $1 AND (import_id = $2 OR (import_id IS NULL AND over_import_id = $2))`,
  [int, int],
);

/** Changes by persons, of rows whose imports are forgotten. */
export const forgetOldChanges = statement(
  `DELETE FROM import_changes c WHERE c.workspace_id = $1 AND c.import_id IS NULL
     AND NOT EXISTS (SELECT FROM imports i WHERE i.workspace_id = $1 AND i.id = c.over_import_id)`,
  [int],
);
