import { textColumn } from '../database/arrays.ts';
import { big, epochDay, float, int, ints, json, orNull, statement, text } from '../database/statement.ts';

const columns = `c.id, c.external_id AS "externalId", c.name, c.email, c.language, c.country, c.since_day - ${epochDay} AS "sinceDay",
  c.cost_minor::float8 AS "costMinor", c.cost_currency AS "costCurrency", c.recommended_by_id AS "recommendedById", c.source,
  c.relationship_years AS "relationshipYears", c.reward_minor::float8 AS "rewardMinor", c.reward_currency AS "rewardCurrency",
  c.owner_id AS "ownerId"`;

const customer = {
  id: int,
  externalId: text,
  name: orNull(text),
  email: orNull(text),
  language: orNull(text),
  country: orNull(text),
  sinceDay: orNull(int),
  costMinor: orNull(float),
  costCurrency: orNull(text),
  recommendedById: orNull(int),
  source: orNull(text),
  relationshipYears: orNull(float),
  rewardMinor: orNull(float),
  rewardCurrency: orNull(text),
  ownerId: orNull(text),
};
const id = { id: int, external_id: text };

export const idsOf = statement(
  `SELECT id, external_id FROM customers WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
  id,
);

/** Whether a number is spelt otherwise than all are held against each other (near_number, in a migration). */
export const anyOddlySpelt = statement(
  `SELECT 1 AS one FROM customers WHERE workspace_id = $1 AND external_id <> near_number(external_id) LIMIT 1`,
  [int],
  { one: int },
);

/** Numbers that nobody has, each with the oldest customer's that is spelt almost so. Each is looked for in an index. */
export const similarTo = statement(
  `SELECT n.number, near.external_id AS known
   FROM (SELECT number, near_number(number) AS near FROM unnest(${textColumn(2)}) AS t(number)) AS n
   LEFT JOIN LATERAL (
     SELECT o.external_id FROM (
       SELECT id, external_id FROM customers WHERE workspace_id = $1 AND external_id = n.near
       UNION ALL (
         SELECT id, external_id FROM customers
         WHERE workspace_id = $1 AND near_number(external_id) = n.near AND external_id <> near_number(external_id)
         ORDER BY id LIMIT 1)
     ) AS o ORDER BY o.id LIMIT 1
   ) AS near ON true
   WHERE NOT EXISTS (SELECT FROM customers k WHERE k.workspace_id = $1 AND k.external_id = n.number)`,
  [int, text],
  { number: text, known: orNull(text) },
);

export const makeMissing = statement(
  `WITH made AS (
     INSERT INTO customers (workspace_id, external_id, created_day, email)
     SELECT $1, external_id, ${epochDay} + $3::int, email
     FROM unnest(${textColumn(2)}, ${textColumn(4, true)}) AS n(external_id, email) ORDER BY external_id
     ON CONFLICT (workspace_id, external_id) DO NOTHING RETURNING id, external_id, email
   ), placed AS (
     INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores)
     SELECT $1, id, $3, '{}', '{}', '{}' FROM made
   ) SELECT id, external_id, email FROM made`,
  [int, text, int, text],
  { ...id, email: orNull(text) },
);

/** By the index on addresses and by own numbers. */
export const ofAddresses = statement(
  `SELECT lower(email) AS email, id, external_id AS "externalId" FROM customers
   WHERE workspace_id = $1 AND email IS NOT NULL AND lower(email) = ANY(${textColumn(2)})
   UNION
   SELECT external_id, id, external_id FROM customers WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})
   ORDER BY email, "externalId"`,
  [int, text],
  { email: text, id: int, externalId: text },
);

export const holdAddress = statement('SELECT pg_advisory_xact_lock($1, hashtext($2))::text AS held', [int, text], {
  held: text,
});

export const giveNumbers = statement(
  `UPDATE customers c SET external_id = n.external_id, email = coalesce(c.email, c.external_id)
   FROM unnest($2::int[], ${textColumn(3)}) AS n(id, external_id) WHERE c.workspace_id = $1 AND c.id = n.id`,
  [int, ints, text],
);

export const removeCustomers = statement(`DELETE FROM customers WHERE workspace_id = $1 AND id = ANY($2::int[])`, [
  int,
  ints,
]);

export const customersByExternalId = statement(
  `SELECT ${columns} FROM customers c WHERE workspace_id = $1 AND external_id = ANY(${textColumn(2)})`,
  [int, text],
  customer,
);

export const customersById = statement(
  `SELECT ${columns} FROM customers c WHERE workspace_id = $1 AND id = ANY($2::int[])`,
  [int, ints],
  customer,
);

/** Enough to find out of many words alike those that come first by name. */
const mostMatches = 200;
const mostWords = 6;

/** By one word, by two words, … which follow $2, and the whole of what was typed after them. */
export const searchCustomers = Array.from({ length: mostWords }, (_, others) => {
  const begins = (word: string, i: number) => `${word} >= $${i + 3} AND ${word} < $${i + 3} || U&'\\FFFD'`;
  const otherWords = Array.from(
    { length: others },
    (_, i) => `AND EXISTS (SELECT FROM customer_words o
      WHERE o.workspace_id = $1 AND o.customer_id = w.customer_id AND ${begins('o.word', i + 1)})`,
  );
  return statement(
    `SELECT ${columns} FROM customers c WHERE workspace_id = $1 AND c.id IN (
       SELECT w.customer_id FROM customer_words w WHERE w.workspace_id = $1 AND ${begins('w.word', 0)} ${otherWords.join(' ')}
       ORDER BY w.word LIMIT ${mostMatches}
     ) ORDER BY lower(external_id) <> lower($${others + 4}), name NULLS LAST, external_id LIMIT $2`,
    [int, big, text, ...otherWords.map(() => text), text],
    customer,
  );
});

export const updateCustomers = statement(
  `UPDATE customers c
   SET name = n.name, email = n.email, language = n.language, country = n.country,
       since_day = ${epochDay} + n."sinceDay", cost_minor = n."costMinor", cost_currency = n."costCurrency",
       recommended_by_id = n."recommendedById", source = n.source, relationship_years = n."relationshipYears",
       reward_minor = n."rewardMinor", reward_currency = n."rewardCurrency", owner_id = n."ownerId"
   FROM jsonb_to_recordset($2::jsonb) AS n(id int, name text, email text, language text, country text, "sinceDay" int,
     "costMinor" bigint, "costCurrency" text, "recommendedById" int, source text, "relationshipYears" float8,
     "rewardMinor" bigint, "rewardCurrency" text, "ownerId" text)
   WHERE c.workspace_id = $1 AND c.id = n.id`,
  [int, json()],
);

export const removeWords = statement(
  `DELETE FROM customer_words WHERE workspace_id = $1 AND customer_id = ANY($2::int[])`,
  [int, ints],
);

export const addWords = statement(
  `INSERT INTO customer_words (workspace_id, word, customer_id)
   SELECT $1, word, customer_id FROM unnest(${textColumn(2)}, $3::int[]) AS n(word, customer_id)
   ON CONFLICT DO NOTHING`,
  [int, text, ints],
);

export const holdCustomers = statement(
  `SELECT ${columns} FROM customers c WHERE workspace_id = $1 AND id = ANY($2::int[])
   ORDER BY id FOR NO KEY UPDATE`,
  [int, ints],
  customer,
);

export const forgetRecommender = statement(
  `UPDATE customers SET recommended_by_id = NULL WHERE workspace_id = $1 AND recommended_by_id = ANY($2::int[])`,
  [int, ints],
);

export const recommendersOf = statement(
  `SELECT DISTINCT recommended_by_id AS id FROM customers
   WHERE workspace_id = $1 AND id = ANY($2::int[]) AND recommended_by_id IS NOT NULL`,
  [int, ints],
  { id: int },
);

/** Asked at the start, which does not wait for Prisma's client to be loaded. */
export const anyCustomer = statement('SELECT 1 AS one FROM customers WHERE workspace_id = $1 LIMIT 1', [int], {
  one: int,
});
