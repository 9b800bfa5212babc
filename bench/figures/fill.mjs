// A company made up in SQL: the same size makes the same rows.
import { recount } from '../../dist/flows/upkeep/recount.js';
import { dayFromIso } from '../../dist/loyalty/time/period.js';

/** Facts lie between these days; the last is the as-of day, a running month behind it. */
export const firstDay = dayFromIso('2021-01-01');
export const asOf = dayFromIso('2025-12-20');
const days = asOf - firstDay;

/** Segments by how many of a thousand customers are in each. */
const segments = { newsletter: 400, web: 300, store: 200, club: 150, b2b: 80, student: 50, vip: 10, press: 5 };

/** One in twenty orders is in Norwegian kroner, which have another rate every quarter. */
export const rates = Array.from({ length: 20 }, (_, i) => ({
  currency: 'NOK',
  base: 'DKK',
  day: firstDay + i * 91,
  rate: 0.65 + (i % 5) / 100,
}));

/**
 * Writes customers, orders and answers in the order of their days, as they come in over the years, and lets the product count
 * what it keeps of them. Early customers buy more than late ones, most stop at some time, and one in thirty was recommended.
 */
export async function fill(database, store, { customers, orders, answers }) {
  const { id } = await store.workspaces.ensure('T0NORDLYS01', 'Nordlys Kaffe', true);
  const client = await database.pool.connect();
  try {
    await client.query(
      `SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET session_replication_role = replica`,
    );
    await withoutIndexes(client, ['customers', 'customer_words', 'customer_tags', 'orders', 'answers'], async () => {
      for (const text of facts(id, customers, orders, answers)) await client.query(text);
    });
    await client.query('ANALYZE');
  } finally {
    client.release(true);
  }
  await store.of(id).rates.upsert(rates);
  await store.transaction(id, async (tx) => recount(tx), { once: true });
  await database.pool.query('VACUUM (ANALYZE)');
  return id;
}

/** A number from 0 up to 1 that belongs to a row and a purpose. */
const chance = (row, purpose) => `((hashint8extended(${row}, ${purpose}) & 1073741823) / 1073741824.0::float8)`;
const oneOf = (row, purpose, choices) =>
  `(ARRAY[${choices.map((one) => (one === null ? 'NULL' : `'${one}'`)).join()}])[1 + floor(${chance(row, purpose)} * ${choices.length})::int]`;

function facts(id, customers, orders, answers) {
  // Whose, when: within the customer's time with the company.
  const drawn = (count, purpose) =>
    `(SELECT i, c.customer_id, c.start + floor(${chance('i', purpose)} * c.stay)::int AS day
      FROM generate_series(1, ${count}) AS i
      JOIN lives c ON c.customer_id = 1 + floor(power(${chance('i', purpose + 1)}, 1.6) * ${customers})::int
      ORDER BY 3, 1) AS drawn`;
  const date = `DATE '1970-01-01' + day`;
  return [
    `CREATE TEMP TABLE lives AS SELECT i AS customer_id, start, least(30 + (power(${chance('i', 2)}, 2) * 1800)::int, ${asOf} - start) AS stay
     FROM (SELECT i, ${firstDay} + floor(${chance('i', 1)} * ${days - 1})::int AS start FROM generate_series(1, ${customers}) AS i) AS starts`,
    'ANALYZE lives',
    `INSERT INTO customers (workspace_id, id, external_id, name, email, language, country, source, recommended_by_id, created_day, relationship_years)
     SELECT ${id}, customer_id, 'K' || customer_id, 'Kunde ' || customer_id, 'k' || customer_id || '@example.com', 'da',
       ${oneOf('customer_id', 3, ['DK', 'DK', 'DK', 'DK', 'DK', 'NO', 'NO', 'NO', 'SE', 'DE'])}, ${oneOf('customer_id', 4, ['ads', 'fair', 'friend', 'web', null])},
       CASE WHEN customer_id % 30 = 0 THEN 1 + floor(${chance('customer_id', 5)} * (customer_id - 1))::int END, DATE '1970-01-01' + start,
       CASE WHEN customer_id % 20 = 0 THEN 5 END FROM lives ORDER BY customer_id`,
    `SELECT setval(pg_get_serial_sequence('customers', 'id'), ${customers})`,
    `INSERT INTO customer_words (workspace_id, word, customer_id)
     SELECT ${id}, word, customer_id FROM lives, unnest(ARRAY['k' || customer_id, 'kunde', customer_id::text, 'k' || customer_id || '@example.com']) AS word`,
    ...Object.entries(segments).map(
      ([tag, share], i) =>
        `INSERT INTO customer_tags (workspace_id, tag, customer_id) SELECT ${id}, '${tag}', customer_id FROM lives WHERE ${chance('customer_id', 10 + i)} < ${share / 1000}`,
    ),
    `INSERT INTO orders (workspace_id, external_id, customer_id, day, amount_minor, currency, status)
     SELECT ${id}, 'O' || i, customer_id, ${date}, CASE WHEN i % 60 = 0 THEN -1 ELSE 1 END * (100 + floor(${chance('i', 32)} * 50000))::int,
       CASE WHEN i % 20 = 0 THEN 'NOK' ELSE 'DKK' END, CASE WHEN i % 50 = 0 THEN 'cancelled' ELSE 'completed' END FROM ${drawn(orders, 30)}`,
    `INSERT INTO answers (workspace_id, external_id, customer_id, kind, day, recorded_at, score, recommend, again, other, comment, source, public, negative)
     SELECT ${id}, 'A' || i, customer_id, kind, ${date}, ${date} + time '12:00', score, part[1], part[2], part[3],
       CASE WHEN i % 10 = 0 THEN 'Words of answer ' || i END, ${oneOf('i', 44, ['survey', 'store', 'mail', null])}, kind = 'review', coalesce(score <= CASE kind WHEN 'nps' THEN 6 ELSE 2 END, false)
     FROM (SELECT i, CASE WHEN i % 50 = 0 THEN NULL ELSE customer_id END AS customer_id, day, kind,
       CASE kind WHEN 'nps' THEN floor(11 * sqrt(${chance('i', 42)})) WHEN 'cli' THEN NULL ELSE 1 + floor(5 * sqrt(${chance('i', 42)})) END AS score,
       CASE kind WHEN 'cli' THEN ARRAY[1 + i % 6, 1 + i % 5, 1 + i % 4] END AS part
       FROM (SELECT *, CASE WHEN i % 25 < 20 THEN 'nps' WHEN i % 25 < 23 THEN 'csat' WHEN i % 25 < 24 THEN 'cli' ELSE 'review' END AS kind FROM ${drawn(answers, 40)}) AS kinds) AS said`,
    // The days of orders stand there before everything is counted: a recommendation is won by another customer's.
    `INSERT INTO customer_standings (workspace_id, customer_id, known_day, order_days, nps_days, nps_scores)
     SELECT ${id}, customer_id, start, coalesce(own.days, '{}'), '{}', '{}' FROM lives LEFT JOIN (
       SELECT customer_id, array_agg(DISTINCT day - DATE '1970-01-01') AS days FROM orders WHERE status = 'completed' AND amount_minor >= 0 GROUP BY 1
     ) AS own USING (customer_id) ORDER BY customer_id`,
  ];
}

/** An index that is built at once costs a tenth of one that is kept while rows come in out of its order. */
async function withoutIndexes(client, tables, work) {
  const { rows } = await client.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY($1)
     AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}
